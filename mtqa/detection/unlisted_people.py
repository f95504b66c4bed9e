"""Personal names of people whom no source lists: Spanish given names, and a surname that became an English word.

"Rosalía Bells", "Juan Marcos Alcántara Bells". The surname is the Spanish surname that dictionaries or the model have
for the word, and that the es→en model is likeliest to have turned into it after these given names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from mtqa.detection.alignment import GLOSS, Pair
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.channel import Question
from mtqa.detection.explain import of_word
from mtqa.detection.features import borne, display, oddness
from mtqa.detection.people import is_hardly_a_name, name_words, person_spans, reads_as_word
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

CALLED_AFTER = frozenset(
    (
        "alley avenue boulevard cabinet canyon cape cellar cemetery chapel creek door drive era farm field fields fort"
        " fountain garden gardens gate gates grove heights highway lane mill monument mount museum peak pool promenade"
        " ranch reef ridge road shore square statue street studio terrace tomb trail trial walk well winery wood woods"
    ).split()
)
"""What is called after people, given name and all, beyond what names of bodies and places end with: "Victoria Road"."""
BORNE = 2
"""Listed people of that surname from whom on it is one: a family of Waters in Texas is called so."""
MIN_SURNAME = 300
"""Bearers from which a Spanish surname may be proposed for somebody whom no source lists."""
MIN_GIVEN = 300
"""Bearers from which a token counts as a given name there."""
MANY = 20_000
"""The same for a token that is an English word as well."""
MORE_SPANISH = 0.3
"""How much more frequent (Zipf) a Spanish given name is in Spanish than in English: Pablo, but not Heather."""
LONGEST = 4
"""Words of the longest such name."""
MOST = 10
"""Surnames tried for a word."""
OFFERED = 2
"""Other surnames that are offered as well, where the channel takes them to be likely."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A span, and the surnames that its last word may have been, likeliest first by dictionaries and model."""

    part: Mention
    words: tuple[str, ...]
    surnames: tuple[str, ...]

    def question(self, surname: str) -> Question:
        """Whether a translator turns this surname into the last word after these names."""
        *names, word = self.words
        kept = " ".join((*names, surname.title()))
        return Question(kept, " ".join((*names, word)), kept)


def unlisted(article: Article, listed: Container[tuple[int, int, int]], code: str) -> Iterator[Candidate]:
    """One candidate per name of people whom no source lists.

    ``listed`` are the spans for which somebody in the gazetteer is likely enough to be proposed.
    """
    found = []
    for part in person_spans(article):
        words = name_words(part.text)
        if part.span in listed or len(words) != len(part.tokens) or article.is_settled(part):
            continue
        if (name := _name(article, part, words)) is not None:
            found.append(name)
    channel = article.knowledge.channel
    channel.ask(name.question(surname) for name in found for surname in name.surnames)
    for name in found:
        yield _candidate(article, name, code)


def _name(article: Article, part: Mention, words: tuple[str, ...]) -> _Name | None:
    """The span as such a name, None where it is none."""
    if not 2 <= len(words) <= LONGEST or any("." in word for word in words):
        return None
    given, *middle, word = words
    if not _is_spanish_given(article, given) or not all(_is_name(article, each) for each in middle):
        return None
    is_word = is_hardly_a_name(article, word) if middle else reads_as_word(article, word)
    if not is_word or _is_called_after_somebody(article, part, words):
        return None
    if len(article.knowledge.gazetteer.surname(word)) >= BORNE:
        return None
    surnames = _surnames(article, word)
    return _Name(part, words, surnames) if surnames else None


def _is_called_after_somebody(article: Article, part: Mention, words: tuple[str, ...]) -> bool:
    """Whether the last word says what bears somebody's name: "the Tirso Encinas Bridge"."""
    noun = words[-1]
    if noun.lower() in CALLED_AFTER or "the" in {word.lower() for word in article.words_before(part, 1)}:
        return True
    if len(words) == 2:
        return False
    return article.knowledge.gazetteer.is_head_noun(noun) or _is_whole_name(article, words[:-1], noun)


def _is_whole_name(article: Article, words: tuple[str, ...], noun: str) -> bool:
    """Whether words are the name of somebody listed, surname and all, who is not called as the next word may mean."""
    facts = article.knowledge.word(words[-1])
    if facts.given > facts.surname:
        return False  # two given names
    meant = set(_surnames(article, noun))
    bearers = [entity for entity in article.named(" ".join(words)) if entity.kind == "person"]
    return any(meant.isdisjoint(fold(name) for name in entity.english.split()) for entity in bearers)


def _is_spanish_given(article: Article, token: str) -> bool:
    facts = article.knowledge.word(token)
    # "Dame", "Don": words before names, that some people bear as names.
    least = MANY if article.knowledge.is_dictionary_word(token) else MIN_GIVEN
    return facts.given >= least and facts.spanish >= facts.english + MORE_SPANISH


def _is_name(article: Article, token: str) -> bool:
    """Whether a token between the first and the last is a given name or a surname, and no word or body."""
    facts = article.knowledge.word(token)
    is_borne = facts.given >= MIN_GIVEN or facts.surname >= MIN_SURNAME
    return is_borne and not reads_as_word(article, token) and article.knowledge.body(token) is None


def _surnames(article: Article, word: str) -> tuple[str, ...]:
    knowledge = article.knowledge
    glosses = knowledge.dictionary.glosses(word)
    known = [s for s in glosses if knowledge.word(s).surname >= MIN_SURNAME]
    known.sort(key=lambda s: (-glosses[s], -knowledge.word(s).surname, s))
    return tuple(known[:MOST])


def _candidate(article: Article, name: _Name, code: str) -> Candidate:
    knowledge, part, word = article.knowledge, name.part, name.words[-1]
    glosses = knowledge.dictionary.glosses(word)
    margins = {surname: knowledge.channel.weight(name.question(surname)) for surname in name.surnames}
    # Where the channel says nothing, the first is what dictionaries have.
    surname = max(name.surnames, key=lambda s: (margins[s], glosses[s], knowledge.word(s).surname))
    features = {
        "oddness": oddness(article, word),
        "given": borne(article, name.words[0]),
        "surname share": borne(article, surname),
        "model": float(knowledge.model_says(word, surname)),
        "rare sense": 1.0 - glosses[surname] / max(glosses.values()),
        "forced": margins[surname],
        "longer": float(len(name.words) > 2),
        "initial": float(part.initial),
        "titled": float(part.titled),
        "head noun": float(knowledge.gazetteer.is_head_noun(word)),
        "country": article.spanish_speaking,
    }
    others = [s for s in name.surnames if s != surname and margins[s] > 0]
    others.sort(key=lambda s: (-margins[s], s))
    written, *more = (_written(article, s) for s in (surname, *others[:OFFERED]))
    whole, *alternatives = (display(part, " ".join((*name.words[:-1], s))) for s in (written, *more))
    return Candidate(
        code=code,
        table="NAM101-unlisted",
        mention=part,
        suggestion=whole,
        alternatives=alternatives,
        message=f"“{part.text}” looks like a personal name with a translated surname",
        features=features,
        origin=whole,
        evidence=[
            of_word(article, Pair(word, surname, GLOSS)),
            Evidence("surname", f"{written} is a Spanish surname, “{word.lower()}” a common English word"),
        ],
        repairs={word: written},
        alone=word,
    )


def _written(article: Article, surname: str) -> str:
    """A folded surname as people who bear it are written, accents and all."""
    for match in article.knowledge.gazetteer.surname(surname):
        for word in match.entity.family.split():
            if fold(word) == surname:
                return word
    return surname.title()
