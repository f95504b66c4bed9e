"""The table of weights: nothing in it is dead."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtqa.detection
from mtqa.detection.weights import WEIGHTS

SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("detection", "rules")
    for path in (Path(mtqa.detection.__file__).parents[1] / folder).glob("*.py")
    if path.name != "weights.py"
)


@pytest.mark.parametrize(
    ("table", "feature"), [(t, f) for t, features in WEIGHTS.items() for f in features if f != "bias"]
)
def test_every_weight_has_a_feature_and_counts(table: str, feature: str) -> None:
    assert f'"{feature}"' in SOURCES
    assert WEIGHTS[table][feature] != 0
