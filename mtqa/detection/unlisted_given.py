"""Given names that became English words, of people whom no source lists: "Dew Alcántara" for Rocío Alcántara.

Many Spanish given names are words: of virtues, feasts and advocations. What stands before a surname that nobody reads
as a word is a given name or says what its bearer is; of a word that is neither an office nor a name in English, and
means such a given name, the es→en model says how likely a translator was to write it. Brands, banners, stage names and
what Americans call their daughters (Heavenly, Miracle) stand before surnames as well: an office before the name, or
both surnames, must tell that somebody is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from mtqa.detection.alignment import GLOSS, Pair
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.channel import Question
from mtqa.detection.explain import of_word
from mtqa.detection.features import borne, commonness, display
from mtqa.detection.people import name_words, person_spans, reads_as_word
from mtqa.detection.phrase_spans import CALENDAR, FUNCTION_WORD
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

TABLE = "NAM101-given"
LONGEST = 3
"""Words of a name: the given name and one surname, or both."""
NOBODY = 300
"""Bearers up to which an English word is no given name in English."""
MIN_GIVEN = 5_000
"""Bearers from which a Spanish given name may be proposed."""
MIN_SURNAME = 300
"""Bearers from which a token is a surname."""
MORE_SPANISH = 0.5
"""How much more often (Zipf) Spanish has a surname that is no English word."""
SENSE = 0.3
"""Weight from which a dictionary's word is what a translator has for a given name."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A span, and the given names that its first word may have been, the likeliest by dictionaries first."""

    part: Mention
    words: tuple[str, ...]
    given: tuple[str, ...]

    def question(self, given: str) -> Question:
        """Whether a translator turns this given name into the first word before these surnames."""
        word, *names = self.words
        kept = " ".join((given.title(), *names))
        return Question(kept, " ".join((word, *names)), kept)


def unlisted(article: Article, listed: Container[tuple[int, int, int]], code: str) -> Iterator[Candidate]:
    """One candidate per such name; ``listed`` are the spans for which somebody in the gazetteer is proposed."""
    found = [name for part in person_spans(article) if part.span not in listed and (name := _name(article, part))]
    article.knowledge.channel.ask(name.question(given) for name in found for given in name.given)
    for name in found:
        candidate = _candidate(article, name, code)
        told = candidate.features["office"] or candidate.features["longer"]
        if told and candidate.features["forced"] >= 0:
            yield candidate


def _name(article: Article, part: Mention) -> _Name | None:
    words = name_words(part.text)
    if not 2 <= len(words) <= LONGEST or len(words) != len(part.tokens) or part.titled or article.is_settled(part):
        return None
    word, *names = words
    if not _is_no_name(article, word) or not all(_is_surname(article, name) for name in names):
        return None
    given = _given(article, word)
    return _Name(part, words, given) if given else None


def _is_no_name(article: Article, word: str) -> bool:
    """Whether a word is nobody's given name in English, nor what stands before names: an office, a body, a day."""
    knowledge = article.knowledge
    if word in CALENDAR or knowledge.is_office(word) or knowledge.body(word) or knowledge.gazetteer.is_head_noun(word):
        return False
    facts = knowledge.word(word)
    return reads_as_word(article, word) and facts.given < NOBODY and facts.english < FUNCTION_WORD


def _is_surname(article: Article, name: str) -> bool:
    facts = article.knowledge.word(name)
    is_spanish = facts.spanish >= facts.english + MORE_SPANISH
    return facts.surname >= MIN_SURNAME and is_spanish and not reads_as_word(article, name)


def _given(article: Article, word: str) -> tuple[str, ...]:
    """The Spanish given names that dictionaries have for a word in one of its usual senses, likeliest first."""
    glosses = _glosses(article, word)
    known = [s for s, weight in glosses.items() if weight >= SENSE and _is_given(article, s)]
    return tuple(sorted(known, key=lambda s: (-glosses[s], -article.knowledge.word(s).given, s)))


def _glosses(article: Article, word: str) -> dict[str, float]:
    """What a dictionary has for a word, folded, in no other form: a brand is a *marca*, and nobody's *Marco*."""
    return {fold(spanish): weight for spanish, weight in article.knowledge.gazetteer.glosses(word.lower())}


def _is_given(article: Article, word: str) -> bool:
    return article.knowledge.word(word).given >= MIN_GIVEN


def _candidate(article: Article, name: _Name, code: str) -> Candidate:
    knowledge, part, (word, *names) = article.knowledge, name.part, name.words
    glosses = _glosses(article, word)
    margins = {given: knowledge.channel.weight(name.question(given)) for given in name.given}
    given = max(name.given, key=lambda s: (margins[s], glosses[s], knowledge.word(s).given))
    written = _written(article, given)
    whole = display(part, " ".join((written, *names)))
    before = article.words_before(part, 1)
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=whole,
        message=f"“{part.text}” looks like a personal name with a translated given name",
        features={
            "commonness": commonness(article, word),
            "given": borne(article, given),
            "surname": max(borne(article, each) for each in names),
            "sense": glosses[given],
            "forced": margins[given],
            "office": float((part.block, part.start) in article.role_of or _is_what_people_are(article, before)),
            "longer": float(len(names) > 1),
            "article": float(bool(before) and before[0].lower() in {"the", "a", "an"}),
            "initial": float(part.initial),
            "country": article.spanish_speaking,
        },
        origin=whole,
        evidence=[
            of_word(article, Pair(word, given, GLOSS)),
            Evidence("given name", f"{written} is a Spanish given name, “{word.lower()}” an English word"),
        ],
        repairs={word: written},
    )


def _is_what_people_are(article: Article, before: tuple[str, ...]) -> bool:
    """Whether the word before says what somebody is: an office, in small letters or large."""
    return bool(before) and article.knowledge.is_office(before[0])


def _written(article: Article, given: str) -> str:
    """A folded given name as most people who bear it are written, accents and all."""
    entities = [match.entity for match in article.knowledge.gazetteer.surname(given)]
    entities += [match.entity for match in article.knowledge.gazetteer.with_word(given, 2)]
    names = (word for entity in entities if entity.kind == "person" for word in entity.english.split())
    written = Counter(word for word in names if fold(word) == given)
    return max(written, key=lambda word: (written[word], word), default=given.title())
