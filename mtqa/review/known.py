"""Decisions of a review as a baseline has them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from mtqa.baseline.model import Baseline, Entry
from mtqa.baseline.updating import merged
from mtqa.review.decisions import Decision


def as_baseline(decisions: Iterable[Decision]) -> Baseline:
    """A baseline of decisions whose paths count from the working folder; their moments become days."""
    place = Baseline(os.getcwd())
    return Baseline(
        place.folder,
        merged(
            Entry(
                place.path_of(decision.path),
                decision.code,
                decision.fingerprint,
                decision.text,
                decision=decision.decision,
                by=decision.by,
                at=decision.at[:10],
                reason=decision.reason,
            )
            for decision in decisions
        ),
    )
