"""A candidate: a span, what it may have been meant to say, and every piece of evidence for and against."""

from __future__ import annotations

from dataclasses import dataclass, field

from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.mentions import Mention


@dataclass
class Candidate:
    """One hypothesis of one rule about one span.

    ``features`` are named values that a table of :mod:`mtqa.detection.weights` weighs into a score.
    ``origin`` is the Spanish that the span is supposed to come from. ``repairs`` maps the changed tokens of the span
    to what they should read; ``alone`` is the token that stands for the whole where it comes again (a surname, an
    acronym), so that the same slip is found there.
    """

    code: str
    table: str
    mention: Mention
    suggestion: str
    message: str
    features: dict[str, float]
    origin: str = ""
    entity: Entity | None = None
    evidence: list[Evidence] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    repairs: dict[str, str] = field(default_factory=dict)
    alone: str = ""
    discount: float = 1.0

    @property
    def confidence(self) -> float:
        """How likely the flag is to be right (0..1): what the table makes of the features, discounted. It is the score
        that :func:`mtqa.detection.verdict.calibrated` turns into the confidence of a finding."""
        return confidence(self.table, self.features) * self.discount
