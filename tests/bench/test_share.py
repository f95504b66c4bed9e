"""Shares carry their interval."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.bench.share import Share


def test_known_interval() -> None:
    share = Share("names", 81, 100)  # the example of Wilson's interval with p = 0.81 and n = 100
    assert share.value == 0.81 and share.interval == pytest.approx((0.7222, 0.8749), abs=1e-4)
    assert share.line() == "names                     81 / 100    81.0%  (95 %: 72.2% to 87.5%)"


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(hits: int, misses: int) -> None:
    share = Share("x", hits, hits + misses)
    low, high = share.interval
    assert -1e-9 <= low <= high <= 1 + 1e-9
    if share.total:
        assert low - 1e-9 <= share.value <= high + 1e-9
