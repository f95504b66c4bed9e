"""What a suppression is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.config.selection import NamedRule, exactness
from mtqa.findings import Finding


@dataclass(frozen=True, slots=True)
class Suppression:
    """Puts aside the findings that touch ``[first, last)`` of the document.

    ``selectors`` are codes, beginnings of codes or names of rules; none: all rules. ``text``, where set, is the text
    that a finding must have. ``[start, end)`` is where the suppression itself stands, in the document or the sidecar.
    ``how`` is as in :class:`Hidden`.
    """

    how: str
    start: int
    end: int
    first: int
    last: int
    selectors: tuple[str, ...] = ()
    reason: str = ""
    text: str | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether it puts a finding aside."""
        if self.text is not None and finding.text != self.text:
            return False
        if not (finding.start < self.last and finding.end > self.first):
            return False
        return not self.selectors or bool(exactness(NamedRule(finding.code, finding.rule), self.selectors))


@dataclass(frozen=True, slots=True)
class Fault:
    """A suppression that says nothing that can be done: where it stands, what is wrong, what it should be."""

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A finding that somebody has put aside; formats that can mark it show it as that, all others leave it out.

    ``how`` is ``comment``, ``front matter``, ``sic`` (in the file itself), ``sidecar`` or ``baseline``.
    """

    finding: Finding
    how: str
    reason: str = ""


Parsed = tuple[Sequence[Suppression], Sequence[Fault]]
