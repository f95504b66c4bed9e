"""Batches hold every index once, longest first, within the size, and texts of one length."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.translation.batching import BATCH_PIECES, MAX_PIECES, batches, output_limit

LENGTHS = st.lists(st.tuples(st.integers(1, 9) | st.integers(1, 400), st.integers(0, 2)))


@given(LENGTHS, st.integers(1, 16))
def test_every_index_once_and_within_size(lengths: list[tuple[int, int]], width: int) -> None:
    found = list(batches(lengths, width))
    assert sorted(i for batch in found for i in batch) == list(range(len(lengths)))
    for batch in found:
        assert len({lengths[i] for i in batch}) == 1
        assert len(batch) == 1 or sum(lengths[batch[0]]) * len(batch) * width <= BATCH_PIECES
    sums = [sum(lengths[batch[0]]) for batch in found]
    assert sums == sorted(sums, reverse=True)


def test_output_limit() -> None:
    assert output_limit(3) == 22
    assert output_limit(10_000) == 2 * MAX_PIECES
