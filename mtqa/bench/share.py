"""A share of trials that came out right, with its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959964


@dataclass(frozen=True)
class Share:
    """``hits`` of ``total`` trials."""

    label: str
    hits: int
    total: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 when nothing was tried."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % confidence interval (Wilson 1927)."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        middle, half = p + Z95**2 / (2 * n), Z95 * sqrt(p * (1 - p) / n + Z95**2 / (4 * n * n))
        return (middle - half) / (1 + Z95**2 / n), (middle + half) / (1 + Z95**2 / n)

    def line(self) -> str:
        """For people: counts, share and interval."""
        low, high = self.interval
        return f"{self.label:<22} {self.hits:>5} / {self.total:<5} {self.value:6.1%}  (95 %: {low:.1%} to {high:.1%})"
