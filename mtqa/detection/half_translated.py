"""Names of which the translator put some words into English and left the others: "Academy Sueca", "Partido Green".

What the Spanish words mean, put in their place, must make a name that English has. Nothing else is called so by chance,
so that it does not matter of which country the story is.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import glossing
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display
from mtqa.detection.left_names import is_part_of_longer
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS, PARTICLES

LONGEST = 9
ENGLISH = 3.0
"""Zipf frequency of a word that is English; Spanish must hardly have it."""
MORE_ENGLISH = 0.5
TABLE = "SPA101-half"


def names(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span of English and Spanish words that is a known name once all of it is English."""
    for run in article.mentions:
        if not any(_is_left(article, word) for word in run.words):
            continue
        taken: list[Mention] = []
        for part in article.parts(run, LONGEST):
            if any(part.start < other.end and other.start < part.end for other in taken):
                continue
            if not _is_mixed(article, part) or article.is_settled(part):
                continue
            for text in _readings(article, part):
                entity = _named(article, text)
                if entity is not None and len(text.split()) == 2 and is_part_of_longer(run, part):
                    continue  # "Communist Party", of somewhere: the span is not all of the name
                if entity is not None:
                    yield _candidate(article, run, part, text, entity, code)
                    taken.append(part)
                    break


def _is_mixed(article: Article, part: Mention) -> bool:
    words = [word for word in part.words if word.isalpha()]
    return any(_is_left(article, word) for word in words) and any(_is_english(article, word) for word in words)


def _is_left(article: Article, word: str) -> bool:
    lower = word.lower()
    return lower not in PARTICLES and glossing.is_certainly_spanish(article, word)


def _is_english(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    is_usual = facts.english >= max(ENGLISH, facts.spanish + MORE_ENGLISH)
    return is_usual and word[:1].isupper() and word.lower() not in JOINERS


def _readings(article: Article, part: Mention) -> list[str]:
    """The span in English: by the order of Spanish, with and without its articles, and with its last word first."""
    text = glossing.english(article, part.words)
    if not text:
        return []
    words = text.split()
    bare = [word for word in words if word != "the"]
    turned = [words[-1], *words[:-1]]
    return [" ".join(each) for each in (words, bare, turned) if each]


def _named(article: Article, text: str) -> Entity | None:
    """The body or place that English calls so."""
    found = (entity for entity in article.named(text) if entity.kind != "person" and not entity.keep_original)
    return next(found, None)


def _candidate(
    article: Article, run: Mention, part: Mention, text: str, entity: Entity, code: str
) -> Candidate:
    english = next(form for form in entity.accepted("en") if fold(form) == fold(text))
    left = [word for word in part.words if _is_left(article, word)]
    meanings = ", ".join(f"“{word}” means {glossing.sense(article, word)}" for word in left)
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=display(part, english),
        message=f"“{part.text}” is {english}, half of it left in Spanish",
        features={
            "left": min(2.0, len(left) - 1.0),
            "prominence": entity.prominence,
            "country": agreement(article, entity),
            "part of run": float(is_part_of_longer(run, part)),
            "titled": float(part.titled),
        },
        origin=part.text,
        entity=entity,
        evidence=[Evidence("spanish-form", f"in Spanish {meanings}"), of_entity(article, entity)],
    )
