"""Numbers and lists as bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.codec import Rows, map_trie, pack_rows, pack_trie, read_varints, varint


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_varints_come_back(values: list[int]) -> None:
    data = b"".join(map(varint, values))
    assert read_varints(data) == values


@given(st.lists(st.binary(max_size=20), max_size=30))
def test_rows_come_back(rows: list[bytes]) -> None:
    packed = Rows(memoryview(pack_rows(rows)))
    assert len(packed) == len(rows)
    assert [packed[index] for index in range(len(rows))] == rows


@given(st.sets(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), max_size=20))
def test_a_mapped_trie_has_the_ids_of_the_packed_one(keys: set[str]) -> None:
    data, trie = pack_trie(keys)
    mapped = map_trie(memoryview(data))
    assert {key: mapped[key] for key in keys} == {key: trie[key] for key in keys}
    assert pack_trie(sorted(keys, reverse=True))[0] == data
