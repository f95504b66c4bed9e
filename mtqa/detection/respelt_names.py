"""Names of one token in another language's transliteration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from mtqa.detection.alignment import FOLDED, SAME, relate
from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_entity
from mtqa.detection.features import agreement, borne, country_of, display
from mtqa.detection.people import name_words
from mtqa.detection.romanised_people import DOTTED
from mtqa.document.tokens import TITLES
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import ALIKE_IN_SPANISH, TRANSLITERATED, is_variant, skeletons
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

UNKNOWN = 3.0
"""Zipf frequency in English below which a token may be no word."""
SPANISH_LETTERS = frozenset("áéíóúñ")
"""Letters that a translator from Spanish may have brought; others tell of a name kept as its language writes it."""
SIMILAR = 55
"""Least similarity (0..100) of the two spellings."""
LEADING = ("country", "in office", "in document", "given")
"""One of these leads a story to somebody; of whoever has none of them a story of elsewhere does not speak."""
LENGTHENED = 3
"""Letters by which a transliteration is longer than another at most."""
BEARERS = 50
"""Bearers from which a spelling is a name of its own."""
GIVEN = 1000
"""Bearers from which the token before is a given name."""
BODIES = frozenset({"media", "organisation", "party"})
SHORTEST_BODY, KNOWN_BODY = 6, 0.6
"""Letters of a body's name, and its prominence, from which another spelling of it is looked for."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The token right before a surname, as the given name of the person that is meant, and how English writes it."""

    text: str
    right: str

    @property
    def is_right(self) -> bool:
        """Whether it stands there as English has it."""
        return self.text == self.right


def alone(article: Article, code: str) -> Iterator[Candidate]:
    """Single tokens that no lexicon knows and that sound like a prominent surname or place."""
    for mention in article.mentions:
        for part in article.parts(mention, 1):
            if _is_unknown(article, part):
                best = _best(article, mention, part)
                if best is not None and not _is_somebody_else(article, mention, part, best[0]):
                    yield _candidate(article, mention, part, *best, code)


def _is_unknown(article: Article, part: Mention) -> bool:
    facts = article.knowledge.word(part.text)
    if len(part.text) < 4 or facts.english >= UNKNOWN or max(facts.given, facts.surname) >= BEARERS:
        return False
    return not article.is_listed(part.text)


def _is_somebody_else(article: Article, run: Mention, part: Mention, entity: Entity) -> bool:
    """Whether the given name right before the token is not that of the entity: "Kevin" before a town's name."""
    before = _word_before(run, part)
    if not before or _given(article, run, part, entity) is not None:
        return False
    if article.knowledge.word(before).given >= GIVEN:
        return True
    is_title = before in TITLES or article.knowledge.is_office(before) or article.knowledge.body(before) is not None
    return entity.kind == "person" and before.istitle() and not is_title


def _word_before(run: Mention, part: Mention) -> str:
    """The capitalised token of the run right before a part of it, "" for none."""
    at = part.first - run.first
    return run.tokens[at - 1].text if at and is_name_token(run.tokens[at - 1]) else ""


def _given(article: Article, run: Mention, part: Mention, entity: Entity) -> _Given | None:
    """The token before a surname as the person's given name, in whatever spelling; None where it is none."""
    before = _word_before(run, part)
    if not before or entity.kind != "person":
        return None
    names = [name_words(form)[0] for form in entity.accepted("en")]
    relations = {name: relate(before, name, article.knowledge) for name in names}
    for name, relation in relations.items():
        if relation in (SAME, FOLDED):  # accents are nobody's mistake, but for the dots of "Andreï"
            return _Given(before, name if DOTTED in before else before)
    if any(relations.values()) or any(are_cognate(before, name) for name in names):
        return _Given(before, name_words(entity.english)[0])
    return None


def _best(article: Article, run: Mention, part: Mention) -> tuple[Entity, str, dict[str, float]] | None:
    found: tuple[float, Entity, str, dict[str, float]] | None = None
    has_article = "the" in {word.lower() for word in article.words_before(part, 1)}
    for match in (*article.knowledge.gazetteer.respelt(part.text), *_bodies(article, part)):
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
            "given": float(_given(article, run, part, entity) is not None),
            "beside": float(entity.kind == "place" and _is_beside_place(article, part)),
            "borne": borne(article, part.text),
            "initial": float(part.initial),
            "titled": float(part.titled),
        }
        if entity.kind == "person" and not any(features[name] for name in LEADING):
            continue
        rank = entity.prominence + features["in office"] + features["in document"]
        if found is None or rank > found[0]:
            found = rank, entity, match.name, features
    return found[1:] if found else None


def _is_beside_place(article: Article, part: Mention) -> bool:
    """Whether a well-known place is named in one breath with the token: "Redonia and Sylvania"."""
    tokens = article.sentence(part).tokens
    end = part.first + len(part.tokens)
    for mention in article.mentions:
        if (mention.block, mention.sentence) != (part.block, part.sentence):
            continue
        for other in article.parts(mention, 3):
            between = tokens[other.first + len(other.tokens) : part.first] or tokens[end : other.first]
            if [token.text for token in between] in (["and"], [","]) and _is_known_place(article, other.text):
                return True
    return False


def _is_known_place(article: Article, text: str) -> bool:
    named = article.named(text)
    return bool(named) and named[0].kind == "place" and named[0].prominence >= WELL_KNOWN


def _bodies(article: Article, part: Mention) -> Iterator[Match]:
    """Bodies and media that sound like the token, which no lexicon has nearly so: "Al-Nahdija"."""
    if len(part.text) < SHORTEST_BODY or article.knowledge.word(part.text).english > 0:
        return
    sound = skeletons(part.text)
    for match in article.knowledge.gazetteer.fuzzy(part.text) if sound else ():
        entity = match.entity
        is_known = entity.kind in BODIES and entity.prominence >= KNOWN_BODY and entity.is_called(match.name)
        if is_known and country_of(entity) in TRANSLITERATED and not sound.isdisjoint(skeletons(match.name)):
            yield match


def _candidate(
    article: Article, run: Mention, part: Mention, entity: Entity, name: str, features: dict[str, float], code: str
) -> Candidate:
    given = _given(article, run, part, entity)
    repairs = {part.text: name} if given is not None else {}
    surname = part.text
    if given is not None and not given.is_right:
        at = part.first - run.first
        part = run.part(article.block(run), at - 1, at + 1)
        name = entity.english
        repairs[given.text] = given.right
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
        repairs=repairs,
        alone=surname if given is not None else "",
    )
