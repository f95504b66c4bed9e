"""Acronyms that a translator took for another body's: the channel's question asked of acronyms.

One Spanish acronym stands for a party in one story and for a treaty in the next; a translator that knows the treaty
writes its English acronym in both. An English acronym whose Spanish counterpart is also the acronym of a body of the
country that the story is about, while nothing in the story speaks of the first body, is suspect.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.definitions import initials
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, commonness, country_of
from mtqa.detection.left_acronyms import is_named
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

FOREIGN = 3.2
"""Zipf frequency in English below which a word of a name counts as foreign."""
COMMON = 3.0
"""Zipf frequency from which English knows an acronym, whether the gazetteer does or not: NBA."""
EVERYDAY = 4.0
"""Zipf frequency in English from which an acronym is a word of the language, whatever else the story is about: DNA."""
SHORTEST = 3
"""Letters of an acronym that is looked into: shorter ones stand for too much."""


def crossed(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per acronym that reads as the translation of another body's."""
    for mention in article.mentions:
        if mention.titled:
            continue
        for part in article.parts(mention, 1):
            acronym = part.text.removesuffix("s")
            if len(acronym) >= SHORTEST and acronym.isalpha() and acronym.isupper():
                best = _best(article, acronym)
                if best is not None:
                    yield _candidate(article, part, acronym, *best, code)


def _best(article: Article, acronym: str) -> tuple[Entity, Entity, str] | None:
    """The body read, the body meant and its acronym, of the country most spoken of."""
    gazetteer = article.knowledge.gazetteer
    if article.knowledge.word(acronym).english >= EVERYDAY or acronym in article.definitions:
        return None
    owners = [match.entity for match in gazetteer.acronym(acronym)]
    read = [entity for entity in owners if acronym in _acronyms(entity, "en")]
    if not read or any(is_named(article, entity) for entity in owners):
        return None
    found: tuple[float, Entity, Entity, str] | None = None
    for entity in read:
        for spanish in sorted(_acronyms(entity, "es") - _acronyms(entity, "en")):
            for match in gazetteer.acronym(spanish):
                share = article.country_share(country_of(match.entity))
                own = spanish in _acronyms(match.entity, "mul") | _acronyms(match.entity, "en")
                if own and match.entity.id != entity.id and share and (found is None or share > found[0]):
                    found = share, entity, match.entity, spanish
    return found[1:] if found else None


def _acronyms(entity: Entity, lang: str) -> set[str]:
    return {name.text for name in entity.names if name.role == "acronym" and name.lang == lang}


def _candidate(
    article: Article, part: Mention, acronym: str, read: Entity, meant: Entity, spanish: str, code: str
) -> Candidate:
    plural = part.text[len(acronym) :]
    return Candidate(
        code=code,
        table="ACR101-crossed",
        mention=part,
        suggestion=spanish,
        message=f"“{part.text}” may be {spanish}, taken for {read.english}",
        features={
            "country": agreement(article, meant),
            "prominence": meant.prominence,
            "plural": float(bool(plural)),
            "repeated": float(article.count(acronym) + article.count(f"{acronym}s") > 1),
            "at home": agreement(article, read),
            "original nearby": float(article.says(meant)),
            "lower words": _share_of_words(article, read),
            "common": commonness(article, acronym),
        },
        origin=spanish,
        entity=meant,
        evidence=[
            Evidence("acronym", f"Spanish writes {spanish} for {read.english}, of which the story does not speak"),
            of_entity(article, meant),
        ],
    )


def _share_of_words(article: Article, entity: Entity) -> float:
    """How many of the longer words of a body's English name the story uses in lower case (0..1)."""
    words = [word for word in fold(entity.english).split() if len(word) > 3]
    return sum(word in article.lower_words for word in words) / len(words) if words else 0.0


def reordered(article: Article, code: str) -> Iterator[Candidate]:
    """Acronyms of nobody in the story whose letters are, in another order, the initials of a foreign name in the story.

    A translator that puts adjectives first puts the letters of an acronym in that order too, and leaves the name.
    """
    initials = _foreign_initials(article)
    for mention in article.mentions:
        for part in article.parts(mention, 1):
            name = initials.get("".join(sorted(part.text))) if len(part.text) >= SHORTEST else None
            if name is None or part.text == name[0] or not part.text.isupper() or part.titled:
                continue
            if _is_somebodys(article, part.text) or _is_defined(article, part.text):
                continue
            if article.knowledge.word(part.text).english >= COMMON:
                continue
            yield Candidate(
                code=code,
                table="ACR101-reordered",
                mention=part,
                suggestion=name[0],
                message=f"“{part.text}” has the letters of {name[0]} in another order",
                features={
                    "repeated": float(article.count(part.text) > 1),
                    "original nearby": float(article.count(name[0]) > 0),
                    "length": len(part.text) - 3.0,
                },
                origin=name[0],
                evidence=[Evidence("acronym", f"{name[0]} are the initials of {name[1]}, which the story names")],
            )


def _is_somebodys(article: Article, acronym: str) -> bool:
    """Whether the acronym may be that of a body: the story names one that has it, or speaks of where one is at home."""
    owners = [match.entity for match in article.knowledge.gazetteer.acronym(acronym)]
    return any(is_named(article, owner) or article.country_share(country_of(owner)) > 0 for owner in owners)


def _is_defined(article: Article, acronym: str) -> bool:
    """Whether the story itself gives the acronym in brackets, after a name."""
    return any(article.words_before(part, 1) == ("(",) for _, part in article.singles.get(acronym, ()))


def _foreign_initials(article: Article) -> dict[str, tuple[str, str]]:
    """Sorted letters → (initials, name) of the runs of three or more words, some of which English does not know."""
    found: dict[str, tuple[str, str]] = {}
    for mention in article.mentions:
        words = [word for word in mention.words if word[:1].isupper() and word != "The"]
        facts = [article.knowledge.word(word) for word in words]
        if len(words) >= SHORTEST and any(fact.english < FOREIGN for fact in facts):
            letters = initials(words)
            if letters.isalpha() and letters.isascii():
                found.setdefault("".join(sorted(letters)), (letters, mention.text))
    return found
