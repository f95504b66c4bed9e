"""Which rules run: ``--select`` and ``--ignore`` by code, prefix of a code, or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from mtqa.errors import MtqaError


class Named(Protocol):
    """What selection needs to know of a rule."""

    @property
    def code(self) -> str:
        """Its code, for example ``NAM101``."""

    @property
    def name(self) -> str:
        """Its name, for example ``literal-name``."""


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule as a finding names it."""

    code: str
    name: str


def selected(rule: Named, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a rule runs. The more exact selector decides, as in ruff; of two alike, ``ignore``."""
    wanted = exactness(rule, select) if select else 1
    return wanted > exactness(rule, ignore)


def check_selectors(selectors: Iterable[str], rules: Sequence[Named]) -> None:
    """Raise MtqaError for the first selector that names no rule, with the nearest that does."""
    for selector in selectors:
        if not any(exactness(rule, (selector,)) for rule in rules):
            known = [rule.code for rule in rules] + [rule.name for rule in rules]
            near = get_close_matches(selector, known, n=1) or get_close_matches(selector.upper(), known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise MtqaError(f"no rule is called {selector!r}{hint} ('mtqa rules' lists them)")


def exactness(rule: Named, selectors: Sequence[str]) -> int:
    """How exactly the best of ``selectors`` names the rule: 0 not at all, else one more than the matched
    prefix."""
    best = 0
    for selector in selectors:
        if selector.casefold() in (rule.name, rule.code.casefold()):
            return 1000
        if selector and rule.code.startswith(selector.upper()):
            best = max(best, 1 + len(selector))
    return best
