"""Findings in a document of our own, for every format to render."""

from __future__ import annotations

import pytest

from mtqa.document import Document
from mtqa.document.readers import parse
from mtqa.findings import Evidence, Finding
from mtqa.output import FileResult, Report

TEXT = """\
Harbour opens
The mayor, Ana Churches, opened it.
\tIn 東京 the cafe\u0301 of Ana Churches closed\u001b[31m.
"""


def finding(document: Document, text: str, nth: int = 0, **changes: object) -> Finding:
    """A finding on the nth occurrence of ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(text, start + 1)
    line, column = document.line_column(start)
    values: dict[str, object] = {
        "code": "NAM101",
        "rule": "literal-name",
        "severity": "error",
        "confidence": 0.966,
        "message": f"“{text}” looks like a translated surname",
        "start": start,
        "end": start + len(text),
        "line": line,
        "column": column,
        "text": text,
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    """Two files with findings of each severity and one without."""
    first = parse(TEXT, "copy/harbour.txt", "text")
    second = parse("Nothing here.", "copy/none.txt", "text")
    third = parse("x " * 200 + "Ana Churches" + " y" * 200, "copy/long.txt", "text")
    findings = (
        finding(first, "Harbour", severity="info", confidence=0.2),
        finding(
            first,
            "Ana Churches",
            suggestions=("Ana Iglesias", "Ana Iglesia", "Anna Iglesias", "Anne Iglesias"),
            fix_safety="unsafe",
            evidence=(
                Evidence("back-translation", "“Churches” is “Iglesias” in Spanish"),
                Evidence("surname", "Iglesias is a Spanish surname"),
                Evidence("words", "a third reason"),
            ),
        ),
        finding(first, "Ana Churches", 1, severity="warning", confidence=0.5, suggestions=("Ana Iglesias",)),
    )
    results = [
        FileResult(first, findings),
        FileResult(second, ()),
        FileResult(third, (finding(third, "Ana Churches", severity="warning"),)),
    ]
    return Report(iter(results), lambda: "mtqa:0|gazetteer:1|model:2|rules:3")
