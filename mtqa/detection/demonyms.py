"""The words that Spanish makes from the name of a place for its people and what is theirs: Murcia, murciano."""

from __future__ import annotations

import re

from mtqa.gazetteer import Match
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.lookup import LookUp

ENDINGS = ("és", "ense", "eño", "ano", "ino", "ín", "í")
"""What Spanish puts behind the stem of a place; "-ista" and the like are those of parties, not of people."""
LEAST_PROMINENT = 0.5
"""Prominence below which a translator hardly knows a word for the people to be that of the place."""
SHORTEST = 3
"""Letters of a place without its last vowels."""
_BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}


def demonyms(gazetteer: LookUp, place: str) -> list[str]:
    """Spanish words for the people of a place with one word to its name, in English or Spanish; [] where there is none.

    The endings are regular; a word counts where Spanish knows it and uses it more than English does.
    """
    if not place[:1].isupper() or " " in place:
        return []
    matches = (*gazetteer.exact(place), *gazetteer.spanish(place))
    names = {fold(match.entity.spanish) for match in matches if _is_well_known_place(match)}
    made = (stem + ending for name in sorted(names) if " " not in name for stem in _stems(name) for ending in ENDINGS)
    return [word for word in made if _is_spanish(gazetteer, word)]


def _is_well_known_place(match: Match) -> bool:
    return match.entity.kind == "place" and match.entity.prominence >= LEAST_PROMINENT


def _stems(name: str) -> list[str]:
    """The stems of a name: without the vowel at its end, or two; before e, Spanish writes its last c or g otherwise."""
    stems = dict.fromkeys((re.sub(r"(?:[aeo]s?)$", "", name), re.sub(r"(?:ia|ias)$", "", name)))
    found = [stem for stem in stems if len(stem) >= SHORTEST]
    return found + [stem[:-1] + _BEFORE_E[stem[-1]] for stem in found if stem[-1] in _BEFORE_E]


def _is_spanish(gazetteer: LookUp, word: str) -> bool:
    facts = gazetteer.word(word)
    return facts.lemma_es and facts.spanish > facts.english
