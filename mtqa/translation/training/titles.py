"""Short sentences and entries dressed as names and headlines: capitals do not make words untranslatable."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from mtqa.translation.training.names import Pair

MOST_WORDS = 6
_SMALL = frozenset(
    "a an and as at by for from in of on or the to with y e o u de del la las los el un una en con por para al".split()
)


def titles(rng: random.Random, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs of at most `MOST_WORDS` words a side in title case on both, or wholly in capitals, without end marks.

    Spanish titles also come with a capital at the start alone, as Spanish writes them.
    """
    for en, es in pairs:
        en, es = (side.strip(" .¡!¿?…\"'«»“”") for side in (en, es))
        if not en or not es or max(en.count(" "), es.count(" ")) >= MOST_WORDS or not (en + es)[0].isalpha():
            continue
        draw = rng.random()
        if draw < 0.2:
            yield en.upper(), es.upper()
        elif draw < 0.4:
            yield title(en), es
        else:
            yield title(en), title(es)


def title(text: str) -> str:
    """Every word but the small ones inside with a capital; the rest of a word as it is."""
    words = text.split(" ")
    return " ".join(w if at and w.lower() in _SMALL else w[:1].upper() + w[1:] for at, w in enumerate(words))
