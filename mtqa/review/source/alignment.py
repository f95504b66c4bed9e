"""Which sentences of a translation belong to which of its source, by their lengths and by what they share.

Gale and Church (1993), "A program for aligning sentences in bilingual corpora", find the cheapest way through both
texts in steps of one or more sentences on either side (beads), a bead being dear when the lengths of its sides do not
fit. Lengths alone lose the thread where a paragraph is missing; so a bead is also judged by the cognates its sides
share (Simard et al. 1992), as a binomial: how likely each key of the poorer side is to be found on the other if the two
belong together, and if they do not.

The libraries for this (nltk, galechurch) take lengths alone; those that take more want a vector for each sentence from
a large model. ``python -m mtqa.bench.aligning`` measures both on any parallel text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.review.source.cognates import shared

BEADS = {
    (1, 1): 0.89,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
    (2, 1): 0.0445,
    (1, 2): 0.0445,
    (2, 2): 0.011,
    (3, 1): 0.0055,
    (1, 3): 0.0055,
}
"""English and Spanish sentences of a bead → how likely it is. After table 5 of Gale and Church; threes are our own."""
GROWTH = 1.15
"""Spanish letters for one English one."""
VARIANCE = 6.8
"""Of that number, for each letter (Gale and Church, section 4)."""
TOGETHER, APART = 0.35, 0.03
"""How likely a key of one sentence is to be found in the other when they belong together, and when they do not."""
_ALONE = 1.0
"""What it costs, besides its rarity, to leave a sentence without its like. This and the two above were chosen on the
first 600 sentences of FLORES-200 dev, damaged as the bench does it."""
_BAND = 40
"""Sentences off the diagonal that are looked at, besides a quarter of the text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as the alignment sees it: its length in letters, and its cognate keys."""

    length: int
    keys: Counter[str]


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that belong together: ranges of English and of Spanish ones. ``common`` is how many of the ``possible``
    cognate keys (those of the poorer side) they share."""

    english: range
    spanish: range
    common: int
    possible: int


def align(english: Sequence[Unit], spanish: Sequence[Unit], *, cognates: bool = True) -> list[Bead]:
    """The cheapest way through both texts, in order; every sentence is in exactly one bead, some with none opposite.

    Without ``cognates`` by lengths alone, as Gale and Church have it. Time and memory are as the product of the two
    numbers of sentences, within a band around the diagonal.
    """
    rows, columns = len(english), len(spanish)
    sums = [_sums([unit.length for unit in units]) for units in (english, spanish)]
    keys = _Keys(english, spanish)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, (0, 0))
    for row in range(rows + 1):
        for column in _band(row, rows, columns):
            if row == column == 0:
                continue
            found: tuple[float, tuple[int, int]] | None = None
            for (down, right), prior in BEADS.items():
                before = best[row - down].get(column - right) if down <= row else None
                if before is None:
                    continue
                one = sums[0][row] - sums[0][row - down]
                other = sums[1][column] - sums[1][column - right]
                cost = before[0] - math.log(prior)
                if down and right:
                    cost += _length_cost(one, other)
                    if cognates:
                        cost -= _score(*keys.common(row - down, row, column - right, column))
                elif cognates:
                    cost += _ALONE
                if found is None or cost < found[0]:
                    found = (cost, (down, right))
            if found is not None:
                best[row][column] = found
    return _way_back(best, rows, columns, keys)


class _Keys:
    """The keys of beads. Those of neighbours together are made once, for they are asked for again and again."""

    def __init__(self, english: Sequence[Unit], spanish: Sequence[Unit]) -> None:
        self._sides = (english, spanish)
        self._joined: tuple[dict[tuple[int, int], Counter[str]], ...] = ({}, {})

    def common(self, top: int, bottom: int, left: int, right: int) -> tuple[int, int]:
        """How many keys English sentences ``[top, bottom)`` and Spanish ones ``[left, right)`` share, of how many."""
        one, other = self._of(0, top, bottom), self._of(1, left, right)
        return shared(one, other), min(one.total(), other.total())

    def _of(self, side: int, first: int, last: int) -> Counter[str]:
        joined = self._joined[side]
        if (first, last) not in joined:
            keys: Counter[str] = Counter()
            for unit in self._sides[side][first:last]:
                keys.update(unit.keys)
            joined[first, last] = keys
        return joined[first, last]


def _score(common: int, possible: int) -> float:
    """The log of how much likelier it is for sentences that belong together to share so many keys than for others."""
    return common * math.log(TOGETHER / APART) + (possible - common) * math.log((1 - TOGETHER) / (1 - APART))


def _length_cost(one: int, other: int) -> float:
    """Minus the log of how likely two lengths are to differ as much as these or more."""
    mean = (one + other / GROWTH) / 2
    if not mean:
        return 0.0
    distance = abs(one * GROWTH - other) / math.sqrt(mean * VARIANCE * GROWTH)
    return -math.log(max(math.erfc(distance / math.sqrt(2)), 1e-12))


def _band(row: int, rows: int, columns: int) -> range:
    middle = row * columns / rows if rows else 0
    reach = _BAND + columns / 4 if rows else columns
    return range(max(0, int(middle - reach)), min(columns, int(middle + reach)) + 1)


def _sums(values: Sequence[int]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _way_back(
    best: Sequence[dict[int, tuple[float, tuple[int, int]]]], row: int, column: int, keys: _Keys
) -> list[Bead]:
    beads = []
    while row or column:
        _, (down, right) = best[row][column]
        common, possible = keys.common(row - down, row, column - right, column)
        beads.append(Bead(range(row - down, row), range(column - right, column), common, possible))
        row, column = row - down, column - right
    return beads[::-1]
