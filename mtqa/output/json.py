"""JSON: the format of version 1, all findings of all severities, for other programs; whole, or a line a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import indent
from typing import Any

from mtqa.output.report import Report, Style

VERSION = 1
"""Raised when a program that reads the format would have to change."""


class JsonFormatter:
    """``{"version", "signature", "files": [{"path", "findings"}]}``, written file by file, indented by
    two."""

    def __init__(self, style: Style) -> None:
        pass

    def render(self, report: Report) -> Iterator[str]:
        """The document in pieces; together they are what ``json.dumps(…, indent=2)`` would give."""
        yield f'{{\n  "version": {VERSION},\n  "signature": {_dumps(report.signature())},\n  "files": ['
        separator = "\n"
        for result in report.results:
            entry = {
                "path": result.document.path,
                "findings": [finding.to_json() for finding in result.findings],
            }
            yield separator + indent(_dumps(entry), "    ")
            separator = ",\n"
        yield "]\n}\n" if separator == "\n" else "\n  ]\n}\n"


class JsonLinesFormatter:
    """One finding a line, with the path of its file: for programs that read while mtqa goes on."""

    def __init__(self, style: Style) -> None:
        pass

    def render(self, report: Report) -> Iterator[str]:
        """All findings of all severities."""
        for result in report.results:
            for finding in result.findings:
                entry = {"path": result.document.path, **finding.to_json()}
                yield json.dumps(entry, ensure_ascii=False) + "\n"


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
