"""Monarchs and popes under the form that another language has for their name: "Giorgio VI", "Karel III".

Rulers are the people whose given names every language still translates. The numeral stays, and with the office and the
day it tells who is meant; English has its own form for each, or keeps the ruler's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from mtqa.detection.alignment import FOLDED, SAME, relate
from mtqa.detection.article import LEADER, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_holder
from mtqa.detection.features import agreement, country_of, display
from mtqa.detection.left_people import NUMERAL
from mtqa.detection.people import MAX_NAME, name_words, person_spans
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import TRANSLITERATED
from mtqa.mentions import Mention, RolePhrase

SIMILAR = 60
"""Similarity (0..100) from which two given names may be one name in two languages."""
MOST = 20
"""Names nearly so spelt that are looked at."""
HIGH = "X"
"""What is in numerals so high that one ruler has them: several countries had an Isabel II."""


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Who may be meant by a span, and the office if the text gives it."""

    part: Mention
    entity: Entity
    role: RolePhrase | None


def translated(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span with a numeral: the likeliest ruler whose name it is in another language."""
    for part in person_spans(article):
        words = name_words(part.text)
        if not 2 <= len(words) <= MAX_NAME or not any(_is_numeral(word) for word in words[1:]):
            continue
        if part.titled or article.is_settled(part):
            continue
        ranked = sorted(
            ((_features(article, found), found) for found in _rulers(article, part, words)),
            key=lambda each: (-confidence("NAM102-regnal", each[0]), each[1].entity.id),
        )
        if ranked:
            yield _candidate(article, *ranked[0], code)


def _is_numeral(word: str) -> bool:
    return NUMERAL.fullmatch(word) is not None


def _rulers(article: Article, part: Mention, words: tuple[str, ...]) -> Iterator[_Ruler]:
    gazetteer = article.knowledge.gazetteer
    role = article.role_of.get((part.block, part.start))
    role = role if role is not None and role.body and role.mention.end == part.end else None
    held = gazetteer.holders(role.office, role.body, article.when) if role is not None else []
    holders = {match.entity.id for match in held}
    named = [match.entity for match in (*held, *gazetteer.fuzzy(part.text, MOST))]
    for entity in {entity.id: entity for entity in (*named, *article.in_power)}.values():
        is_ruler = entity.kind == "person" and (entity.id in holders or entity.prominence >= LEADER)
        # Names in other alphabets have no form of their own in ours.
        if not is_ruler or country_of(entity) in TRANSLITERATED or not _is_translation(article, words, entity.english):
            continue
        if _is_of_elsewhere(article, part, entity):
            continue
        is_here = entity.id in holders or article.country_share(country_of(entity)) > 0
        if is_here or any(_is_numeral(word) and HIGH in word for word in words):
            yield _Ruler(part, entity, role if entity.id in holders else None)


def _is_of_elsewhere(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether the words after the span give it another realm: "Philip VI of France" is no king of Spain."""
    after = article.words_after(part, 2)
    realm = article.knowledge.gazetteer.territory(after[1]) if len(after) == 2 and after[0] == "of" else None
    return realm is not None and realm != country_of(entity)


def _is_translation(article: Article, words: tuple[str, ...], english: str) -> bool:
    """Whether the span has the numeral of the name, and another language's form of each word that differs."""
    theirs = name_words(english)
    if len(theirs) != len(words):
        return False
    odd = 0
    for word, right in zip(words, theirs, strict=True):
        if _is_numeral(word) or _is_numeral(right):
            if word != right:
                return False
            continue
        relation = relate(word, right, article.knowledge)
        if relation in (SAME, FOLDED):
            continue
        if not (relation or are_cognate(word, right) or fuzz.ratio(fold(word), fold(right)) >= SIMILAR):
            return False
        odd += 1
    return odd > 0


def _features(article: Article, found: _Ruler) -> dict[str, float]:
    return {
        "role holder": float(found.role is not None),
        "in office": float(article.in_office(found.entity, margin=0)),
        "country": agreement(article, found.entity),
        "prominence": found.entity.prominence,
        "words": float(len(name_words(found.entity.english)) - 2),
    }


def _candidate(article: Article, features: dict[str, float], found: _Ruler, code: str) -> Candidate:
    english = found.entity.english
    pairs = zip(name_words(found.part.text), name_words(english), strict=True)
    word, right = next((ours, theirs) for ours, theirs in pairs if fold(ours) != fold(theirs))
    return Candidate(
        code=code,
        table="NAM102-regnal",
        mention=found.part,
        suggestion=display(found.part, english),
        message=f"“{found.part.text}” is another language's form of {english}",
        features=features,
        origin=found.entity.english,
        entity=found.entity,
        evidence=[
            Evidence("spelling", f"“{word}” is the same name as “{right}”, and the numeral is the same"),
            of_holder(article, found.entity, found.role),
        ],
    )
