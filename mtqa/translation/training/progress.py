"""What a training run tells of itself while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Progress:
    """Where a run stands.

    ``done`` lies between 0 and 1, ``loss`` is the mean negative log-likelihood of a target piece since the
    last report (nats), ``speed`` counts target pieces a second, ``left`` is in seconds.
    """

    step: int
    done: float
    loss: float
    speed: float
    tokens: int
    left: float

    def line(self) -> str:
        """For a log."""
        return (
            f"step {self.step:,}  loss {self.loss:.3f}  {self.speed:,.0f} target pieces/s  "
            f"{self.tokens / 1e6:.2f} M seen  {self.left / 60:.1f} min left"
        )


class Monitor(Protocol):
    """Who watches a run. Either method may raise to stop it; what was saved stays."""

    def note(self, line: str) -> None:
        """Something happened: a checkpoint, a resumption."""

    def advance(self, progress: Progress) -> None:
        """Some more updates were made."""


class Unwatched:
    """Nobody watches."""

    def note(self, line: str) -> None:
        """See Monitor.note."""

    def advance(self, progress: Progress) -> None:
        """See Monitor.advance."""
