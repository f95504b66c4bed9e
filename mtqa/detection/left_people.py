"""People whose names the translator left in their Spanish spelling, or gave the Spanish form of a given name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from mtqa.detection.alignment import HISPANIC
from mtqa.detection.article import MOSTLY, SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.english_spellings import english_spelling
from mtqa.detection.explain import why
from mtqa.detection.features import agreement, borne, country_of, display, rarity, role_features
from mtqa.detection.people import PersonHypothesis, by_span, name_words
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold

SIMILAR = 65
"""Similarity (0..100) of two tokens from which one may be the other transliterated."""
USUAL = 3.0
"""Zipf frequency from which a spelling is one that English uses."""
ALIKE = 0.3
"""Difference of Zipf frequencies from which a spelling is more Spanish than English."""
AT_HOME = 0.5
"""What a story about a person's country is worth beside prominence."""
NUMERAL = re.compile(r"[IVX]+")
GIVEN = 1000
"""Bearers from which a token is a given name, where it is no surname of more."""
RENOWNED = 0.28
"""Prominence of people who are known by their given name: others may share all but that with somebody."""


def people(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that is a person's name as Spanish writes it: the most prominent such person."""
    for rivals in by_span(found for found in article.people if is_left(article, found)):
        best = max(rivals, key=lambda h: (h.entity.prominence + AT_HOME * agreement(article, h.entity), h.entity.id))
        entity = best.entity
        features = {
            **role_features(best),
            "prominence": entity.prominence,
            "derived": float(_is_derived(entity, best.form)),
            "tokens": float(len(best.alignment.pairs) - 2),
            "changed": float(_differing(best.form, entity)),
            "spanish letters": float(_has_spanish_letters(article, best)),
            "given known": borne(article, best.alignment.pairs[0].token),
            "accents only": float(not best.alignment.count(HISPANIC) and fold(entity.english) == fold(best.form)),
            "hispanic": float(best.alignment.count(HISPANIC)),
            "hispanic surname": float(best.alignment.count(HISPANIC) and _is_hispanic(article, best)),
            "leader": _leads(article, best),
            "abroad": float(best.role is None and _is_from_elsewhere(article, best)),
            "rivals": min(1.0, (len(rivals) - 1) / 5),
        }
        yield Candidate(
            code=code,
            table="SPA101-person",
            mention=best.mention,
            suggestion=display(best.mention, entity.english),
            alternatives=list(entity.accepted("en")[1:3]),
            message=f"“{best.mention.text}” is the Spanish spelling of {entity.english}",
            features=features,
            origin=best.form,
            entity=entity,
            evidence=[Evidence("spanish-form", _difference(best)), why(article, best)],
            repairs=_token_repairs(best.form, entity.english),
            alone=name_words(best.mention.text)[-1],
        )


def is_left(article: Article, found: PersonHypothesis) -> bool:
    """Whether the span is the name as Spanish writes it, or has the Spanish form of its given name."""
    hispanic = found.alignment.count(HISPANIC)
    if len(found.alignment.changed) > hispanic or _is_english(article, found):
        return False
    is_partial = found.alignment.skipped > 0 or hispanic > 0
    if is_partial and all(_is_given(article, pair.token) for pair in found.alignment.pairs):
        return False  # two given names are anybody's
    if hispanic:
        return found.entity.prominence >= RENOWNED
    return _is_respelling(found.form, found.entity.english) or _is_regnal(article, found)


def _is_given(article: Article, token: str) -> bool:
    facts = article.knowledge.word(token)
    return facts.given >= max(GIVEN, facts.surname)


def _is_regnal(article: Article, found: PersonHypothesis) -> bool:
    """Whether the name of a monarch or a pope was left as Spanish translates it, in a story of that country.

    Several countries had an Isabel II: without the country there is no telling which one is meant.
    """
    ours, theirs = name_words(found.form), name_words(found.entity.english)
    same = len(ours) > 1 and ours[1:] == theirs[1:] and NUMERAL.fullmatch(ours[-1]) is not None
    at_home = found.role is not None or article.country_share(country_of(found.entity)) > 0
    return same and at_home and article.knowledge.is_namesake(ours[0], theirs[0])


def _has_spanish_letters(article: Article, found: PersonHypothesis) -> bool:
    """Whether a token is written as only Spanish writes it: Yevgueni, Mijaíl."""
    theirs = {fold(word) for word in name_words(found.entity.english)}
    return any(
        english_spelling(article, word) is not None for word in name_words(found.form) if fold(word) not in theirs
    )


def _is_english(article: Article, found: PersonHypothesis) -> bool:
    """Whether the tokens that differ are as usual in English: some write Yuri, some Yury."""
    theirs = {fold(word) for word in name_words(found.entity.english)}
    differing = [article.knowledge.word(word) for word in name_words(found.form) if fold(word) not in theirs]
    return bool(differing) and all(facts.english >= max(USUAL, facts.spanish - ALIKE) for facts in differing)


def _is_respelling(form: str, english: str) -> bool:
    """Whether two forms are the same name spelt otherwise, token by token: not a birth name for a regnal one."""
    ours, theirs = name_words(form), name_words(english)
    if len(ours) != len(theirs) or fold(form) == fold(english) or NUMERAL.fullmatch(ours[-1]):
        return False
    return all(fuzz.ratio(fold(a), fold(b)) >= SIMILAR for a, b in zip(ours, theirs, strict=True))


def _is_hispanic(article: Article, found: PersonHypothesis) -> bool:
    """Whether the kept surname is as much at home in Spanish: then the given name may be the person's own."""
    facts = article.knowledge.word(found.alignment.pairs[-1].token)
    return facts.spanish > facts.english


def _leads(article: Article, found: PersonHypothesis) -> float:
    """How rare the surname is of somebody who governs now: others of that name are not in the news beside them."""
    is_leader = article.leads(found.entity)
    return rarity(article, found.alignment.pairs[-1].token) if is_leader else 0.0


def _is_from_elsewhere(article: Article, found: PersonHypothesis) -> bool:
    """Whether the story is about other countries than the person's: it may mean a namesake at home there.

    Who is called Juan in a story of Spanish-speaking countries may be at home in it, whatever John no source places.
    """
    home = country_of(found.entity)
    if not home:
        return found.alignment.count(HISPANIC) > 0 and article.share_of(SPANISH_SPEAKING) >= MOSTLY
    return bool(article.countries) and article.country_share(home) == 0


def _is_derived(entity: Entity, form: str) -> bool:
    return any(name.text == form and name.role == "derived" for name in entity.names)


def _differing(form: str, entity: Entity) -> int:
    english = {fold(word) for word in name_words(entity.english)}
    return sum(fold(word) not in english for word in name_words(form))


def _difference(found: PersonHypothesis) -> str:
    for pair in found.alignment.pairs:
        if pair.relation == HISPANIC:
            return f"“{pair.token}” is the Spanish name for {pair.origin}"
    return f"Spanish writes {found.form}, English {found.entity.english}"


def _token_repairs(form: str, english: str) -> dict[str, str]:
    ours, theirs = name_words(form), name_words(english)
    if len(ours) != len(theirs):
        return {}
    return {a: b for a, b in zip(ours, theirs, strict=True) if fold(a) != fold(b)}
