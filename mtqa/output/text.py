"""Text for people: place, message, the source line with the span underlined, suggestion and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from click import style as paint

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output.excerpt import excerpt, printable
from mtqa.output.report import Report, Style
from mtqa.output.wording import counted, grade, plural, reasons, suggestions
from mtqa.suppression.model import Hidden

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


class TextFormatter:
    """The layout of rustc and ruff, one paragraph a finding, and a line that counts them."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The findings that the style shows, then the summary."""
        counts: Counter[str] = Counter()
        hidden: Counter[str] = Counter()
        checked = with_findings = 0
        for result in report.results:
            shown = self._style.shown(result)
            checked += 1
            with_findings += bool(shown)
            hidden.update(put_aside(result.hidden))
            for finding in shown:
                counts[finding.severity] += 1
                yield self._finding(result.document, finding)
        if self._style.summary and checked:
            yield _summary(counts, with_findings, checked, hidden)

    def _finding(self, document: Document, finding: Finding) -> str:
        lines = [self._head(document, finding), *self._source(document, finding)]
        gutter = " " * len(str(finding.line))
        if finding.suggestions:
            best, *others = (self._paint(printable(text), fg="green") for text in suggestions(finding))
            lines.append(f"{gutter} = suggestion: {best}" + (f" (or {', '.join(others)})" if others else ""))
        lines += [f"{gutter} = because {printable(reason)}" for reason in reasons(finding)]
        return "\n".join(lines) + "\n\n"

    def _head(self, document: Document, finding: Finding) -> str:
        colour = _COLOURS[finding.severity]
        place = self._paint(f"{printable(document.path)}:{finding.line}:{finding.column}", bold=True)
        code = self._paint(finding.code, fg=colour, bold=True)
        return f"{place}: {code} {printable(finding.message)} {self._paint(f'[{grade(finding)}]', fg=colour)}"

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


class ConciseFormatter(TextFormatter):
    """One line a finding, as compilers write them: what editors and ``grep`` read."""

    def _finding(self, document: Document, finding: Finding) -> str:
        best = f" → {self._paint(printable(suggestions(finding)[0]), fg='green')}" if finding.suggestions else ""
        return f"{self._head(document, finding)}{best}\n"


def put_aside(hidden: tuple[Hidden, ...]) -> Iterator[str]:
    """For each hidden finding, in which of two ways it is: ``suppressed`` or ``in the baseline``."""
    return ("in the baseline" if item.how == "baseline" else "suppressed" for item in hidden)


def _summary(counts: Counter[str], with_findings: int, checked: int, hidden: Counter[str]) -> str:
    aside = ", ".join(f"{number} {how}" for how, number in sorted(hidden.items(), reverse=True))
    aside = f" ({aside})" if aside else ""
    if not counts:
        return f"Nothing found in {plural(checked, 'file')}{aside}.\n"
    of = f" of {checked}" if checked > with_findings else ""
    return f"Found {counted(counts)} in {plural(with_findings, 'file')}{of}{aside}.\n"
