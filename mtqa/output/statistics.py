"""Statistics: how many findings each rule has, most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtqa.output.report import Report, Style


class StatisticsFormatter:
    """A line a rule: how many findings, in how many files, how many can be corrected safely, code and name."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The lines for the findings that the style shows."""
        findings: Counter[tuple[str, str]] = Counter()
        files: Counter[tuple[str, str]] = Counter()
        safe: Counter[tuple[str, str]] = Counter()
        for result in report.results:
            shown = self._style.shown(result)
            rules = [(finding.code, finding.rule) for finding in shown]
            findings.update(rules)
            files.update(set(rules))
            safe.update(rule for rule, finding in zip(rules, shown) if finding.fix_safety == "safe")
        width = len(str(max(findings.values(), default=0)))
        for rule in sorted(findings, key=lambda rule: (-findings[rule], rule)):
            fixable = f", {safe[rule]} to be corrected safely" if safe[rule] else ""
            yield f"{findings[rule]:>{width}}  {' '.join(rule)} (files: {files[rule]}{fixable})\n"
