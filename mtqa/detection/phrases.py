"""Which organisation, place or work a span may be: roads from an English phrase to Spanish names.

Cheapest first: what translators are expected to make of a known name (an index in the gazetteer), the dictionaries'
words for the span's words put together, and the translator's own hypotheses for the whole span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from mtqa.detection.alignment import STEM, align, relate
from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.people import EXPECTED, name_words
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

CHOICES = {2: 16, 3: 8}
"""Spanish words tried for each word of a span of so many words: some 300 look-ups for two, 1,500 for three. A single
word has too many readings for a dictionary to say anything; only the index of expected mistranslations may speak of it.
"""

COORDINATORS = frozenset({"and", "&", "in", "on", "to", "with"})
"""Joining words that may as well stand between two names: words on either side are not put together."""

ORIGINS = 6
"""Spanish words by which names are looked for, for each word of a span."""

_HYPHEN = re.compile(r"(?<=[a-záéíóúñü])-(?=[A-ZÁÉÍÓÚÑÜ])")
_CAMEL = re.compile(r"(?<=[a-záéíóúñü])(?=[A-ZÁÉÍÓÚÑÜ])")


@dataclass
class PhraseHypothesis:
    """A span that may be this entity's Spanish name, translated; ``roads`` says how it was reached."""

    mention: Mention
    entity: Entity
    spanish: str
    roads: set[str] = field(default_factory=set)
    expected_plainly: bool = False
    expected_ambiguously: bool = False
    score: float = 0.0

    @property
    def ambiguous(self) -> bool:
        """Whether English uses the span as it stands, for whatever; what other roads say does not take that back.

        "The Country" is no name of its own even where "Country" is.
        """
        return self.expected_ambiguously and not self.expected_plainly


def hypotheses(article: Article, mention: Mention, words: tuple[str, ...]) -> list[PhraseHypothesis]:
    """The entities other than people that a span may be; ``words`` are its content words."""
    found: dict[str, PhraseHypothesis] = {}
    for road, match in _roads(article, mention, words):
        entity = match.entity
        if entity.kind == "person":
            continue
        known = found.setdefault(entity.id, PhraseHypothesis(mention, entity, match.name))
        known.roads.add(road)
        if road == EXPECTED and "ambiguous" in match.detail:
            known.expected_ambiguously = True
        elif road == EXPECTED:
            known.expected_plainly = True
        if match.score > known.score:
            known.score, known.spanish = match.score, match.name
    return list(found.values())


def _roads(article: Article, mention: Mention, words: tuple[str, ...]) -> Iterator[tuple[str, Match]]:
    gazetteer = article.knowledge.gazetteer
    joined = any(token.text in COORDINATORS for token in mention.tokens)
    for text in dict.fromkeys((mention.text, without_article(mention.text))):
        for road, match in _of_whole(article, text, words):
            # English puts "and" between the parts of a region as it comes: "Castile and León".
            if not joined or match.entity.kind != "place":
                yield road, match
    for text in () if joined else composed(article, words):
        for match in gazetteer.spanish(text):
            yield "dictionary", match
    if not joined and 2 <= len(words) <= 3:
        for match in _alike(article, words):
            yield "alignment", match


def _of_whole(article: Article, text: str, words: tuple[str, ...]) -> Iterator[tuple[str, Match]]:
    """What the index of expected mistranslations and the translator say of a text as a whole."""
    gazetteer = article.knowledge.gazetteer
    for match in gazetteer.mistranslation(text) or _of_hyphenated(article, text):
        yield EXPECTED, match
    for hypothesis in article.knowledge.phrase(text):
        for form in dict.fromkeys((hypothesis, without_article(hypothesis))):
            for match in gazetteer.spanish(form):
                if _bears_out(article, words, match.name):
                    yield "back-translation", match


def _of_hyphenated(article: Article, text: str) -> list[Match]:
    """What is expected of the words apart, and of their plural: before a noun, "Ten Bells" becomes "Ten-Bell"."""
    if " " in text or not is_compound(text):
        return []
    apart = " ".join(_HYPHEN.split(text))
    gazetteer = article.knowledge.gazetteer
    return gazetteer.mistranslation(apart) or gazetteer.mistranslation(f"{apart}s")


def _bears_out(article: Article, words: tuple[str, ...], name: str) -> bool:
    """Whether dictionaries or spelling connect every word of the span with the name.

    A small model asked about an odd phrase answers with something; a name must not rest on that alone.
    """
    origins = name_words(name)
    book = article.knowledge.phrasebook
    explained = sum(any(relate(word, origin, book) for origin in origins) for word in words)
    return explained == len(words) and abs(len(origins) - len(words)) <= 1


def _alike(article: Article, words: tuple[str, ...]) -> Iterator[Match]:
    """Entities one of whose name's words the span keeps or translates, where the rest lines up with it too."""
    seen: set[str] = set()
    for word in words:
        for origin in _origins(article, word):
            for match in article.knowledge.gazetteer.with_word(origin, len(words)):
                if match.entity.id in seen or match.entity.kind == "person":
                    continue
                seen.add(match.entity.id)
                found = align(words, name_words(match.name), article.knowledge.phrasebook, ordered=False)
                if found is None or found.count(STEM) == len(words) or found.skipped > 0:
                    continue
                if not any(pair.relation == STEM and _is_own_name(article, pair.token) for pair in found.pairs):
                    yield match


def _is_own_name(article: Article, word: str) -> bool:
    """Whether a token is the name of a well-known place: then it is not merely like another name's beginning."""
    return any(entity.kind == "place" and entity.prominence >= WELL_KNOWN for entity in article.named(word))


def _origins(article: Article, word: str) -> list[str]:
    """The Spanish words a word of the span may be: itself where it is Spanish, or what dictionaries say."""
    facts = article.knowledge.word(word)
    if facts.spanish > facts.english:
        return [fold(word)]
    glosses = article.knowledge.phrasebook.glosses(word)
    return sorted(glosses, key=lambda spanish: (-glosses[spanish], spanish))[:ORIGINS]


def is_compound(word: str) -> bool:
    """Whether a token is words written together, each with a capital: "MoreField", "Ten-Bell"."""
    return len(_CAMEL.split(word)) > 1 or len(_HYPHEN.split(word)) > 1


def composed(article: Article, words: tuple[str, ...]) -> Iterator[str]:
    """Spanish phrases that the dictionaries make of a span's words, in its order and turned round.

    At least one word is translated; a word may stay as it is ("More Galicia" → "Más Galicia").
    """
    if len(words) == 1 and len(pieces := _CAMEL.split(words[0])) in (2, 3) and min(map(len, pieces)) > 2:
        for phrase in composed(article, tuple(pieces)):
            yield phrase.replace(" ", "")
    if len(words) not in CHOICES:
        return
    choices: list[list[str]] = []
    for word in words:
        glosses = article.knowledge.phrasebook.glosses(word)
        best = sorted(glosses, key=lambda spanish: (-glosses[spanish], spanish))[: CHOICES[len(words)]]
        choices.append([fold(word), *best])
    plain = tuple(fold(word) for word in words)
    for chosen in product(*choices):
        if chosen == plain:
            continue
        yield " ".join(chosen)
        if len(chosen) > 1:
            yield " ".join((chosen[-1], *chosen[:-1]))


def without_article(text: str) -> str:
    """The text without a leading English article."""
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)
