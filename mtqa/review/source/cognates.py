"""What two sentences share across languages: names, numbers, and words that begin alike.

After Simard, Foster and Isabelle (1992), "Using cognates to align sentences in bilingual corpora": words of four
letters or more that begin with the same four, accents aside, and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from mtqa.document.model import Token
from mtqa.gazetteer.folding import fold

STEM = 4
"""Letters that make a cognate."""


@lru_cache(maxsize=1 << 15)
def cognate_key(text: str) -> str:
    """What a token is compared by: the digits of a number, the first letters of a word; "" for what tells nothing."""
    digits = "".join(char for char in text if char.isdigit())
    if digits:
        return digits
    folded = "".join(char for char in fold(text) if char.isalnum())
    return folded[:STEM] if len(folded) >= STEM else ""


def keys_of(tokens: Iterable[Token]) -> Counter[str]:
    """The keys of a sentence, each as often as it stands there."""
    return Counter(key for token in tokens if (key := cognate_key(token.text)))


def shared(one: Counter[str], other: Counter[str]) -> int:
    """How many keys two sentences have in common."""
    if len(one) > len(other):
        one, other = other, one
    return sum(min(count, other[key]) for key, count in one.items() if key in other)
