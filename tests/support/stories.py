"""Stories with findings of our own making, as a lint would give them, for pages and servers to show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtqa.document import Document
from mtqa.document.readers import parse
from mtqa.findings import Evidence, Finding, surroundings
from mtqa.output import FileResult


def finding(document: Document, text: str, suggestion: str | None = None, nth: int = 0, **changes: object) -> Finding:
    """A finding on the nth occurrence of ``text``, which should read ``suggestion``."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(text, start + 1)
    line, column = document.line_column(start)
    values: dict[str, object] = {
        "code": "NAM101",
        "rule": "literal-name",
        "severity": "error",
        "confidence": 0.97,
        "message": f"“{text}” looks like a translation of a name",
        "start": start,
        "end": start + len(text),
        "line": line,
        "column": column,
        "text": text,
        "suggestions": () if suggestion is None else (suggestion,),
        "context": surroundings(document.text, start, start + len(text)),
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


HARBOUR = """\
# Harbour of Vega opens after ten years

VEGA – The mayor, Ana Churches, opened the harbour with the writer Pat Chime. Churches thanked the neighbours.

## What follows

> According to The Hill, the works cost twice as much. Chime did not want to say.

Ana Churches will speak again on Monday with the minister, Leo Oaks.
"""


def harbour(path: str = "copy/harbour.md") -> FileResult:
    """A story with seven findings about four names: two with surnames alone, one with two suggestions."""
    document = parse(HARBOUR, path, "markdown")
    ana: dict[str, object] = {"entity": "ana", "spanish": "Ana Iglesias"}
    role = Evidence("role", "Ana Iglesias was mayor of Vega (since 2019) on 2022-11-15")
    means = Evidence("back-translation", "Spanish “Iglesias” means “churches” (dictionary and model)")
    again = Evidence("document", "the story has “Ana Churches” for Ana Iglesias")
    mild: dict[str, object] = {"severity": "warning", "confidence": 0.6}
    findings = (
        finding(document, "Ana Churches", "Ana Iglesias", 0, evidence=(means, role), fix_safety="safe", **ana),
        finding(document, "Pat Chime", "Pat Repique"),
        finding(document, "Churches", "Iglesias", 1, evidence=(again,), **ana, **mild),
        finding(document, "The Hill", suggestions=("La Colina", "El Cerro"), severity="warning", confidence=0.75),
        finding(document, "Chime", "Repique", 1, **mild),
        finding(document, "Ana Churches", "Ana Iglesias", 1, evidence=(means,), **ana),
        finding(document, "Leo Oaks", None, code="ROL101", rule="role-mismatch", severity="warning", confidence=0.55),
    )
    return FileResult(document, findings)


def plain(text: str, *wrong: tuple[str, str], path: str = "copy/plain.txt") -> FileResult:
    """A story in plain text with a finding on the first occurrence of each text."""
    document = parse(text, path, "text")
    return FileResult(document, tuple(finding(document, text, right) for text, right in wrong))


def archive(stories: int, words: int, findings: int) -> list[FileResult]:
    """Many stories alike in size: ``words`` and ``findings`` are those of each."""
    results = []
    for number in range(stories):
        names = [(f"Name{number}x{index} Churches", f"Name{number}x{index} Iglesias") for index in range(findings)]
        between = max(words // max(findings, 1) - 2, 1)
        parts = [f"{' '.join(_filler(number + index, between))} {wrong}." for index, (wrong, _) in enumerate(names)]
        paragraphs = [" ".join(parts[at : at + 4]) for at in range(0, len(parts), 4)]
        text = "\n\n".join((f"Story number {number}", *paragraphs))
        document = parse(text, f"copy/{number:03}.txt", "text")
        evidence = (
            Evidence("back-translation", "Spanish “Iglesias” means “churches” (dictionary and model)"),
            Evidence("role", f"The holder of office {number} was somebody of that name on 2022-11-15"),
        )
        rules = ("NAM101", "literal-name"), ("SPA101", "spanish-form"), ("NAM102", "misspelt-name")
        found = []
        for index, (wrong, right) in enumerate(names):
            code, rule = rules[index % 3]
            severity, confidence = ("error", 0.95) if index % 3 else ("warning", 0.6)
            found.append(
                finding(document, wrong, right, code=code, rule=rule, severity=severity, confidence=confidence,
                        evidence=evidence, spanish=right)
            )  # fmt: skip
        results.append(FileResult(document, tuple(found)))
    return results


def _filler(seed: int, number: int) -> Sequence[str]:
    some = "the council of the city met on monday and agreed to repair the road to the harbour before winter".split()
    return [some[(seed + index) % len(some)] for index in range(number)]


def write(results: Sequence[FileResult], folder: Path) -> None:
    """Put the stories' files under a folder."""
    for result in results:
        path = folder / result.document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(result.document.text, encoding="utf-8", newline="")
