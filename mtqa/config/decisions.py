"""What becomes of a finding: a rule knows nothing of selection, so per-file ignores and severities are decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.config.config import Config
from mtqa.config.globs import Globs
from mtqa.config.selection import NamedRule, exactness, selected
from mtqa.findings import Finding

if TYPE_CHECKING:
    from mtqa.rules import Rule


class Decisions:
    """The decisions of one configuration (as flake8's DecisionEngine)."""

    def __init__(self, config: Config) -> None:
        self._ignores = [
            (Globs((pattern,), part.base), selectors)
            for part in config.parts.get("per-file-ignores", ())
            for pattern, selectors in part.value
        ]
        self._severities: tuple[tuple[str, str], ...] = config["severity"]

        self._settings = config.settings()

    def running(self, path: str) -> list[Rule]:
        """The rules that read copy and run on a file."""
        from mtqa.rules import RULES

        select, ignore = self._settings.select, self._settings.ignore
        ignored = self.ignored_in(path)
        return [rule for rule in RULES if selected(rule, select, ignore) and not exactness(rule, ignored)]

    def decide(self, path: str, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that the configuration keeps in a file, with the severities that it gives them."""
        ignored = self.ignored_in(path)
        select, ignore = self._settings.select, self._settings.ignore
        kept = (f for f in findings if selected(_named(f), select, ignore) and not exactness(_named(f), ignored))
        return [self._graded(finding) for finding in kept]

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The rules that ``per-file-ignores`` takes out in a file."""
        return tuple(selector for globs, selectors in self._ignores if globs.match(path) for selector in selectors)

    def _graded(self, finding: Finding) -> Finding:
        """The more exact selector decides; of two alike, the later."""
        best = 0
        for selector, severity in self._severities:
            exact = exactness(_named(finding), (selector,))
            if exact and exact >= best:
                best, finding = exact, replace(finding, severity=severity)
        return finding


def _named(finding: Finding) -> NamedRule:
    return NamedRule(finding.code, finding.rule)
