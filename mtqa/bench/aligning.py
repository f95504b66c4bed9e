"""How well sentences of a translation are found in its source: ``python -m mtqa.bench.aligning TEXT.en TEXT.es``.

The two files are a parallel text, a sentence a line, in the order of some real text. Stories are cut out of it, and
damaged as translations are: sentences joined on either side, sentences left out on either side, a paragraph left out.
Told is how many pairs of lines that belong together come out in one bead, and how many pairs that do come out so
belong together; for lengths alone (Gale and Church) and with cognates.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from mtqa.bench.share import Share
from mtqa.document.segmentation import segment
from mtqa.review.source.alignment import Bead, Unit, align
from mtqa.review.source.cognates import keys_of

_STORY = 40
_JOINED, _LEFT_OUT, _GAP = 0.1, 0.04, 0.3

Lines = list[tuple[set[int], str]]
"""The sentences of one side: the numbers of the lines that each is made of, and its text."""


def damaged(lines: Sequence[str], random_: random.Random) -> Lines:
    """One side of a story, with sentences joined and left out."""
    gap = random_.randrange(len(lines)) if random_.random() < _GAP else len(lines)
    side: Lines = []
    for number, line in enumerate(lines):
        if gap <= number < gap + 3 or random_.random() < _LEFT_OUT:
            continue
        if side and random_.random() < _JOINED:
            numbers, text = side[-1]
            side[-1] = (numbers | {number}, f"{text} {line}")
        else:
            side.append(({number}, line))
    return side


def unit(text: str) -> Unit:
    """A sentence as the alignment takes it."""
    return Unit(len(text), keys_of(token for sentence in segment(text) for token in sentence.tokens))


def measured(english: Sequence[str], spanish: Sequence[str], *, cognates: bool, seed: int = 1) -> tuple[Share, Share]:
    """Recall and precision of pairs of lines."""
    random_ = random.Random(seed)
    found = wanted = right = 0
    for start in range(0, len(english) - _STORY + 1, _STORY):
        one = damaged(english[start : start + _STORY], random_)
        other = damaged(spanish[start : start + _STORY], random_)
        gold = {
            (left, right_)
            for left, (numbers, _) in enumerate(one)
            for right_, (others, _) in enumerate(other)
            if numbers & others
        }
        beads = align([unit(text) for _, text in one], [unit(text) for _, text in other], cognates=cognates)
        pairs = _pairs(beads)
        found += len(pairs)
        wanted += len(gold)
        right += len(pairs & gold)
    return Share("found", right, wanted), Share("right", right, found)


def _pairs(beads: Sequence[Bead]) -> set[tuple[int, int]]:
    return {(one, other) for bead in beads for one in bead.english for other in bead.spanish}


def main(arguments: Sequence[str]) -> None:
    """Measure on the two files that are named."""
    if len(arguments) != 2:
        sys.exit("name two files: TEXT.en TEXT.es")
    english, spanish = (Path(name).read_text(encoding="utf-8").splitlines() for name in arguments)
    for label, cognates in (("lengths", False), ("lengths and cognates", True)):
        print(label)
        for share in measured(english, spanish, cognates=cognates):
            print(share.line())


if __name__ == "__main__":
    main(sys.argv[1:])
