"""Names of one token in another language's transliteration."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from mtqa.detection.alignment import relate
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_entity
from mtqa.detection.features import agreement, borne, country_of, display
from mtqa.detection.people import name_words
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import ALIKE_IN_SPANISH, TRANSLITERATED, is_variant
from mtqa.mentions import Mention

UNKNOWN = 3.0
"""Zipf frequency in English below which a token may be no word."""
SPANISH_LETTERS = frozenset("áéíóúñ")
"""Letters that a translator from Spanish may have brought; others tell of a name kept as its language writes it."""
SIMILAR = 55
"""Least similarity (0..100) of the two spellings."""
LENGTHENED = 3
"""Letters by which a transliteration is longer than another at most."""
BEARERS = 50
"""Bearers from which a spelling is a name of its own."""
GIVEN = 1000
"""Bearers from which the token before is a given name."""


def alone(article: Article, code: str) -> Iterator[Candidate]:
    """Single tokens that no lexicon knows and that sound like a prominent surname or place."""
    for mention in article.mentions:
        for part in article.parts(mention, 1):
            if _is_unknown(article, part):
                best = _best(article, part)
                if best is not None and not _is_somebody_else(article, mention, part, best[0]):
                    yield _candidate(article, part, *best, code)


def _is_unknown(article: Article, part: Mention) -> bool:
    facts = article.knowledge.word(part.text)
    if len(part.text) < 4 or facts.english >= UNKNOWN or max(facts.given, facts.surname) >= BEARERS:
        return False
    return not article.is_listed(part.text)


def _is_somebody_else(article: Article, run: Mention, part: Mention, entity: Entity) -> bool:
    """Whether the given name right before the token is not that of the entity: "Kevin" before a town's name."""
    at = part.first - run.first
    given = run.tokens[at - 1].text if at else ""
    if article.knowledge.word(given).given < GIVEN:
        return False
    names = [name_words(form)[0] for form in entity.accepted("en")] if entity.kind == "person" else []
    return all(relate(given, name, article.knowledge) is None for name in names)


def _best(article: Article, part: Mention) -> tuple[Entity, str, dict[str, float]] | None:
    found: tuple[float, Entity, str, dict[str, float]] | None = None
    has_article = "the" in {word.lower() for word in article.words_before(part, 1)}
    for match in article.knowledge.gazetteer.respelt(part.text):
        if is_variant(part.text, match.name, country_of(match.entity)):
            continue
        if match.entity.kind == "person" and (has_article or country_of(match.entity) in ALIKE_IN_SPANISH):
            continue
        if abs(len(match.name) - len(part.text)) > LENGTHENED or fold(match.name) == fold(part.text):
            continue
        if fuzz.ratio(fold(match.name), fold(part.text)) < SIMILAR:
            continue
        entity = match.entity
        features = {
            "prominence": entity.prominence,
            "place": float(entity.kind == "place"),
            "length": min(10, len(part.text)) - 6.0,
            "english": article.knowledge.word(part.text).english / 3,
            "native letters": float(any(not c.isascii() and c not in SPANISH_LETTERS for c in part.text.lower())),
            "our letters": float(entity.kind == "person" and country_of(entity) not in TRANSLITERATED),
            "country": agreement(article, entity),
            "in office": float(article.in_office(entity)),
            "in document": float(article.count(match.name) > 0 or article.says(entity)),
            "borne": borne(article, part.text),
            "initial": float(part.initial),
            "titled": float(part.titled),
        }
        rank = entity.prominence + features["in office"] + features["in document"]
        if found is None or rank > found[0]:
            found = rank, entity, match.name, features
    return found[1:] if found else None


def _candidate(
    article: Article, part: Mention, entity: Entity, name: str, features: dict[str, float], code: str
) -> Candidate:
    return Candidate(
        code=code,
        table="NAM102-alone",
        mention=part,
        suggestion=display(part, name),
        message=f"“{part.text}” is not how English spells {name}",
        features=features,
        origin=name,
        entity=entity,
        evidence=[
            Evidence("spelling", f"“{part.text}” is unknown and sounds like “{name}” in another language's spelling"),
            born_by(article, entity) if entity.kind == "person" else of_entity(article, entity),
        ],
    )
