"""Calibration error and Brier score, on outcomes worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.bench.counting import Counted
from mtqa.bench.folder import BenchDoc
from mtqa.bench.reliability import binned, reliability
from mtqa.document.readers.text import read_text
from mtqa.findings import Finding


def test_by_hand() -> None:
    found = binned([(0.9, True), (0.92, True), (0.94, False), (0.55, False), (0.55, None), (1.0, True)])
    counts = [(b.low, b.right, b.wrong, b.unread) for b in found.bins]
    assert counts == [(0.5, 0, 1, 1), (0.9, 2, 1, 0), (0.95, 1, 0, 0)]
    assert found.bins[1].share == pytest.approx(2 / 3) and found.bins[1].mean == pytest.approx(0.92)
    # Three bins with 1, 3 and 1 read findings.
    assert found.calibration_error == pytest.approx((0.55 + 3 * (0.92 - 2 / 3) + 0.0) / 5)
    assert found.brier == pytest.approx((0.01 + 0.0064 + 0.8836 + 0.3025 + 0) / 5)
    assert found.read == 5


def test_nothing_read() -> None:
    found = binned([(0.5, None)])
    assert (found.calibration_error, found.brier, found.bins[0].share) == (None, None, None)
    assert binned([]).to_json() == {"expected_calibration_error": None, "brier": None, "bins": []}


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([True, False, None]))))
def test_every_finding_is_in_one_bin(outcomes: list[tuple[float, bool | None]]) -> None:
    found = binned(outcomes)
    assert sum(b.right + b.wrong + b.unread for b in found.bins) == len(outcomes)
    assert all(b.low <= b.mean <= b.high for b in found.bins)
    if found.brier is not None and found.calibration_error is not None:
        assert 0 <= found.brier <= 1 and 0 <= found.calibration_error <= 1


@pytest.mark.parametrize(("exhaustive", "counts"), [(True, (1, 2, 0)), (False, (1, 1, 1))])
def test_outside_is_wrong_only_where_the_gold_is_exhaustive(exhaustive: bool, counts: tuple[int, int, int]) -> None:
    each = Counted(BenchDoc("story", read_text("", "s.txt"), None, ()))
    for where in ("definite", "correct", "outside", "arguable"):
        each.judged.append((Finding("NAM101", "r", "warning", 0.7, "", 0, 1, 1, 1, "x"), where))
    found = reliability([each], exhaustive=exhaustive).bins
    assert [(b.right, b.wrong, b.unread) for b in found] == [counts]
