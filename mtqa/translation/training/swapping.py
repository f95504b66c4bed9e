"""Names put in place of the names of human sentences, on both sides: names are to pass through anywhere."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mtqa.translation.training.names import Pair

_WORD = re.compile(r"\w+")
_FREQUENT = 20
PASSES = 3


def given_names(people: Iterable[Pair]) -> frozenset[str]:
    """First tokens of at least `_FREQUENT` of the people whose name both languages write alike, initials left out."""
    counts = Counter(en.split()[0] for en, es in people if en == es)
    return frozenset(name for name, count in counts.items() if count >= _FREQUENT and len(name) > 2 and name.isalpha())


def swapped(rng: random.Random, sentences: Sequence[Pair], people: Sequence[Pair]) -> Iterator[Pair]:
    """Sentences, ``PASSES`` times over, with each lone given name in them replaced by somebody's name.

    Only names that stand once on each side, in equal spelling, are replaced; words that the sentences
    also write in lower case are not taken for names.
    """
    lower = Counter(word for pair in sentences for side in pair for word in _WORD.findall(side) if word.islower())
    given = {name for name in given_names(people) if lower[name.lower()] < _FREQUENT}
    alike = [en for en, es in people if en == es]
    for en, es in itertools.chain.from_iterable(itertools.repeat(sentences, PASSES)):
        counts = [Counter(_WORD.findall(side)) for side in (en, es)]
        shared = sorted(word for word in counts[0] if word in given and counts[0][word] == counts[1].get(word) == 1)
        for word in shared:
            name = rng.choice(alike)
            en, es = _replace(en, word, name), _replace(es, word, name)
        if shared:
            yield en, es


def _replace(text: str, word: str, name: str) -> str:
    return re.sub(rf"\b{re.escape(word)}\b", lambda found: name, text)
