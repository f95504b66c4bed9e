"""Names of which all but one word is that of somebody who holds the office that the text gives, or governs there.

The other roads need the changed word to lead back to the name, by a dictionary or by its sound. Decoders also break a
name off ("Lumbre" for Lumbreras), or write a word that no dictionary has for it. Where the office and the day leave
one person, and the rest of the name agrees, the odd word needs no explanation: nobody is called so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from mtqa.detection.alignment import FOLDED, FUZZY, GLOSS, SAME, Pair
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_holder, of_word
from mtqa.detection.features import agreement, borne, country_of, display, oddness, rarity
from mtqa.detection.people import MAX_NAME, MAX_PEOPLE, name_words, person_spans, reads_as_word, word_for_word
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import TRANSLITERATED
from mtqa.mentions import Mention, RolePhrase
from mtqa.mentions.runs import JOINERS, PARTICLES

PATRONYMIC = "ez"
"""What makes another surname of a name: Martínez is no longer form of Martín."""
SHORTEST = 4
"""Letters of a beginning of a name that tells the name."""
UNKNOWN = 1.0
"""Zipf frequency in English and Spanish below which a token is no word."""
BEARERS = 5
"""Bearers from which a token is somebody's name."""
GIVEN = 100
"""Bearers from which a token is a given name."""
SIMILAR = 55
"""Similarity (0..100) from which an unknown token may be a name broken in the middle."""


@dataclass(frozen=True, slots=True)
class _Broken:
    """A name that agrees with somebody's in all words but one."""

    part: Mention
    entity: Entity
    form: str
    pair: Pair
    kept: tuple[str, ...]
    role: RolePhrase | None


