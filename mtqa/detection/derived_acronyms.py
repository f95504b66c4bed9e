"""Acronyms made of a Spanish name, of bodies whose Spanish acronym no source lists.

*Liga Social Campesina* is LSC in Spanish copy whatever English calls it. An acronym that nobody in the story bears in
English, and that has the initials of the Spanish name of a body that the story names, is that body's; so is one that
has them, and the letters of the English acronym in another order, of a body of the country that the story is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from mtqa.detection import left_acronyms
from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.defined_bodies import KINDS, acronyms, bearers, may_be_meant
from mtqa.detection.definitions import SKIPPED, explanation, initials, is_acronym
from mtqa.detection.disordered_acronyms import NOUN_FIRST
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, country_of, rather_spanish
from mtqa.detection.spanish_initials import content, of_names
from mtqa.detection.weights import confidence
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

TABLE = "ACR101-derived"
SHORTEST, LONGEST = 3, 6
"""Letters of an acronym that may be derived."""
MOST_LETTERS = 5
"""Letters of an acronym that is looked up in every order."""
SURE_LETTERS = 4
"""Letters from which an acronym may have those of the Spanish one in any order."""
EVERYDAY = 3.5
"""Zipf frequency in English from which an acronym needs no body to be one."""
HOME = 0.3
"""Share of a country in the story from which a body of it may be meant that the story does not name."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A body, the Spanish name whose initials an acronym has, and those in order."""

    entity: Entity
    spanish: str
    letters: str
    named: bool = False
    """Whether the story calls the body by its English name, or by its acronym alone."""


