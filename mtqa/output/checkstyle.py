"""Checkstyle XML: a file element a file, an error element a finding; columns count code points."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.output.places import slashed
from mtqa.output.report import Report, Style
from mtqa.output.wording import suggestions
from mtqa.output.xmltext import document, element


class CheckstyleFormatter:
    """What Checkstyle 4.3 and later write (``XMLLogger``), with ``mtqa.CODE`` as the source."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The document; files without findings stand in it, too."""
        root = element(None, "checkstyle", version="4.3")
        for result in report.results:
            file = element(root, "file", name=slashed(result.document.path))
            for finding in self._style.shown(result):
                best = f" (suggestion: {suggestions(finding)[0]})" if finding.suggestions else ""
                element(
                    file,
                    "error",
                    line=finding.line,
                    column=finding.column,
                    severity=finding.severity,
                    message=f"{finding.message}{best}",
                    source=f"mtqa.{finding.code}",
                )
        yield document(root)
