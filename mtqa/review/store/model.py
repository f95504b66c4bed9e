"""What the store holds."""

from __future__ import annotations

from dataclasses import dataclass

from mtqa.review.decisions import Decision

OPEN = "open"
"""The decision of a finding that somebody has decided and taken back."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A word on a finding, in its row; ``kind`` is that of its act. ``decision.decision`` may be OPEN. ``moved``: it
    was carried to a finding whose surroundings have changed, and counts there."""

    decision: Decision
    row: int
    kind: str = "decide"
    moved: bool = False

    @property
    def applied(self) -> bool:
        """Whether it says that the decision has been put into the copy."""
        return self.kind == "apply"

    @property
    def holds(self) -> bool:
        """Whether it is a decision that counts: neither taken back nor carried on."""
        return self.decision.decision != OPEN and not self.moved


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done at once: ``kind`` is ``decide``, ``undo``, ``carry`` or ``apply``. ``decisions`` are the
    new words on the findings that it concerns."""

    number: int
    kind: str
    by: str
    at: str
    decisions: tuple[Decision, ...] = ()
