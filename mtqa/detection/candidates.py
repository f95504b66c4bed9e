"""A candidate: a span, what it may have been meant to say, and every piece of evidence for and against."""

from __future__ import annotations

from dataclasses import dataclass, field

from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.mentions import Mention


@dataclass
class Candidate:
    """One hypothesis of one rule about one span.

    ``features`` are named values that :mod:`mtqa.detection.weights` weighs into a confidence. ``origin`` is the
    Spanish that the span is supposed to come from. ``repairs`` maps the changed tokens of the span to what they
    should read, so that the same slip is found again where the surname stands alone.
    """

    code: str
    mention: Mention
    suggestion: str
    message: str
    features: dict[str, float]
    origin: str = ""
    entity: Entity | None = None
    evidence: list[Evidence] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    repairs: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.0

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two speak of overlapping text."""
        a, b = self.mention, other.mention
        return a.block == b.block and a.start < b.end and b.start < a.end
