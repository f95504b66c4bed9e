"""Given names that are one name in several languages, told by their consonants: Luisa and Louise, Juan and Jean."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.gazetteer.folding import fold

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"ch|ck|qu|k|q", "c"),
        (r"g(?=[ei])", "j"),
        (r"ph", "f"),
        (r"gu(?=[aeio])|w", "u"),
        (r"h", ""),
        (r"z", "s"),
        (r"x", "j"),
        (r"d", "t"),
        (r"v", "b"),
        (r"y", "i"),
    )
)
_VOWELS = re.compile("[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?<=..)s$")
SHORTEST = 2
"""Consonants that two names must share: a name of one ("Leo") tells nothing."""


def are_cognate(one: str, other: str) -> bool:
    """Whether two given names may be the same name: equal beginnings, equal consonants, and not of two sexes.

    A likeness, no proof: it is for two people who share a surname.
    """
    first, second = _skeleton(one), _skeleton(other)
    if fold(one) == fold(other) or first != second or len(first[1]) < SHORTEST:
        return False
    endings = {fold(one)[-1:], fold(other)[-1:]}
    return "a" not in endings or endings <= {"a", "e"}


@lru_cache(maxsize=20_000)
def _skeleton(name: str) -> tuple[str, str]:
    """The first letter, and the consonants."""
    key = fold(name)
    if not key.isalpha() or not key.isascii():
        return "", ""
    for pattern, plain in _RULES:
        key = pattern.sub(plain, key)
    consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", key))
    return key[:1], _ENDING.sub("", consonants)