def broken(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the likeliest holder of an office of whose name one word was lost."""
    explained = {(found.mention.span, found.entity.id) for found in article.people if found.alignment.count(GLOSS)}
    for part in person_spans(article):
        if part.titled or article.is_settled(part):
            continue
        unexplained = [found for found in _of_part(article, part) if (part.span, found.entity.id) not in explained]
        ranked = sorted(
            ((_features(article, found), found) for found in unexplained),
            key=lambda each: (-confidence("NAM102-holder", each[0]), each[1].entity.id),
        )
        if ranked:
            yield _candidate(article, *ranked[0], code)


def _of_part(article: Article, part: Mention) -> Iterator[_Broken]:
    words = name_words(part.text)
    if not 2 <= len(words) <= MAX_NAME or JOINERS & set(part.text.split()):
        return
    role = article.role_of.get((part.block, part.start))
    role = role if role is not None and role.body and role.mention.end == part.end else None
    held = article.knowledge.gazetteer.holders(role.office, role.body, article.when) if role is not None else []
    holders = {match.entity.id: match.entity for match in held if match.entity.kind == "person"}
    likely = {entity.id: entity for entity in (*article.in_power, *_of_that_surname(article, words))}
    for entity in {**likely, **holders}.values():
        found = _broken(article, part, words, entity, role if entity.id in holders else None)
        if found is not None:
            yield found


def _of_that_surname(article: Article, words: tuple[str, ...]) -> Iterator[Entity]:
    """People whose surname the last word is the singular of, and those whose first surname is the word before it.

    And those who govern under another form of the given name: "Jorgen" for George.
    """
    for match in article.knowledge.gazetteer.surname(words[-1])[:MAX_PEOPLE]:
        if article.leads(match.entity) and are_cognate(words[0], name_words(match.entity.english)[0]):
            yield match.entity
    surnames = [words[-1] + ending for ending in ("s", "es")] + list(words[1:-1])[-1:]
    for surname in surnames:
        for match in article.knowledge.gazetteer.surname(surname)[:MAX_PEOPLE]:
            if fold(match.entity.english).startswith(fold(words[0])):
                yield match.entity


def _broken(
    article: Article, part: Mention, words: tuple[str, ...], entity: Entity, role: RolePhrase | None
) -> _Broken | None:
    """The span as a broken name of this person, None where it is none."""
    usual = {fold(word) for word in name_words(entity.english)}
    for form, pairs in word_for_word(article, words, entity):
        odd = [index for index, pair in enumerate(pairs) if pair.relation not in (SAME, FOLDED)]
        if len(odd) != 1 or fold(pairs[odd[0]].origin) not in usual:
            continue
        pair = pairs[odd[0]]
        if _how(article, pair, entity, is_given=odd[0] == 0, has_role=role is not None):
            kept = tuple(word for index, word in enumerate(words) if index != odd[0])
            return _Broken(part, entity, form, pair, kept, role)
    return None


def _how(article: Article, pair: Pair, entity: Entity, *, is_given: bool, has_role: bool) -> str:
    """How the word may have come from the name: gloss, cognate, shortened, unknown or word; "" for in no way."""
    if pair.relation == GLOSS:
        return GLOSS if reads_as_word(article, pair.token) else ""
    if pair.relation not in ("", FUZZY) or not pair.token.isalpha() or pair.token.lower() in PARTICLES:
        return ""
    ours, theirs = (fold(text).replace("'", "") for text in (pair.token, pair.origin))
    if ours == theirs:
        return ""
    is_ours = country_of(entity) not in TRANSLITERATED
    is_likely = has_role or article.leads(entity) or entity in article.in_power
    if is_given and is_ours and is_likely and _is_cognate(article, pair):
        return "cognate"
    # People are called by a part of their given name; of a surname hardly anybody leaves the end away.
    if not is_given and len(ours) >= SHORTEST and theirs.startswith(ours) and theirs != f"{ours}{PATRONYMIC}":
        return "shortened"
    if is_ours and _is_unknown(article, pair.token) and fuzz.ratio(ours, theirs) >= SIMILAR:
        return "unknown"
    is_word = reads_as_word(article, pair.token) and not article.knowledge.gazetteer.is_head_noun(pair.token)
    return "word" if has_role and is_word and not is_given else ""


def _is_cognate(article: Article, pair: Pair) -> bool:
    """Whether both are given names, and one name in two languages."""
    known = all(article.knowledge.word(word).given >= GIVEN for word in (pair.token, pair.origin))
    return known and are_cognate(pair.token, pair.origin)


def _is_unknown(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    is_word = max(facts.english, facts.spanish) >= UNKNOWN
    return not (is_word or max(facts.given, facts.surname) >= BEARERS or article.is_listed(word))


def _features(article: Article, found: _Broken) -> dict[str, float]:
    pair, entity = found.pair, found.entity
    is_given = fold(name_words(found.form)[0]) == fold(pair.origin)
    how = _how(article, pair, entity, is_given=is_given, has_role=found.role is not None)
    return {
        "role holder": float(found.role is not None),
        "kept tokens": float(len(found.kept) - 1),
        "rare kept": max(rarity(article, word) for word in found.kept),
        "gloss": float(how == GLOSS),
        "cognate": float(how == "cognate"),
        "shortened": float(how == "shortened"),
        "unknown": float(how == "unknown"),
        "word": float(how == "word"),
        "oddness": oddness(article, pair.token),
        "borne": borne(article, pair.token),
        "prominence": entity.prominence,
        "country": agreement(article, entity),
        "initial": float(found.part.initial and is_given),
    }


def _candidate(article: Article, features: dict[str, float], found: _Broken, code: str) -> Candidate:
    pair, entity = found.pair, found.entity
    told = f"“{pair.token}” is another language's form of “{pair.origin}”, and" if features["cognate"] else ""
    spelling = Evidence("spelling", f"{told} all but “{pair.token}” is the name of {entity.english}".strip())
    return Candidate(
        code=code,
        table="NAM102-holder",
        mention=found.part,
        suggestion=display(found.part, entity.english),
        message=f"“{found.part.text}” looks like a broken form of {entity.english}",
        features=features,
        origin=found.form,
        entity=entity,
        evidence=[
            of_word(article, pair) if pair.relation == GLOSS else spelling,
            of_holder(article, entity, found.role),
        ],
        repairs={pair.token: pair.origin},
        alone=name_words(found.part.text)[-1],
    )
