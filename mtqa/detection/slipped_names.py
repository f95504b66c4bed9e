"""Names of places and bodies that the decoder broke: a word that no lexicon has, a slip or two from a known name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display
from mtqa.detection.left_names import LOCATING
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Match
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import skeletons
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

SHORTEST, LONG = 6, 9
"""Letters of a broken word that is looked at, and from which it may be two slips away."""
UNKNOWN = 1.0
"""Zipf frequency in English and Spanish below which a token is no word."""
BEARERS = 5
"""Bearers from which a token is somebody's name."""
GIVEN = 1000
"""Bearers from which the name that is meant may as well be a person's."""
LONGEST = 4
"""Tokens of the longest span that is looked up."""
LEAST_PROMINENT = 0.6
"""Prominence below which a name is hardly told from other obscure ones."""
_DERIVED = re.compile(r"(?:is[mt]|an|ese|er|ov[ae]|sk[iy]|ic|al|it[yi])s?$")
"""Endings that make adjectives, followers and relatives of a name: a word of its own, which lexicons need not have."""
_WORDS_OF_THEIR_OWN = frozenset({"work", "event", "term"})
"""Kinds whose names may be any word: a title of one word is no ground to take another word for its slip."""
MOST = 20
"""Names nearly so spelt that are weighed."""


def slips(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span with one unknown token, whose other tokens are those of a known place or body."""
    unknown = {word for run in article.mentions for word in set(run.words) if is_unknown(article, word)}
    near: dict[tuple[str, ...], list[tuple[str, Match]]] = {}
    for run in article.mentions:
        for part in article.parts(run, LONGEST):
            broken = [word for word in part.words if word in unknown]
            if len(broken) != 1 or (len(part.tokens) == 1 and is_amid_capitals(run, part)):
                continue
            if part.words not in near:
                near[part.words] = list(_near(article, part, broken[0]))
            found = [
                (_features(article, part, fold(broken[0]), right, match), match) for right, match in near[part.words]
            ]
            if found:
                best = max(found, key=lambda each: (confidence("COR101", each[0]), each[1].entity.id))
                yield _candidate(article, part, broken[0], *best, code)


def is_unknown(article: Article, word: str) -> bool:
    """Whether a capitalised word is neither a word nor anybody's name nor anything a source lists."""
    if len(word) < SHORTEST or not word.isalpha() or not word.istitle():
        return False
    facts = article.knowledge.word(word)
    if max(facts.english, facts.spanish) >= UNKNOWN or max(facts.given, facts.surname) >= BEARERS:
        return False
    return not article.is_listed(word)


def _near(article: Article, part: Mention, broken: str) -> Iterator[tuple[str, Match]]:
    """Places and bodies that the span is but for its broken word, and the right word for it."""
    words = fold(part.text).split()
    nearest = article.knowledge.gazetteer.fuzzy(part.text, MOST)
    if any(fold(broken) in fold(match.name).split() and match.entity.is_called(match.name) for match in nearest):
        return  # some name has it just so
    for match in nearest:
        entity = match.entity
        if entity.kind == "person" or entity.prominence < LEAST_PROMINENT or not entity.is_called(match.name):
            continue
        right = fold(match.name).split()
        if len(right) != len(words) or (len(words) == 1 and entity.kind in _WORDS_OF_THEIR_OWN):
            continue
        differ = [(ours, theirs) for ours, theirs in zip(words, right, strict=True) if ours != theirs]
        if len(differ) != 1 or differ[0][0] != fold(broken) or not _is_slip(*differ[0]):
            continue
        if is_derived(*differ[0]) or article.knowledge.word(differ[0][1]).given >= GIVEN:
            continue
        if len(words) > 1 or skeletons(broken).isdisjoint(skeletons(match.name)):  # what sounds alike is NAM102's
            yield differ[0][1], match


def _is_slip(ours: str, theirs: str) -> bool:
    allowed = 1 if len(ours) < LONG else 2
    same_start = ours[0] == theirs[0] and len(theirs) >= SHORTEST - 1
    return same_start and DamerauLevenshtein.distance(ours, theirs, score_cutoff=allowed) <= allowed


def _features(article: Article, part: Mention, word: str, right: str, match: Match) -> dict[str, float]:
    return {
        "prominence": match.entity.prominence,
        "tokens": float(min(3, len(part.tokens)) - 1),
        "length": min(10.0, float(len(word))) - SHORTEST,
        "edits": float(DamerauLevenshtein.distance(word, right) - 1),
        "country": agreement(article, match.entity),
        "in document": float(article.count(match.name) > 0),
        "repeated": min(3.0, article.count(part.text) - 1.0),
        "in": float(bool(LOCATING & {w.lower() for w in article.words_before(part, 1)})),
        "initial": float(part.initial and len(part.tokens) == 1),
        "titled": float(part.titled),
    }


def is_derived(word: str, right: str) -> bool:
    """Whether the word is another one of the same stem rather than a slip: "Palermitan" beside Palermo."""
    ending = _DERIVED.search(word)
    grown = len(word) > len(right) and word[-2:] != right[-2:]
    return grown or (ending is not None and not right.endswith(ending[0]))


def _candidate(
    article: Article, part: Mention, broken: str, features: dict[str, float], match: Match, code: str
) -> Candidate:
    return Candidate(
        code=code,
        table="COR101",
        mention=part,
        suggestion=display(part, match.name),
        message=f"“{part.text}” looks like a broken spelling of {match.name}",
        features=features,
        origin=match.name,
        entity=match.entity,
        evidence=[
            Evidence("spelling", f"no lexicon knows “{broken}”, which is a slip from “{match.name}”"),
            of_entity(article, match.entity),
        ],
    )
