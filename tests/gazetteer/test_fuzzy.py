"""Rough look-ups, over an index made for the test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import marisa_trie
import pytest

from mtqa.gazetteer import fuzzy
from mtqa.gazetteer.codec import Rows, pack_rows, varint
from mtqa.gazetteer.fuzzy import FuzzyIndex


class Counting:
    """A trie that counts the keys it gives out."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.trie = marisa_trie.Trie(keys)
        self.given = 0

    def __contains__(self, key: str) -> bool:
        return key in self.trie

    def __getitem__(self, key: str) -> int:
        return int(self.trie[key])

    def iterkeys(self, prefix: str) -> Iterator[str]:
        for key in self.trie.iterkeys(prefix):
            self.given += 1
            yield key


def index_of(names: Sequence[str]) -> tuple[FuzzyIndex, Counting]:
    """The index of one-word names, and the trie of its words."""
    words, endings = Counting(names), Counting([name[::-1] for name in names])
    trie = marisa_trie.Trie(names)
    rows = [b""] * len(names)
    for name in names:
        rows[words[name]] = varint(trie[name])
    index = FuzzyIndex(words, endings, Rows(memoryview(pack_rows(rows))), trie)
    return index, words


def crowd(count: int, beginning: str) -> list[str]:
    letters = "abcdefghiklmnoprstuvyz"
    made = (beginning + a + b + c for a in letters for b in letters for c in letters)
    return list(islice(made, count))


def test_a_letter_wrong_at_the_end_is_found_in_a_crowd_of_words_that_begin_alike() -> None:
    index, _ = index_of([*crowd(5000, "karo"), "karolinsky"])
    assert index.search("karolinski", 3)[0][0] == "karolinsky"


def test_a_letter_wrong_at_the_beginning_is_found_in_a_crowd_of_words_that_end_alike() -> None:
    index, _ = index_of([*(word[::-1] for word in crowd(5000, "ykso")), "warnosky"])
    assert index.search("varnosky", 3)[0][0] == "warnosky"


@pytest.mark.parametrize("count", [500, 5000])
def test_no_more_words_are_compared_in_a_larger_crowd(count: int) -> None:
    index, words = index_of([*crowd(count, "karo"), "karolinsky"])
    index.search("karolinski", 3)
    assert words.given <= 3 * (fuzzy._MOST_POOL + 1)


def test_a_name_of_three_letters_is_not_compared() -> None:
    index, _ = index_of(["ana", "anna"])
    assert index.search("ana", 3) == []