def derived(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per mention of an acronym with the initials of a Spanish name."""
    suspects = [text for text in article.singles if _is_suspect(article, text)]
    said = _said(article) if suspects else []
    for text in suspects:
        found = [d for d in (*_among(said, text), *_at_home(article, text)) if _may_be(article, text, d)]
        if not all(derivation.named for derivation in found) and _is_spelt(article, text):
            found = [derivation for derivation in found if derivation.named]
        if not found:
            continue
        weighed = [(_features(article, text, derivation), derivation) for derivation in found]
        features, best = max(weighed, key=lambda pair: (confidence(TABLE, pair[0]), pair[1].entity.id))
        for _, part in article.singles[text]:
            if not part.titled:
                yield _candidate(article, part, best, features, code)


def english_acronym(entity: Entity) -> str:
    """The acronym that English has for a body: the initials of its name rather than an older one; "" for none."""
    found = acronyms(entity)
    straight = initials(content(entity.english.split()))
    return straight if straight in found else next(iter(found), "")


def _said(article: Article) -> list[Derivation]:
    """The bodies that the story names in English, by their names or by acronyms that can hardly be another's."""
    found: dict[str, tuple[Entity, bool]] = {}
    for mention in article.mentions:
        for part in article.parts(mention):
            if len(part.tokens) > 1:
                found.update((entity.id, (entity, True)) for entity in article.named(part.text))
    for text in article.singles:
        if text.isupper() and len(text) >= SHORTEST:
            for match in article.knowledge.gazetteer.acronym(text):
                entity = match.entity
                if entity.prominence >= WELL_KNOWN and text in acronyms(entity) and _is_here(article, entity):
                    found.setdefault(entity.id, (entity, False))
    return [
        Derivation(entity, spanish, letters, named)
        for entity, named in found.values()
        if _is_translated(entity)
        for letters, spanish in _spanish_letters(entity).items()
    ]


def _is_here(article: Article, entity: Entity) -> bool:
    return not country_of(entity) or article.country_share(country_of(entity)) >= left_acronyms.AT_HOME


def _is_translated(entity: Entity) -> bool:
    """Whether English has an acronym for the body, which comes from no language with the order of Spanish."""
    return entity.kind in KINDS and bool(acronyms(entity)) and entity.country not in NOUN_FIRST


def _spanish_letters(entity: Entity) -> dict[str, str]:
    """The initials of its Spanish names and its Spanish acronyms, but for those that English has, too."""
    found = {n.text: entity.spanish for n in entity.names if n.role == "acronym" and n.lang == "es"}
    found.update(of_names(entity))
    return {letters: name for letters, name in found.items() if letters not in acronyms(entity)}


def _is_suspect(article: Article, text: str) -> bool:
    """Whether a text is an acronym that is not on everybody's lips."""
    return is_acronym(text, SHORTEST, LONGEST) and article.knowledge.word(text).english < EVERYDAY


def _among(said: list[Derivation], text: str) -> Iterator[Derivation]:
    """The bodies that the story names and whose Spanish letters an acronym has: all in order, or many in any order."""
    for derivation in said:
        letters = derivation.letters
        same = letters == text
        mixed = len(text) >= SURE_LETTERS and sorted(letters) == sorted(text)
        if (same and (derivation.named or len(text) >= SURE_LETTERS)) or mixed:
            yield derivation


def _at_home(article: Article, text: str) -> Iterator[Derivation]:
    """The bodies of the country of the story with the letters in another order in English, in this one in Spanish."""
    if len(text) > MOST_LETTERS or all(article.country_share(code) < HOME for code in article.countries):
        return
    for letters in sorted({"".join(order) for order in permutations(text)} - {text}):
        for match in article.knowledge.gazetteer.acronym(letters):
            entity = match.entity
            if letters not in acronyms(entity) or article.country_share(country_of(entity)) < HOME:
                continue
            spanish = of_names(entity).get(text)
            if spanish is not None and _is_translated(entity):
                yield Derivation(entity, spanish, text)


def _may_be(article: Article, text: str, derivation: Derivation) -> bool:
    """Whether nobody else of the acronym may be meant, and the story does not explain it otherwise."""
    entity = derivation.entity
    if text in acronyms(entity) or any(entity.id == match.entity.id for match in _left(article, text)):
        return False
    if not may_be_meant(article, entity):
        return False
    share = 1.0 if derivation.named else article.country_share(country_of(entity))
    if any(not country_of(e) or 3 * article.country_share(country_of(e)) >= share for e in bearers(article, text)):
        return False
    return all(_names(before, entity) for before in _explanations(article, text))


def _is_spelt(article: Article, text: str) -> bool:
    """Whether the letters begin the words of a name in the story: "Punjab National Bank", further on PNB."""
    return any(
        initials(content(part.words)) == text
        for mention in article.mentions
        for part in article.parts(mention, LONGEST + 2)
        if len(part.words) >= len(text)
    )


def _left(article: Article, text: str) -> list[Match]:
    """The bodies whose Spanish acronym, as sources list it, the text is: SPA101 speaks of them."""
    return left_acronyms.matches(article, article.singles[text][0][1])


def _explanations(article: Article, text: str) -> list[tuple[Token, ...]]:
    """The tokens by which the story explains the acronym in brackets, wherever it does."""
    found = (explanation(article.sentence(part).tokens, part.first) for _, part in article.singles[text])
    return [tokens for tokens in found if tokens]


def _names(tokens: tuple[Token, ...], entity: Entity) -> bool:
    """Whether the tokens hold all words of an English name of the body, in whatever order."""
    told = {fold(token.text) for token in tokens}
    return any(
        {word for word in fold(form).split() if word not in SKIPPED} <= told for form in entity.accepted("en")
    )


def _features(article: Article, text: str, derivation: Derivation) -> dict[str, float]:
    return {
        "named": float(derivation.named),
        "acronym said": float(any(article.count(acronym) for acronym in acronyms(derivation.entity))),
        "in order": float(text == derivation.letters),
        "length": len(text) - 3.0,
        "country": agreement(article, derivation.entity),
        "prominence": derivation.entity.prominence,
        "repeated": float(article.count(text) > 1),
        "explained": float(bool(_explanations(article, text))),
        "common": max(0.0, 2 * (article.knowledge.word(text).english - 3)),
        "rather Spanish": rather_spanish(article, text),
    }


def _candidate(
    article: Article, part: Mention, found: Derivation, features: dict[str, float], code: str
) -> Candidate:
    wanted = english_acronym(found.entity)
    order = "the initials" if part.text == found.letters else "the letters"
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=wanted,
        message=f"“{part.text}” looks like the Spanish acronym of {found.entity.english}",
        features=features,
        origin=found.letters,
        entity=found.entity,
        evidence=[
            Evidence("acronym", f"“{part.text}” has {order} of {found.spanish}; English uses {wanted}"),
            of_entity(article, found.entity),
        ],
    )
