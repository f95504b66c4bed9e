"""rdjson: reviewdog's diagnostic format, with suggestions that a reviewer can accept.

The messages are those of ``reviewdog.proto``: lines and columns from 1, columns in bytes of UTF-8, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output.places import region, slashed, utf8_bytes
from mtqa.output.report import Report, Style
from mtqa.output.wording import MOST_SUGGESTIONS, paragraph

_BOM = 3
"""Bytes of the byte order mark of UTF-8: the document's text lacks it, the first line of the file begins with it."""


class RdjsonFormatter:
    """A ``DiagnosticResult``. A finding whose span holds markup gets no suggestion: it would break the markup."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The findings that the style shows."""
        diagnostics = [
            _diagnostic(result.document, finding) for result in report.results for finding in self._style.shown(result)
        ]
        whole = {"source": {"name": "mtqa"}, "diagnostics": diagnostics}
        yield json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(document: Document, finding: Finding) -> dict[str, Any]:
    place = _range(document, finding)
    diagnostic: dict[str, Any] = {
        "message": "\n".join(paragraph(finding)),
        "location": {"path": slashed(document.path), "range": place},
        "severity": finding.severity.upper(),
        "code": {"value": finding.code},
    }
    if finding.fix_safety != "none" and finding.suggestions:
        diagnostic["suggestions"] = [{"range": place, "text": text} for text in finding.suggestions[:MOST_SUGGESTIONS]]
    return diagnostic


def _range(document: Document, finding: Finding) -> dict[str, Any]:
    place = region(document, finding.start, finding.end, utf8_bytes)
    marked = document.metadata.get("bom") and document.metadata.get("encoding") == "utf-8"
    return {
        name: {"line": line, "column": column + (_BOM if marked and line == 1 else 0)}
        for name, line, column in (
            ("start", place.start_line, place.start_column),
            ("end", place.end_line, place.end_column),
        )
    }
