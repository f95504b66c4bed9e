"""Does a confidence mean what it says? Findings in bins of confidence, and how many of each bin are right.

The expected calibration error is the mean distance between a bin's mean confidence and its share of right findings,
weighed by its size (Naeini, Cooper & Hauskrecht 2015); the Brier score is the mean squared distance between each
confidence and the outcome, 0 or 1 (Brier 1950).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mtqa.bench.counting import Counted

EDGES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Edges of the bins; the last bin takes in its upper edge. Below the first nothing is reported."""


@dataclass(frozen=True)
class Bin:
    """Findings with a confidence from ``low`` up to ``high``: read ones that are right or wrong, and unread ones."""

    low: float
    high: float
    mean: float
    right: int
    wrong: int
    unread: int

    @property
    def share(self) -> float | None:
        """The share of the read findings that is right."""
        read = self.right + self.wrong
        return self.right / read if read else None


@dataclass(frozen=True)
class Reliability:
    """The bins that hold something, and the two scores of all read findings (None without any)."""

    bins: tuple[Bin, ...]
    calibration_error: float | None
    brier: float | None

    @property
    def read(self) -> int:
        """Findings that are known to be right or wrong."""
        return sum(each.right + each.wrong for each in self.bins)

    def to_json(self) -> dict[str, Any]:
        """For the report."""
        return {
            "expected_calibration_error": _rounded(self.calibration_error),
            "brier": _rounded(self.brier),
            "bins": [
                {**vars(each), "mean": _rounded(each.mean), "share": _rounded(each.share)} for each in self.bins
            ],
        }


def reliability(counted: Iterable[Counted], *, exhaustive: bool) -> Reliability:
    """The reliability of all reported findings, those of severity ``info`` too (:meth:`Counted.outcomes`)."""
    return binned(
        [(finding.confidence, right) for each in counted for finding, right in each.outcomes(exhaustive=exhaustive)]
    )


def binned(outcomes: Sequence[tuple[float, bool | None]]) -> Reliability:
    """The reliability of confidences (0..1), each with its outcome; None is unread."""
    bins = []
    for low, high in zip((0.0, *EDGES), EDGES):
        inside = [(c, right) for c, right in outcomes if low <= c < high or c == high == EDGES[-1]]
        if inside:
            known = [c for c, right in inside if right is not None] or [c for c, _ in inside]
            verdicts = [right for _, right in inside]
            mean = sum(known) / len(known)
            bins.append(Bin(low, high, mean, verdicts.count(True), verdicts.count(False), verdicts.count(None)))
    read = [(c, right) for c, right in outcomes if right is not None]
    if not read:
        return Reliability(tuple(bins), None, None)
    error = sum((b.right + b.wrong) * abs(b.mean - b.share) for b in bins if b.share is not None) / len(read)
    return Reliability(tuple(bins), error, sum((c - right) ** 2 for c, right in read) / len(read))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
