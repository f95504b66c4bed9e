"""Text for people: place, message, the source line with the span underlined, suggestion and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from click import style as paint

from mtqa.document import Document
from mtqa.findings import SEVERITIES, Finding
from mtqa.output.excerpt import excerpt
from mtqa.output.report import Report, Style

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_MOST_REASONS = 2
_MOST_SUGGESTIONS = 3


class TextFormatter:
    """The layout of rustc and ruff, one paragraph a finding, and a line that counts them."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The findings that the style shows, then the summary."""
        counts: Counter[str] = Counter()
        checked = with_findings = 0
        for result in report.results:
            shown = [finding for finding in result.findings if self._style.shows(finding)]
            checked += 1
            with_findings += bool(shown)
            for finding in shown:
                counts[finding.severity] += 1
                yield self._finding(result.document, finding)
        if self._style.summary and checked:
            yield _summary(counts, with_findings, checked)

    def _finding(self, document: Document, finding: Finding) -> str:
        colour = _COLOURS[finding.severity]
        place = f"{document.path}:{finding.line}:{finding.column}"
        # Never "100 %": nothing here is certain.
        grade = f"[{finding.severity} {min(round(100 * finding.confidence), 99)} %]"
        head = f"{self._paint(place, bold=True)}: {self._paint(finding.code, fg=colour, bold=True)} {finding.message}"
        lines = [f"{head} {self._paint(grade, fg=colour)}", *self._source(document, finding)]
        gutter = " " * len(str(finding.line))
        if finding.suggestions:
            best, *others = (self._paint(text, fg="green") for text in finding.suggestions[:_MOST_SUGGESTIONS])
            lines.append(f"{gutter} = suggestion: {best}" + (f" (or {', '.join(others)})" if others else ""))
        reasons = [item.detail for item in finding.evidence if item.detail]
        lines += [f"{gutter} = because {reason}" for reason in reasons[:_MOST_REASONS]]
        return "\n".join(lines) + "\n\n"

    def _source(self, document: Document, finding: Finding) -> Iterator[str]:
        number = str(finding.line)
        bar = self._paint("|", fg="blue")
        line = document.source_line(finding.line)
        start = finding.column - 1
        part = excerpt(line, start, start + finding.end - finding.start, self._style.width - len(number) - 3)
        yield f"{self._paint(number, fg='blue')} {bar} {part.before}{self._paint(part.span, bold=True)}{part.after}"
        mark = self._paint("^" * part.length, fg=_COLOURS[finding.severity], bold=True)
        yield f"{' ' * len(number)} {bar} {' ' * part.indent}{mark}"

    def _paint(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        return paint(text, fg=fg, bold=bold) if self._style.color else text


def _summary(counts: Counter[str], with_findings: int, checked: int) -> str:
    if not counts:
        return f"Nothing found in {_plural(checked, 'file')}.\n"
    parts = [_plural(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    of = f" of {checked}" if checked > with_findings else ""
    return f"Found {', '.join(parts)} in {_plural(with_findings, 'file')}{of}.\n"


def _plural(number: int, noun: str) -> str:
    if noun == "info":
        return f"{number} info"
    return f"{number} {noun}{'' if number == 1 else 's'}"
