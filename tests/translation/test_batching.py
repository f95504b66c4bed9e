"""Batches hold every index once, longest first, within the size."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.translation.batching import BATCH_PIECES, MAX_PIECES, batches, output_limit


@given(st.lists(st.integers(1, 400)), st.integers(1, 16))
def test_every_index_once_and_within_size(lengths: list[int], width: int) -> None:
    found = list(batches(lengths, width))
    assert sorted(i for batch in found for i in batch) == list(range(len(lengths)))
    for batch in found:
        longest = lengths[batch[0]]
        assert longest == max(lengths[i] for i in batch)
        assert len(batch) == 1 or longest * len(batch) * width <= BATCH_PIECES


def test_output_limit() -> None:
    assert output_limit(3) == 22
    assert output_limit(10_000) == 2 * MAX_PIECES
