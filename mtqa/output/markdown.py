"""Markdown: a comment for a pull or merge request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtqa.findings import Finding
from mtqa.output.places import slashed
from mtqa.output.report import FileResult, Report, Style
from mtqa.output.wording import counted, grade, plural, reasons, suggestions

MARK = "<!-- mtqa -->"
"""Begins the comment, so that the next run finds it and writes over it."""

_ROOM = 60_000
"""Characters: GitHub refuses a comment of more than 65,536."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_REFERENCE = re.compile(r"([@#!])(?=\w)")


class MarkdownFormatter:
    """A heading that counts, and a table a file. No text of the copy can call a person (``@name``) or an issue."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The comment, cut where it would be too long, with the number of findings left out."""
        counts: Counter[str] = Counter()
        checked, tables, room, left_out = 0, [], _ROOM, 0
        for result in report.results:
            checked += 1
            shown = self._style.shown(result)
            counts.update(finding.severity for finding in shown)
            rows = [_row(finding) for finding in shown]
            fitting = _fitting(rows, room - 200)
            left_out += len(rows) - fitting
            if fitting:
                tables.append(_table(result, rows[:fitting]))
                room -= len(tables[-1])
        files = plural(checked, "file")
        yield (
            f"{MARK}\n### mtqa: {counted(counts)} in {files}\n"
            if counts
            else f"{MARK}\n### mtqa: nothing found in {files}\n"
        )
        yield from tables
        if left_out:
            yield f"\n… and {plural(left_out, 'finding')} more.\n"
        if report.problems:
            yield "\nNot checked:\n\n" + "".join(f"- {_escaped(problem)}\n" for problem in report.problems[:20])


def _fitting(rows: list[str], room: int) -> int:
    for number, row in enumerate(rows):
        room -= len(row)
        if room < 0:
            return number
    return len(rows)


def _table(result: FileResult, rows: list[str]) -> str:
    head = "| line | | suggestion |\n|---:|---|---|\n"
    return f"\n**{_escaped(slashed(result.document.path))}**\n\n{head}{''.join(rows)}"


def _row(finding: Finding) -> str:
    because = "".join(f"<br>because {_escaped(reason)}" for reason in reasons(finding))
    what = f"{finding.code} {_escaped(finding.message)} ({grade(finding)}){because}"
    return f"| {finding.line} | {what} | {' or '.join(map(_escaped, suggestions(finding)))} |\n"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()).replace("&", "&amp;"))
    return _REFERENCE.sub(r"\1<!-- -->", text)
