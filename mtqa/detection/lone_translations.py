"""A name that the story has as it is, and once more as the English word it means.

Translators decide anew in every sentence: the mayor Ana Campanas of one paragraph is "Bells" in the next. Where the
Spanish name stands in the story itself, a lone capitalised word that means the same needs no gazetteer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.detection.accepted import is_gloss
from mtqa.detection.alignment import GLOSS, Pair, nearly
from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_word
from mtqa.detection.features import agreement, borne, oddness
from mtqa.detection.people import name_words, person_spans, reads_as_word
from mtqa.detection.phrase_spans import CALENDAR
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES, is_amid_capitals

SHORTEST = 4
"""Letters of a word, and of a name, that are enough to compare."""
SAID = 0.25
"""Weight from which a gloss is what the word means, not one of its many senses."""
LONGEST = 4
"""Words of a person's name."""
HOME = 0.5
"""How much a story must speak of the country of a place (0..1) to mean it."""
GIVEN = 1000
"""Bearers from which the first token of a name is a given name."""


SPEAKS = frozenset(
    "said says told tells added adds announced announces stated states declared declares assured assures insisted"
    " insists warned warns replied replies argued argues stressed stresses explained explains admitted admits denied"
    " denies recalled recalls promised promises thanked thanks criticised criticized accused accuses".split()
)
"""What people do, and words with no article before them do not: "Bell said"."""


@dataclass(frozen=True, slots=True)
class _Original:
    """A Spanish-looking name token of the story: how often it stands there, in whose name, and whether after "the"."""

    text: str
    times: int
    person: str
    articled: bool


def again(article: Article, code: str) -> Iterator[Candidate]:
    """Lone capitalised words whose Spanish stands in the story as a name."""
    originals = _originals(article)
    if not originals:
        return
    lone = [part for run in article.mentions for part in _lone(article, run)]
    article.knowledge.ask_words({part.text for part in lone})
    for part in lone:
        glosses = article.knowledge.glosses(part.text)
        said = (s for s, weight in glosses.items() if weight >= SAID and not nearly(s, fold(part.text)))
        found = [(s, originals[s]) for s in said if s in originals and not is_gloss(article, part, s)]
        if part.initial:
            # A sentence begins with any word: the model's word for an adverb is too little to make it a name.
            found = [pair for pair in found if article.knowledge.dictionary_says(part.text, pair[0])]
        if found:
            spanish, original = max(found, key=lambda pair: (pair[1].times, pair[0]))
            yield _candidate(article, part, spanish, original, code)


def _originals(article: Article) -> dict[str, _Original]:
    """By folded Spanish word: the surnames of people, and the names of one word, that the story has."""
    times: Counter[str] = Counter()
    articled: set[str] = set()
    people: dict[str, str] = {}
    written: dict[str, str] = {}
    named = [part for part in person_spans(article) if _is_full_name(article, part)]
    given = {(part.block, part.start) for part in named}
    for run in article.mentions:
        if run.titled or run.is_capitals:
            continue
        for part in article.parts(run, 1):
            if not part.initial and (part.block, part.start) not in given and _is_original(article, part.text):
                times[fold(part.text)] += 1
                written.setdefault(fold(part.text), part.text)
                if _has_article(article, part):
                    articled.add(fold(part.text))
    for part in named:
        for word in name_words(part.text)[1:]:
            people.setdefault(fold(word), part.text)
    return {
        key: _Original(written[key], count, people.get(key, ""), key in articled) for key, count in times.items()
    }


def _is_full_name(article: Article, part: Mention) -> bool:
    words = name_words(part.text)
    return 2 <= len(words) <= LONGEST and article.knowledge.word(words[0]).given >= GIVEN


def _speaks(article: Article, part: Mention) -> bool:
    """Whether a singular begins its sentence with no article, and speaks: plurals may do so ("Neighbors said")."""
    after = article.words_after(part, 1)
    return not part.text.endswith("s") and bool(after) and after[0] in SPEAKS


def _has_article(article: Article, part: Mention) -> bool:
    return "the" in {word.lower() for word in article.words_before(part, 1)}


def _is_original(article: Article, word: str) -> bool:
    """Whether a token is a name that Spanish has the word of, and English has not."""
    facts = article.knowledge.word(word)
    return (
        len(word) >= SHORTEST
        and word.isalpha()
        and word.lower() not in PARTICLES
        and facts.spanish > facts.english
        and not article.lower_words[word.lower()]
    )


def _lone(article: Article, run: Mention) -> Iterator[Mention]:
    if run.titled or run.is_capitals:
        return
    for part in article.parts(run, 1):
        word = part.text
        if len(word) < SHORTEST or is_amid_capitals(run, part) or article.is_settled(part):
            continue
        if not reads_as_word(article, word) or article.knowledge.gazetteer.is_head_noun(word):
            continue
        if article.knowledge.office(word) or article.knowledge.body(word):
            continue
        if word not in CALENDAR:
            yield part


def _exonym(article: Article, original: str) -> str:
    """What English calls the place of the story's countries that Spanish calls so; empty where it is no such place."""
    homes = [
        match.entity
        for match in article.knowledge.gazetteer.spanish(original)
        if match.entity.kind == "place" and agreement(article, match.entity) >= HOME
    ]
    best = max(homes, key=lambda place: (place.prominence, place.id), default=None)
    return "" if best is None or best.is_called(original) else best.english


def _candidate(article: Article, part: Mention, spanish: str, original: _Original, code: str) -> Candidate:
    knowledge = article.knowledge
    pair = Pair(part.text, spanish, GLOSS)
    english = _exonym(article, original.text)
    times = "once" if original.times == 1 else f"{original.times} times"
    whose = f"of {original.person}" if original.person else times
    return Candidate(
        code=code,
        table="NAM101-again",
        mention=part,
        suggestion=english or original.text,
        message=f"“{part.text}” looks like a translation of {original.text}, "
        + (f"Spanish for {english}" if english else "whom the story names"),
        features={
            "person": float(bool(original.person)),
            "speaks": float(part.initial and _speaks(article, part)),
            "times": min(3.0, original.times - 1.0),
            "dictionary": knowledge.dictionary.glosses(part.text).get(spanish, 0.0),
            "model": float(knowledge.model_says(part.text, spanish)),
            "oddness": oddness(article, part.text),
            "borne": borne(article, part.text),
            "article": float(_has_article(article, part) and not original.articled),
            "initial": float(part.initial),
            "known": float(any(entity.prominence >= WELL_KNOWN for entity in article.named(part.text))),
            "lower": float(article.lower_words[part.text.lower()] > 0),
        },
        origin=original.text,
        evidence=[of_word(article, pair), Evidence("document", f"the story has “{original.text}” ({whose})")],
    )
