"""Words for the people of a place that were made of a broken name: "Helsimkians" in a story about Helsinki.

Decoders make such words anew in every sentence, from pieces of the place. That the story names the place itself, one
slip from what the word is made of, tells more than any list of words for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.left_names import is_part_of_longer
from mtqa.detection.slipped_names import LEAST_PROMINENT, is_unknown
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

SHORTEST = 6
"""Letters of a place, and of the beginning of a word that is compared with it."""
ENDINGS = ("er", "ian", "an", "n", "ese", "i")
"""Endings of English words for the people of a place."""
_PEOPLE = re.compile(r"(ers?|ians?|ans?|ese|is?)$")
_VOWEL = re.compile(r"[aeiouy]$")


def slips(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per unknown word that a place of the story becomes with one slip and an ending of peoples."""
    words = [word for word in article.singles if _PEOPLE.search(word) and is_unknown(article, word)]
    if not words:
        return
    places = _places(article)
    for word in words:
        place = _meant(article, word, places)
        if place is not None:
            for run, part in article.singles[word]:
                if not part.titled and not is_part_of_longer(run, part):
                    yield _candidate(article, part, *place, code)


def _places(article: Article) -> list[tuple[str, Entity]]:
    """The places of one word that the story names by their English name."""
    found = []
    for text in sorted(article.singles):
        named = [each for each in article.named(text) if each.kind == "place" and each.prominence >= LEAST_PROMINENT]
        if len(text) >= SHORTEST and text.istitle() and named:
            found.append((text, max(named, key=lambda place: (place.prominence, place.id))))
    return found


def _meant(article: Article, word: str, places: list[tuple[str, Entity]]) -> tuple[str, Entity] | None:
    """The place of which the word is made but for one slip; none where the beginning is a name or a word itself."""
    base = _PEOPLE.sub("", word)
    if len(base) < SHORTEST or article.is_listed(base) or article.knowledge.word(base).english:
        return None
    for text, place in places:
        if any(_is_slip(fold(base), stem) for stem in {fold(text), _VOWEL.sub("", fold(text))}):
            return text, place
    return None


def _is_slip(ours: str, theirs: str) -> bool:
    """Whether two beginnings differ by one slip inside: at the end English has its ways, Sinaloan and Tobagonian."""
    same_ends = (ours[0], ours[-1]) == (theirs[0], theirs[-1])
    return same_ends and DamerauLevenshtein.distance(ours, theirs, score_cutoff=1) == 1


def _candidate(article: Article, part: Mention, name: str, place: Entity, code: str) -> Candidate:
    right = _people(article, name, part.text)
    return Candidate(
        code=code,
        table="COR101-people",
        mention=part,
        suggestion=right,
        alternatives=[name],
        message=f"“{part.text}” looks like a broken word for the people of {name}",
        features={
            "times": min(3.0, article.count(name) - 1.0),
            "initial": float(part.initial),
        },
        origin=name,
        entity=place,
        evidence=[
            Evidence("spelling", f"no lexicon knows “{part.text}”, whose beginning is a slip from “{name}”"),
            Evidence("document", f"the story names {name}"),
            of_entity(article, place),
        ],
    )


def _people(article: Article, name: str, word: str) -> str:
    """What English calls people from there: the word in use, else -er after -land, else one with the word's ending."""
    plural = "s" if word.endswith("s") else ""
    stems = dict.fromkeys((name, _VOWEL.sub("", name)))
    options = [stem + ending for stem in stems for ending in ENDINGS if stem + ending != name]
    usual = max(options, key=lambda option: (article.knowledge.word(option).english, option))
    if article.knowledge.word(usual).english > 0:
        return usual + plural
    ending = _PEOPLE.search(word)
    own = ending[0].removesuffix("s") if ending else "er"
    return (name + "er" if name.endswith("land") else _VOWEL.sub("", name) + own) + plural
