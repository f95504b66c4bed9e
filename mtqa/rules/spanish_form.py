"""A name stands in its Spanish spelling.

## What it does
Finds names of people, places and organisations that the translator left as Spanish writes them, where English
writes them otherwise: transliterations (*Kazajistán*), exonyms (*Pekín*), Spanish acronyms (*OMS*).

## Why is this bad?
Readers look for Kazakhstan, Beijing and the WHO, and do not find them.

## How it decides
The span equals a Spanish form of a known entity, English has another one, and nothing else in use in English is
called so. Differences of accents alone count little. Text that is Spanish anyway (a quoted title) is left alone.

## Example
```text
The delegation left for Kazajistán on Monday.
```
Use instead:
```text
The delegation left for Kazakhstan on Monday.
```

## Fix safety
The fix is unsafe: a street or a book may bear the Spanish form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from mtqa.detection.alignment import HISPANIC
from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity, why
from mtqa.detection.features import agreement, borne, country_of, display, role_features
from mtqa.detection.people import PersonHypothesis, name_words
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

CODE = "SPA101"
NAME = "spanish-form"
FIX_SAFETY = "unsafe"

SIMILAR = 65
"""Similarity (0..100) of two tokens from which one may be the other transliterated."""

SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 7
"""Letters of an acronym that is looked up alone: shorter ones stand for too much."""

RENOWNED = 0.3
"""Prominence of people who are known by their given name: others may share all but that with somebody."""
AT_HOME = 0.1
"""Share of a country in the story from which its bodies are meant rather than others of the same acronym."""

SPANISH_WORD = 2.5
"""Zipf frequency in Spanish from which a neighbouring word that English lacks tells of Spanish text."""


def propose(article: Article) -> Iterator[Candidate]:
    """People by the Spanish spelling of their names; places, organisations and acronyms by their Spanish names."""
    yield from _people(article)
    for mention in article.mentions:
        for part in article.parts(mention, 4):
            candidate = _other(article, mention, part)
            if candidate is not None:
                yield candidate


def _people(article: Article) -> Iterator[Candidate]:
    spans: dict[tuple[int, int, int], list[PersonHypothesis]] = defaultdict(list)
    for found in article.people:
        hispanic = found.alignment.count(HISPANIC)
        if hispanic and found.entity.prominence < RENOWNED:
            continue
        if len(found.alignment.changed) > hispanic or not (
            hispanic or _is_respelling(found.form, found.entity.english)
        ):
            continue
        spans[found.mention.block, found.mention.start, found.mention.end].append(found)
    for rivals in spans.values():
        best = max(rivals, key=lambda h: (h.entity.prominence, h.entity.id))
        entity = best.entity
        features = {
            **role_features(best),
            "prominence": entity.prominence,
            "derived": float(_is_derived(entity, best.form)),
            "tokens": float(len(best.alignment.pairs) - 2),
            "changed": float(_differing(best.form, entity)),
            "given known": borne(article, best.alignment.pairs[0].token),
            "accents only": float(not best.alignment.count(HISPANIC) and fold(entity.english) == fold(best.form)),
            "hispanic": float(best.alignment.count(HISPANIC)),
            "hispanic surname": float(best.alignment.count(HISPANIC) and _is_hispanic(article, best)),
            "rivals": min(1.0, (len(rivals) - 1) / 5),
        }
        yield Candidate(
            code=CODE,
            table="SPA101-person",
            mention=best.mention,
            suggestion=display(article, best.mention, entity.english),
            alternatives=list(entity.accepted("en")[1:3]),
            message=f"“{best.mention.text}” is the Spanish spelling of {entity.english}",
            features=features,
            origin=best.form,
            entity=entity,
            evidence=[Evidence("spanish-form", _difference(best)), why(article, best)],
            repairs=_token_repairs(best.form, entity.english),
            alone=name_words(best.mention.text)[-1],
        )


def _is_respelling(form: str, english: str) -> bool:
    """Whether two forms are the same name spelt otherwise, token by token: not a birth name for a regnal one."""
    ours, theirs = name_words(form), name_words(english)
    if len(ours) != len(theirs) or fold(form) == fold(english):
        return False
    return all(fuzz.ratio(fold(a), fold(b)) >= SIMILAR for a, b in zip(ours, theirs, strict=True))


def _is_hispanic(article: Article, found: PersonHypothesis) -> bool:
    """Whether the kept surname is as much at home in Spanish: then the given name may be the person's own."""
    facts = article.knowledge.word(found.alignment.pairs[-1].token)
    return facts.spanish > facts.english


def _is_derived(entity: Entity, form: str) -> bool:
    return any(name.text == form and name.role == "derived" for name in entity.names)


def _differing(form: str, entity: Entity) -> int:
    english = {fold(word) for word in name_words(entity.english)}
    return sum(fold(word) not in english for word in name_words(form))


def _difference(found: PersonHypothesis) -> str:
    for pair in found.alignment.pairs:
        if pair.relation == HISPANIC:
            return f"“{pair.token}” is the Spanish name for {pair.origin}"
    return f"Spanish writes {found.form}, English {found.entity.english}"


