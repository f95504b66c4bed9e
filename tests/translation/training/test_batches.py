"""An epoch visits every pair once, within the size, and can be resumed."""
from __future__ import annotations

from itertools import islice

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.translation.training.batches import endless, epoch, join, tensors


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), min_size=1, max_size=60))
def test_an_epoch_visits_every_pair_once(lengths: list[tuple[int, int]]) -> None:
    source = join([np.ones(a, np.uint16) for a, _ in lengths])
    target = join([np.ones(b, np.uint16) for _, b in lengths])
    found = epoch(source, target, 64, 1)
    assert sorted(int(i) for batch in found for i in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) * max(max(lengths[int(i)]) for i in batch) <= 64


def test_resumes_where_it_stopped() -> None:
    side = join([np.full(n % 7 + 1, n, np.uint16) for n in range(50)])
    whole = [batch.tolist() for batch in islice(endless(side, side, 20, 4, 0), 60)]
    later = [batch.tolist() for batch in islice(endless(side, side, 20, 4, 25), 35)]
    assert later == whole[25:]


def test_tensors_are_padded() -> None:
    side = join([np.array([3, 4, 0], np.uint16), np.array([5, 0], np.uint16)])
    assert tensors(side, np.array([0, 1]), 9).tolist() == [[3, 4, 0], [5, 0, 9]]
