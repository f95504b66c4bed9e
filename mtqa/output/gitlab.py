"""GitLab code quality: the subset of the Code Climate format that GitLab reads.

See GitLab's documentation, "Code Quality report format": description, check_name, fingerprint, severity, location.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output.fingerprints import Fingerprints
from mtqa.output.places import region, slashed
from mtqa.output.report import Report, Style
from mtqa.output.wording import suggestions

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabFormatter:
    """A JSON list. GitLab shows description and place alone, so the code and the suggestion stand in the
    description; a fingerprint that comes twice would hide a finding. Columns count code points, end exclusive."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The list of the findings that the style shows."""
        fingerprints = Fingerprints()
        entries = [
            _entry(result.document, finding, fingerprints.unique(result.document.path, finding))
            for result in report.results
            for finding in self._style.shown(result)
        ]
        yield json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(document: Document, finding: Finding, fingerprint: str) -> dict[str, Any]:
    place = region(document, finding.start, finding.end)
    best = f" (suggestion: {suggestions(finding)[0]})" if finding.suggestions else ""
    return {
        "description": f"{finding.code}: {finding.message}{best}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": slashed(document.path),
            "positions": {
                "begin": {"line": place.start_line, "column": place.start_column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }
