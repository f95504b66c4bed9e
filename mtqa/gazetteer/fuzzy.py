"""Names spelt nearly as asked: candidates blocked by shared or similar words, scored by rapidfuzz."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from heapq import nlargest
from itertools import accumulate, islice

import marisa_trie

from mtqa.gazetteer.codec import Rows, read_varints

SHORTEST = 4
"""Names of fewer letters are not compared roughly (as nomenklatura has it): too much looks alike."""
_MOST_KEYS = 300
_MOST_POOL = 150
"""Words compared with one: so many at most, that a look-up costs the same however many there are."""
_MOST_WORDS = 6
_LEAST_SIMILAR = 72.0
_BLOCK = 4
_BEGINNING = 0.7
_MOST_BEGINNING = 60
_LEAST_ALIKE, _MOST_LETTERS = 75.0, 2
"""How similar words are at least, and by how many letters one may be longer."""
_FURTHER = bytes(range(0x80, 0x100))


class FuzzyIndex:
    """Finds keys of the name index that are spelt like a folded name."""

    def __init__(self, words: marisa_trie.Trie, endings: marisa_trie.Trie, rows: Rows, names: marisa_trie.Trie) -> None:
        """``words``: all words of names; ``endings``: the same written backwards; ``rows``: per word, the numbers
        of the ``names`` that hold it."""
        self._words, self._endings, self._rows, self._names = words, endings, rows, names

    def search(self, folded: str, limit: int) -> list[tuple[str, float]]:
        """Up to ``limit`` keys and their similarity 0..1, best first; nothing for names under four letters."""
        from rapidfuzz import fuzz, process

        if len(folded.replace(" ", "")) < SHORTEST:
            return []
        scored = process.extract(
            folded, self._candidates(folded), scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILAR, limit=limit
        )
        return [(key, score / 100) for key, score, _ in scored]

    def holding(self, word: str, limit: int) -> list[str]:
        """The keys that hold a folded word; none where more than ``limit`` do: the word narrows nothing down then."""
        if word not in self._words:
            return []
        keys = self._keys(word)
        return [self._names.restore_key(key) for key in keys] if len(keys) <= limit else []

    def some_holding(self, word: str, most: int) -> list[str]:
        """The first ``most`` keys that hold a folded word."""
        return [self._names.restore_key(key) for key in self._keys(word)[:most]] if word in self._words else []

    def holding_each(self, choices: Sequence[Collection[str]], least: int) -> list[str]:
        """The keys that hold a folded word of each of at least ``least`` choices."""
        counts: Counter[int] = Counter()
        for choice in choices:
            counts.update({key for word in choice if word in self._words for key in self._keys(word)})
        return [self._names.restore_key(key) for key, count in sorted(counts.items()) if count >= least]

    def _candidates(self, folded: str) -> list[str]:
        words = [word for word in folded.split() if len(word) > 1]
        rows: list[bytes] = []
        for word in words:
            similar = [word] if word in self._words else []
            if len(word) >= SHORTEST:
                similar += [other for other in self._similar(word) if other != word]
            rows += [self._rows[self._words[other]] for other in similar]
        rows.sort(key=_count)
        keys: dict[int, None] = {}
        for row in rows:
            # Counted before they are read: a common word has thousands.
            if keys and len(keys) + _count(row) > _MOST_KEYS:
                break
            keys.update(dict.fromkeys(islice(accumulate(read_varints(row)), _MOST_KEYS)))
        restore = self._names.restore_key
        found = dict.fromkeys(map(restore, keys))
        # Words too common to narrow anything down ("John Smithe"): names that begin alike.
        beginning = folded[: max(_BLOCK, round(len(folded) * _BEGINNING))]
        found.update(dict.fromkeys(islice(self._names.iterkeys(beginning), _MOST_BEGINNING)))
        return list(found)

    def _keys(self, word: str) -> list[int]:
        return list(accumulate(read_varints(self._rows[self._words[word]])))

    def _similar(self, word: str) -> list[str]:
        """The words most like one, among those that begin or end with the same letters; nearly as long as it is."""
        found = dict(_near(word, _beginning(self._words, word)))
        # Written backwards words are as similar as forwards.
        for other, score in _near(word[::-1], _beginning(self._endings, word[::-1])):
            found.setdefault(other[::-1], score)
        return nlargest(_MOST_WORDS, found, key=found.__getitem__)


def _beginning(words: marisa_trie.Trie, word: str) -> list[str]:
    """The words with the first three or four letters of one; with more of them where that would be too many."""
    for length in range(_BLOCK - (len(word) <= 5), len(word)):
        pool = list(islice(words.iterkeys(word[:length]), _MOST_POOL + 1))
        if len(pool) <= _MOST_POOL:
            return pool
    return []


def _near(word: str, pool: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Words of a pool like one, and how much, best first."""
    from rapidfuzz import fuzz, process

    for other, score, _ in process.extract(word, pool, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=None):
        if abs(len(other) - len(word)) <= _MOST_LETTERS:
            yield other, score


def _count(row: bytes) -> int:
    """How many numbers a row holds: as many as it has last bytes of numbers."""
    return len(row.translate(None, _FURTHER))
