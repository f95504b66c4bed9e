"""Ratios of sums, with intervals that a seed fixes."""

from __future__ import annotations

from collections import Counter

import pytest

from mtqa.bench.counting import Counted
from mtqa.bench.folder import BenchDoc
from mtqa.bench.metrics import Metric, Sample, classes, headline, rules
from mtqa.document.readers.text import read_text

DOC = BenchDoc("story", read_text("", "story.txt"), None, ())


def documents(*counts: dict[str, int]) -> list[Counted]:
    return [Counted(DOC, Counter(each)) for each in counts]


HALF = documents(
    *[{"definite": 4, "definite flagged": 3, "words": 100, "findings": 3, "found definite": 3, "possible": 4,
       "actual": 3, "exactly": 2, "partly": 1}] * 5,
    *[{"definite": 4, "definite flagged": 1, "words": 100, "findings": 3, "found definite": 1, "found outside": 1,
       "found correct": 1, "possible": 4, "actual": 3, "partly": 1, "correct": 2, "correct flagged": 1}] * 5,
)  # fmt: skip


def test_numbers_are_of_the_sums() -> None:
    found = headline(Sample(HALF), annotated=True)
    assert found["recall"].value == 0.5 and (found["recall"].hits, found["recall"].total) == (20, 40)
    assert found["precision"].value == pytest.approx(20 / 25)
    assert found["precision_at_least"].value == pytest.approx(20 / 30)
    assert found["findings_per_1000_words"].value == 30 and found["outside_per_1000_words"].value == 5
    # Segura-Bedmar et al.: (exact + half the partial ones) by what was given, and by what was there.
    assert found["partial_precision"].value == pytest.approx((10 + 5) / 30)
    assert found["partial_recall"].value == pytest.approx((10 + 5) / 40)
    p, r = (10 + 5) / 30, (10 + 5) / 40
    assert found["partial_f"].value == pytest.approx(2 * p * r / (p + r))


def test_intervals_hold_the_value_and_depend_on_the_seed_alone() -> None:
    varied = documents(*({"words": 90 + 7 * number, "findings": number % 4} for number in range(20)))
    numbers = [headline(Sample(varied, 500, seed), annotated=False) for seed in (1, 1, 2)]
    first, again, other = (each["findings_per_1000_words"] for each in numbers)
    assert first == again != other
    assert first.value is not None and first.low is not None and first.high is not None
    assert 0.5 * first.value < first.low < first.value < first.high < 1.5 * first.value


def test_no_resamples_no_interval() -> None:
    assert Sample(HALF, 0).share(["definite flagged"], ["definite"]) == Metric(0.5, None, None, 20, 40)


def test_a_share_that_never_varies_has_wilsons_interval() -> None:
    metric = Sample(documents({"correct": 10}, {"correct": 10})).share(["correct flagged"], ["correct"])
    assert metric.value == 0 and metric.low == pytest.approx(0, abs=1e-9)
    assert metric.high == pytest.approx(0.1611, abs=1e-3)


def test_nothing_to_measure_is_no_number() -> None:
    assert headline(Sample(documents({"words": 5})), annotated=True)["recall"].value is None
    assert list(headline(Sample(HALF), annotated=False)) == ["findings_per_1000_words"]
    assert Metric(None).to_json() == {"value": None}


def test_classes_and_rules() -> None:
    sample = Sample(documents(
        {"definite/place": 1, "definite/place flagged": 1, "definite/place first": 1, "rule NAM101 definite": 1},
        {"definite/person": 3, "definite/person flagged": 2, "definite/person any": 1, "definite/person first": 0,
         "rule NAM101 outside": 1, "rule ACR101 correct": 1},
    ))  # fmt: skip
    assert list(classes(sample)) == ["person", "place"]
    assert classes(sample)["person"]["suggestion_any"].value == 0.5
    found = rules(sample)
    assert list(found) == ["ACR101", "NAM101"]
    assert found["NAM101"]["precision_at_least"].value == 0.5 and found["NAM101"]["precision"].value == 1
    assert found["ACR101"]["correct"] == 1 and found["ACR101"]["precision"].value == 0
