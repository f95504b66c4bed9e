"""What the store holds."""

from __future__ import annotations

from dataclasses import dataclass

from mtqa.review.decisions import Decision

OPEN = "open"
"""The decision of a finding that somebody has decided and taken back."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A word on a finding, in its row; ``kind`` is that of its act. ``decision.decision`` may be OPEN."""

    decision: Decision
    row: int
    kind: str = "decide"

    @property
    def applied(self) -> bool:
        """Whether it says that the decision has been put into the copy."""
        return self.kind == "apply"

    @property
    def is_open(self) -> bool:
        """Whether the finding is to be decided again."""
        return self.decision.decision == OPEN


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done at once: ``kind`` is ``decide``, ``undo``, ``carry`` or ``apply``. ``decisions`` are the
    new words on the findings that it concerns."""

    number: int
    kind: str
    by: str
    at: str
    decisions: tuple[Decision, ...] = ()
