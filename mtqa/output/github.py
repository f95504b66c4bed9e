"""GitHub Actions: workflow commands that put findings on the lines of a pull request.

The commands and their escapes are those of the toolkit (``@actions/core``, ``command.ts``); the runner refuses columns
on an annotation of several lines (actions/runner, ``ValidateLinesAndColumns``).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output.places import region, slashed
from mtqa.output.report import Report, Style
from mtqa.output.wording import grade, paragraph

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubFormatter:
    """One command a finding; columns count code points, end exclusive."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The commands for the findings that the style shows."""
        for result in report.results:
            for finding in self._style.shown(result):
                yield _command(result.document, finding)


def _command(document: Document, finding: Finding) -> str:
    place = region(document, finding.start, finding.end)
    properties = {
        "title": f"{finding.code} {finding.rule} ({grade(finding)})",
        "file": slashed(document.path),
        "line": str(place.start_line),
        "endLine": str(place.end_line),
    }
    if place.one_line:
        properties |= {"col": str(place.start_column), "endColumn": str(place.end_column)}
    joined = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {joined}::{_data(chr(10).join(paragraph(finding)))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
