"""People between whose names the translator put "of": "Lope of the Fuente" for Lope de la Fuente.

English keeps the particle of a surname as it is, but for rulers, saints and the nobility, whose names it translates:
a person whom English calls "of" anything is left alone, and so is a name after a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mtqa.detection.alignment import GLOSS, Alignment, align
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_role, of_word
from mtqa.detection.features import agreement, display, mean, oddness, rarity
from mtqa.detection.people import MAX_GLOSSES, MAX_PEOPLE, name_words
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention, RolePhrase
from mtqa.mentions.runs import JOINERS, PARTICLES, is_name_token

GIVEN = 300
"""Bearers from which a token is a given name, with which a person's name begins."""
UNKNOWN = 2.0
"""Zipf frequency in English below which a token is rather a name than a word."""
BEFORE, AFTER = 3, 3
"""The most words of a name before and after "of"."""
NOBLE = frozenset(
    "king queen prince princess duke duchess count countess earl marquis marquess baron baroness lord lady infante"
    " infanta emperor empress saint st santa san santo sister brother friar bishop archbishop virgin our".split()
)
"""Titles of those whose names English translates."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """A span with "of" in it, and its words on both sides."""

    part: Mention
    words: tuple[str, ...]
    after: str
    has_article: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The person whose name the span is but for its particle."""

    entity: Entity
    form: str
    alignment: Alignment
    role: RolePhrase | None


def with_of(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the likeliest person whose name has a particle where the copy has "of"."""
    for joined in _spans(article):
        ranked = sorted(
            ((_features(article, joined, found), found) for found in _people(article, joined)),
            key=lambda each: (-confidence("NAM101-particle", each[0]), each[1].entity.id),
        )
        if ranked:
            yield _candidate(article, joined, *ranked[0], code)


def _spans(article: Article) -> Iterator[_Joined]:
    for run in article.mentions:
        if run.titled:
            continue
        tokens = run.tokens
        for at in (index for index, token in enumerate(tokens) if token.text == "of"):
            has_article = at + 1 < len(tokens) and tokens[at + 1].text.lower() == "the"
            right = at + 1 + has_article
            end = right
            while end < min(len(tokens), right + AFTER) and is_name_token(tokens[end]):
                end += 1
            start = at
            while start > max(0, at - BEFORE) and is_name_token(tokens[start - 1]):
                start -= 1
            start = _first_given(article, run, start, at)
            if start < at and right < end:
                part = run.part(article.block(run), start, end)
                words = tuple(token.text for token in (*tokens[start:at], *tokens[right:end]))
                if not article.is_settled(part) and not _is_noble(article, run, start):
                    yield _Joined(part, words, tokens[right].text, has_article)


def _first_given(article: Article, run: Mention, start: int, end: int) -> int:
    """The first of some tokens that is a given name, or no word at all; ``end`` where none is."""
    facts = ((index, article.knowledge.word(run.tokens[index].text)) for index in range(start, end))
    return next((index for index, fact in facts if fact.given >= GIVEN or fact.english < UNKNOWN), end)


def _is_noble(article: Article, run: Mention, start: int) -> bool:
    inside = run.tokens[start - 1].text if start else ""
    before = (inside,) if inside else article.words_before(run, 1)
    return bool(NOBLE & {word.lower().rstrip(".") for word in before})


def _people(article: Article, joined: _Joined) -> Iterator[_Found]:
    gazetteer = article.knowledge.gazetteer
    if gazetteer.territory(joined.after) is not None:
        return
    role = article.role_of.get((joined.part.block, joined.part.start))
    held = gazetteer.holders(role.office, role.body, article.when) if role is not None and role.body else []
    holders = {match.entity.id: match.entity for match in held}
    last = joined.words[-1]
    glosses = article.knowledge.dictionary.glosses(last)
    spanish = sorted(glosses, key=lambda word: (-glosses[word], word))[:MAX_GLOSSES]
    borne = [match.entity for word in (last, *spanish) for match in gazetteer.surname(word)[:MAX_PEOPLE]]
    everybody = {entity.id: entity for entity in (*borne, *article.in_power, *holders.values())}
    for entity in everybody.values():
        if entity.kind == "person":
            yield from _fitting(article, joined, entity, role if entity.id in holders else None)


def _fitting(article: Article, joined: _Joined, entity: Entity, role: RolePhrase | None) -> Iterator[_Found]:
    """The person, where a form of the name has a particle at the place and no form in English has "of"."""
    if any(JOINERS & set(form.lower().split()) for form in entity.accepted("en")):
        return
    for form in dict.fromkeys((entity.english, *entity.accepted("es"), *entity.accepted("en"))):
        alignment = align(joined.words, name_words(form), article.knowledge)
        if alignment is None or len(alignment.kept) + alignment.count(GLOSS) < len(joined.words):
            continue
        after = alignment.pairs[joined.words.index(joined.after)].origin
        if alignment.kept and alignment.pairs[0].relation != GLOSS and fold(after) in _with_particle(form):
            yield _Found(entity, form, alignment, role)
            return


def _with_particle(form: str) -> frozenset[str]:
    """The folded words of a name that stand after a particle."""
    words = form.split()
    return frozenset(fold(word) for before, word in pairwise(words) if before.lower() in PARTICLES)


def _features(article: Article, joined: _Joined, found: _Found) -> dict[str, float]:
    glossed = [pair for pair in found.alignment.pairs if pair.relation == GLOSS]
    return {
        "role holder": float(found.role is not None),
        "kept tokens": float(len(found.alignment.kept) - 1),
        "rare kept": max(rarity(article, pair.token) for pair in found.alignment.kept),
        "article": float(joined.has_article),
        "oddness": mean(oddness(article, pair.token) for pair in glossed),
        "prominence": found.entity.prominence,
        "country": agreement(article, found.entity),
        "skipped": float(found.alignment.skipped),
    }


def _candidate(article: Article, joined: _Joined, features: dict[str, float], found: _Found, code: str) -> Candidate:
    entity = found.entity
    evidence = [of_word(article, pair) for pair in found.alignment.pairs if pair.relation == GLOSS]
    return Candidate(
        code=code,
        table="NAM101-particle",
        mention=joined.part,
        suggestion=display(joined.part, entity.english),
        message=f"“{joined.part.text}” looks like a translation of the name {entity.english}",
        features=features,
        origin=found.form,
        entity=entity,
        evidence=[
            *evidence,
            Evidence("particle", f"the name of {entity.english} keeps its particle in English"),
            of_role(article, entity, found.role) if found.role is not None else born_by(article, entity),
        ],
    )
