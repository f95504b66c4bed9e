"""Acronyms that lost a letter which the decoder lacks: "AP" for *ÄAP*, "NS-K" for *NSŠK*."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.definitions import SKIPPED
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, commonness, country_of
from mtqa.detection.left_acronyms import is_named, shares_a_stem
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holes import MARKS
from mtqa.mentions import Mention

SHORTEST, LONGEST = 2, 5
"""Letters of what is left of an acronym."""
INDEFINITE = frozenset("a an as any every each no his her their my your our another one".split())
KINDS = frozenset({"party", "organisation", "media"})


def shortened(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per acronym that is one of a body of a country in the story but for a letter."""
    plain = {fold(text) for text in article.singles if text.isupper()}
    found = {text: body for text in article.singles if (body := _meant(article, text)) is not None}
    # Who writes it in plain letters once ("CSSD") has not lost them.
    meant = {text: whole for text, whole in found.items() if fold(whole[0]) not in plain}
    if not meant or article.story.is_intact:
        return
    for text, (acronym, entity) in meant.items():
        kin = sum(
            other.kind == entity.kind and country_of(other) == country_of(entity) and other.id != entity.id
            for _, other in meant.values()
        )
        for _, part in article.singles[text]:
            yield _candidate(article, part, acronym, entity, kin, code)


def _meant(article: Article, text: str) -> tuple[str, Entity] | None:
    """The acronym of the likeliest body that the text lacks a letter of; None where it is the acronym of another."""
    letters = text.translate(dict.fromkeys(map(ord, MARKS)))
    if not (SHORTEST <= len(letters) <= LONGEST and letters.isalpha() and letters.isascii() and text.isupper()):
        return None
    if not text[0].isalpha() or not text[-1].isalpha():
        return None
    gazetteer = article.knowledge.gazetteer
    if any(is_named(article, m.entity) or _is_spoken_of(article, m.entity) for m in gazetteer.acronym(text)):
        return None
    found: dict[str, tuple[str, Entity]] = {}
    for whole in _wholes(text):
        for match in gazetteer.acronym(whole):
            name = match.name
            if fold(name) == fold(whole) and len(name) == len(whole) and _lacks(text, name) and name.isupper():
                found.setdefault(match.entity.id, (name, match.entity))
    told = [each for each in found.values() if _is_spoken_of(article, each[1]) and _fits(article, text, each[1])]
    return max(told, key=lambda each: (agreement(article, each[1]) * each[1].prominence, each[1].id), default=None)


def _is_spoken_of(article: Article, entity: Entity) -> bool:
    home = country_of(entity)
    return entity.kind in KINDS and bool(home) and article.country_share(home) > 0


def _wholes(text: str) -> Iterator[str]:
    """The text with one letter more, or with a letter for its mark."""
    marks = [index for index, char in enumerate(text) if char in MARKS]
    if len(marks) == 1:
        yield from (text[: marks[0]] + letter + text[marks[0] + 1 :] for letter in ascii_uppercase)
    elif not marks:
        yield from (text[:at] + letter + text[at:] for at in range(len(text) + 1) for letter in ascii_uppercase)


def _lacks(text: str, name: str) -> bool:
    """Whether what the text lacks of a name is a letter beyond A to Z."""
    return "".join(letter for letter in name if letter.isascii()) == "".join(c for c in text if c not in MARKS)


def _fits(article: Article, text: str, entity: Entity) -> bool:
    """Whether the story does not explain the acronym otherwise."""
    told = article.definitions.get(text)
    if told is None:
        return True
    words = {word for word in fold(told).split() if word not in SKIPPED}
    names = {word for name in entity.names for word in fold(name.text).split() if len(word) > 3}
    return any(shares_a_stem(word, other) for word in words for other in names)


def _is_indefinite(article: Article, part: Mention) -> bool:
    """Whether the acronym stands for one of many things: "a VP", "256GB SSD"."""
    before = article.words_before(part, 1)
    return bool(before) and (before[0].lower() in INDEFINITE or any(char.isdigit() for char in before[0]))


def _is_before_a_name(article: Article, part: Mention) -> bool:
    """Whether it is what somebody or something is: "VP Joe Biden", "TK Maxx"; not of whom another party is told."""
    after = article.words_after(part, 1)
    return bool(after) and after[0][:1].isupper() and not after[0].isupper()


def _candidate(article: Article, part: Mention, acronym: str, entity: Entity, kin: int, code: str) -> Candidate:
    return Candidate(
        code=code,
        table="ACR101-shortened",
        mention=part,
        suggestion=acronym,
        message=f"“{part.text}” has lost a letter of {acronym}",
        features={
            "country": agreement(article, entity),
            "prominence": entity.prominence,
            "kin": max(article.kin(entity), min(1.0, kin / 2)),
            "named": float(is_named(article, entity)),
            "length": len(part.text) - 2.0,
            "common": commonness(article, part.text),
            "plain": article.story.plain,
            "indefinite": float(_is_indefinite(article, part)),
            "before a name": float(_is_before_a_name(article, part)),
            "others": min(3.0, float(article.story.others(part.text))),
            "titled": float(part.titled),
        },
        origin=acronym,
        entity=entity,
        evidence=[
            Evidence("acronym", f"nobody in the story is called {part.text}; decoders may lack letters of {acronym}"),
            of_entity(article, entity),
        ],
    )
