"""From candidates to what is reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.detection.candidates import Candidate
from mtqa.detection.verdict import WARNING, best_per_span, calibrated, severity
from mtqa.detection.weights import WEIGHTS, confidence
from mtqa.document import Token
from mtqa.mentions import Mention


def candidate(start: int, end: int, prominence: float, code: str = "NAM103") -> Candidate:
    mention = Mention(0, 0, 0, (Token("x" * (end - start), start, end, True),), "x" * (end - start))
    return Candidate(code, "NAM103", mention, "y", "", {"prominence": prominence, "common word": 1.0})


def test_the_more_confident_of_two_that_overlap_stays() -> None:
    weak, strong, apart = candidate(0, 5, 0.0), candidate(3, 8, 1.0), candidate(10, 12, 0.0)
    assert best_per_span([weak, strong, apart]) == [strong, apart]


def test_of_equals_the_longer_span_stays_whatever_the_order() -> None:
    short, long = candidate(2, 5, 0.5), candidate(0, 8, 0.5)
    assert best_per_span([short, long]) == best_per_span([long, short]) == [long]


@pytest.mark.parametrize(
    ("value", "level"),
    [(0.99, "error"), (0.85, "error"), (0.84, "warning"), (0.5, "warning"), (0.49, "info"), (0.1, None)],
)
def test_severity_follows_from_the_score(value: float, level: str | None) -> None:
    assert severity(value) == level


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_better_score_is_no_less_confidence(one: float, other: float) -> None:
    low, high = sorted((calibrated(one), calibrated(other)))
    assert (calibrated(min(one, other)), calibrated(max(one, other))) == (low, high) and 0 <= low <= high < 1.01


@pytest.mark.parametrize("score", [0.0, 0.2, 0.49])
def test_what_is_not_shown_keeps_its_score(score: float) -> None:
    assert calibrated(score) == score < WARNING <= calibrated(WARNING)


@pytest.mark.parametrize("table", sorted(WEIGHTS))
def test_more_evidence_for_means_more_confidence(table: str) -> None:
    weights = WEIGHTS[table]
    for name, weight in weights.items():
        if name != "bias" and weight:
            assert (confidence(table, {name: 1.0}) > confidence(table, {})) == (weight > 0)


def test_a_feature_without_a_weight_is_a_defect() -> None:
    with pytest.raises(KeyError):
        confidence("NAM103", {"no such feature": 1.0})