def _token_repairs(form: str, english: str) -> dict[str, str]:
    ours, theirs = name_words(form), name_words(english)
    if len(ours) != len(theirs):
        return {}
    return {a: b for a, b in zip(ours, theirs, strict=True) if fold(a) != fold(b)}


def _other(article: Article, run: Mention, part: Mention) -> Candidate | None:
    # Of an acronym, other bodies that are called so are weighed against this one.
    if article.is_settled(part) or (not _is_acronym(part) and article.named(part.text)):
        return None
    best: tuple[float, dict[str, float], Match] | None = None
    for match in _matches(article, part):
        entity = match.entity
        if not _is_left_in_spanish(part, entity):
            continue
        features = _features(article, run, part, entity)
        score = confidence("SPA101-place", features)
        if best is None or score > best[0]:
            best = score, features, match
    if best is None:
        return None
    _, features, match = best
    entity = match.entity
    return Candidate(
        code=CODE,
        table="SPA101-place",
        mention=part,
        suggestion=_replacement(article, part, entity),
        message=f"“{part.text}” is Spanish for {entity.english}",
        features=features,
        origin=part.text,
        entity=entity,
        evidence=[Evidence("spanish-form", of_entity(article, entity).detail)],
    )


def _is_left_in_spanish(part: Mention, entity: Entity) -> bool:
    """Whether English has another name for the entity than the span: no longer form of the same ("Planalto Palace")."""
    if _is_acronym(part):
        return entity.kind in {"organisation", "party"}
    if entity.kind not in {"place", "organisation", "person"} or (entity.kind == "person" and len(part.tokens) > 1):
        return False
    if entity.kind == "organisation" and entity.country in SPANISH_SPEAKING:
        return False  # English copy often keeps the name of a local body
    words = set(fold(part.text).split())
    return not any(words <= set(fold(form).split()) for form in entity.accepted("en"))


def _matches(article: Article, part: Mention) -> list[Match]:
    gazetteer = article.knowledge.gazetteer
    if _is_acronym(part):
        if len(part.text) < SHORTEST_ACRONYM:
            return []
        found = {match.entity.id: match for match in (*gazetteer.spanish(part.text), *gazetteer.acronym(part.text))}
        return _left_in_spanish(article, part.text, list(found.values()))
    return gazetteer.spanish(part.text)


def _is_acronym(part: Mention) -> bool:
    return len(part.tokens) == 1 and part.text.isupper() and len(part.text) <= LONGEST_ACRONYM


def _left_in_spanish(article: Article, text: str, found: list[Match]) -> list[Match]:
    """The bodies whose acronym is another one in English; none where a body that the story may mean is called so."""
    spanish = [match for match in found if _is_spanish_acronym(match.entity, text)]
    owners = [country_of(match.entity) for match in found if match not in spanish]
    if not owners:
        return spanish
    if not all(owners):
        return []
    theirs = max(article.country_share(country) for country in owners)
    shares = [(article.country_share(country_of(match.entity)), match) for match in spanish]
    return [match for share, match in shares if share >= AT_HOME and share > 3 * theirs]


def _is_spanish_acronym(entity: Entity, text: str) -> bool:
    return any(n.text == text and n.lang == "es" for n in entity.names) and any(
        n.lang == "en" and n.role == "acronym" for n in entity.names
    )


def _features(article: Article, run: Mention, part: Mention, entity: Entity) -> dict[str, float]:
    knowledge = article.knowledge
    words = part.words
    alone = len(words) == 1 and not part.is_capitals
    return {
        "prominence": entity.prominence,
        # A single word may be English, or a person's name; several words together are neither.
        "english word": min(1.0, knowledge.word(words[0]).english / 4) if alone else 0.0,
        "person name": borne(article, words[0]) if alone and "the" not in article.words_before(part, 1) else 0.0,
        "accents only": float(fold(entity.english) == fold(part.text)),
        "tokens": float(min(3, len(words)) - 1),
        "country": agreement(article, entity),
        "part of run": float(is_amid_capitals(run, part)),
        "spanish text": float(_amid_spanish(article, part)),
    }


def _amid_spanish(article: Article, part: Mention) -> bool:
    """Whether the words on either side are Spanish too: a title or a quotation left in Spanish."""
    if "Spanish" in article.words_before(part, 3):
        return True  # "(Spanish: República Dominicana)"
    beside = (*article.words_before(part, 2), *article.words_after(part, 2))
    facts = [article.knowledge.word(word) for word in beside if word.isalpha() and word.islower()]
    return any(fact.spanish >= SPANISH_WORD and fact.spanish > fact.english + 1 for fact in facts)


def _replacement(article: Article, part: Mention, entity: Entity) -> str:
    if part.is_capitals and len(part.tokens) == 1:
        for name in entity.names:
            if name.role == "acronym" and name.lang == "en":
                return name.text
    return display(article, part, entity.english)
