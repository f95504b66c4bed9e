"""Findings in documents of our own, for every format to render."""

from __future__ import annotations

import pytest

from mtqa.document import Document
from mtqa.document.readers import parse
from mtqa.findings import Evidence, Finding
from mtqa.output import FileResult, Hidden, Report
from mtqa.rules import Rule

TEXT = """\
Harbour opens
The mayor, Ana Churches, opened it.
\tIn 東京 the cafe\u0301 of Ana Churches closed\u001b[31m.
"""

RULE = Rule(
    "NAM101",
    "literal-name",
    "A name was translated.",
    "A name was translated.\n\n## What it does\nFinds\nnames.\n\n## Fix safety\nUnsafe.",
    "unsafe",
    lambda article: (),
)


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
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """No snapshot changes because a rule's documentation does."""
    monkeypatch.setattr("mtqa.config.catalogue.all_rules", lambda: (RULE,))


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


AWKWARD = """\
The “mayor”, 100% Ana: Churches, spoke @ana.
<b>The news | of Ana
Churches & #12</b> went on. Ana: Churches, again.
"""


@pytest.fixture
def awkward() -> Report:
    """What needs escaping somewhere: a path, a span over two lines, markup, mentions; and findings put aside."""
    document = parse(AWKWARD, "./desk 1/a,b:c%.txt", "text")
    first = finding(
        document,
        "100% Ana: Churches",
        message="“100% Ana: Churches, @ana” | <b>\nis * wrong",
        suggestions=("Ana & Iglesias",),
        fix_safety="safe",
        evidence=(Evidence("role", "a_b #12"),),
    )
    wide = finding(document, "Ana\nChurches", severity="warning", confidence=1.0, suggestions=("Ana\nIglesias",))
    aside = finding(document, "Ana: Churches", 1, suggestions=("Ana Iglesias",))
    known = finding(document, "“mayor”", severity="warning")
    hidden = (Hidden(known, "baseline"), Hidden(aside, "comment", "her name"))
    results = [FileResult(document, (first, wide), hidden)]
    return Report(
        iter(results), lambda: "mtqa:0", ["gone.txt: cannot be read: No such file or directory"], baseline=True
    )
