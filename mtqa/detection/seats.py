"""The seat of a power, named by its place, taken for somebody's given name: "the Louise said" for *el Luiso*.

English gives a person's name no article. Where one stands before a given name in a story about a country, and the
Spanish form of that name is also what the seat of a power there is called, the seat is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, likeliest
from mtqa.detection.press import is_meant
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

TABLE = "NAM101-seat"
SEATS = frozenset({"building", "monument"})
"""Kinds of places that powers have their seat in."""
GIVEN = 300
"""Bearers from which a word is a given name."""
SURE = 0.3
"""Weight from which a dictionary's Spanish form of a name is taken."""
WORD = 3.5
"""Zipf frequency in English from which a word is rather a word, or a name that ships and hotels bear."""
SAYS = frozenset(
    "said says announced announces confirmed denied declined reported told stated statement sources spokesman"
    " spokeswoman spokesperson press adviser advisers aides"
    " considers believes wants insisted insists".split()
)
"""What powers do, and what they have."""
AT = frozenset({"at", "in", "from", "to", "outside", "into", "by"})


def seats(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per given name with an article that is, in Spanish, the seat of a power of the story's country."""
    for run in article.mentions:
        if run.titled or run.is_capitals:
            continue
        for part in article.parts(run, 1):
            if part.is_capitals or not _has_article(article, run, part) or not _is_given(article, part.text):
                continue
            found = [(_features(article, part, match), match) for match in _matches(article, part.text)]
            if found:
                yield _candidate(article, part, *likeliest(TABLE, found), code)


def _has_article(article: Article, run: Mention, part: Mention) -> bool:
    """Whether "the" and nothing else touches the word, at the start of a sentence as well."""
    before = article.words_before(part, 1)
    if not before or before[0].lower() != "the":
        return False
    alone = run.part(article.block(run), 1, len(run.tokens)) if run.words[0] == "The" and run.tokens[1:] else run
    return not is_amid_capitals(alone, part) and article.words_after(part, 1) not in {("'s",), ("’s",), ("-",)}


def _is_given(article: Article, text: str) -> bool:
    facts = article.knowledge.word(text)
    called = (entity for entity in article.named(text) if entity.kind != "person")
    return facts.given >= GIVEN and facts.english < WORD and not any(is_meant(article, entity) for entity in called)


def _matches(article: Article, text: str) -> Iterator[Match]:
    glosses = article.knowledge.dictionary.glosses(text)
    for word in sorted(word for word, weight in glosses.items() if weight >= SURE):
        for match in article.knowledge.gazetteer.spanish(word):
            if match.entity.kind == "place" and match.entity.subkind in SEATS and not _is_called(match.entity, text):
                yield match


def _is_called(entity: Entity, text: str) -> bool:
    return fold(text) in {word for form in entity.accepted("en") for word in fold(form).split()}


def _features(article: Article, part: Mention, match: Match) -> dict[str, float]:
    before = article.words_before(part, 2)
    return {
        "prominence": match.entity.prominence,
        "country": agreement(article, match.entity),
        "speaks": float(bool(SAYS & set(article.words_after(part, 2)))),
        "at": float(len(before) == 2 and before[0].lower() in AT),
        "repeated": float(article.count(part.text) > 1),
    }


def _candidate(article: Article, part: Mention, features: dict[str, float], match: Match, code: str) -> Candidate:
    entity = match.entity
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=entity.english,
        message=f"“the {part.text}” looks like {entity.english}, in Spanish {match.name}, taken for a given name",
        features=features,
        origin=match.name,
        entity=entity,
        evidence=[
            Evidence("back-translation", f"“{part.text}” is the English form of the name {match.name}"),
            of_entity(article, entity),
        ],
    )
