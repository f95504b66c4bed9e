"""Personal names with a translated part: people the gazetteer holds, and names it has only the parts of."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mtqa.detection import unlisted_given, unlisted_people
from mtqa.detection.accepted import INSTITUTIONS
from mtqa.detection.alignment import FUZZY, GLOSS, RESPELT, Pair, nearly
from mtqa.detection.article import MOSTLY, SPANISH_SPEAKING, WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_word, why
from mtqa.detection.features import agreement, best_first, borne, display, mean, oddness, rarity, role_features
from mtqa.detection.people import EXPECTED, PersonHypothesis, by_span, name_words, reads_as_word, repaired
from mtqa.detection.verdict import WARNING
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold

FUNCTION_WORD = 6.0
"""Zipf frequency from which a word is never a part of a name that passed through."""
LIKELY = 0.3
"""Confidence from which another person is worth offering as well."""
MIN_GIVEN = 300
"""Bearers from which a token counts as a given name there."""

MORE_SPANISH = 0.3
"""How much more frequent (Zipf) a Spanish given name is in Spanish than in English: Pablo, but not Hector."""

MANY = 1000
"""Bearers from which a token is read as somebody's name before it is read as a body's."""


def translated(article: Article, code: str) -> Iterator[Candidate]:
    """People whom the gazetteer holds, and, where it proposes nobody, people whom it has only the parts of."""
    found = list(known(article, code))
    yield from found
    listed = {c.mention.span for c in found if c.confidence >= WARNING}
    yield from unlisted_people.unlisted(article, listed, code)
    yield from unlisted_given.unlisted(article, listed, code)


def known(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the best person that its words, turned back into Spanish, name."""
    for rivals in by_span(found for found in article.people if _is_translated(article, found)):
        ranked = best_first("NAM101-person", ((_features(article, h, len(rivals)), h) for h in rivals))
        features, best = ranked[0]
        likely = [h for values, h in ranked[:4] if confidence("NAM101-person", values) >= LIKELY]
        names = [display(best.mention, _english(h)) for h in (best, *likely)]
        yield Candidate(
            code=code,
            table="NAM101-person",
            mention=best.mention,
            suggestion=names[0],
            alternatives=[name for name in dict.fromkeys(names) if name != names[0]],
            message=f"“{best.mention.text}” looks like a translation of the name {best.entity.english}",
            features=features,
            origin=best.form,
            entity=best.entity,
            evidence=_evidence(article, best),
            repairs=repaired(best.entity, best.alignment.changed),
            alone=name_words(best.mention.text)[-1],
        )


def _english(found: PersonHypothesis) -> str:
    """What English calls the person: in full where the span has the full name and English has it, too."""
    is_fuller = found.form in found.entity.accepted("en") and len(name_words(found.form)) == len(found.alignment.pairs)
    is_shorter = len(name_words(found.entity.english)) < len(found.alignment.pairs)
    return found.form if is_fuller and is_shorter else found.entity.english


def _is_translated(article: Article, found: PersonHypothesis) -> bool:
    """Whether a part of the name became a word and the rest still tells the person."""
    glossed = [pair for pair in found.alignment.pairs if pair.relation == GLOSS]
    first = found.alignment.pairs[0]
    if not glossed or (glossed == [first] and article.knowledge.office(first.token) is not None):
        return False  # "Empress Aiko": English for what she is
    if first.relation == GLOSS and article.knowledge.word(first.token).english >= FUNCTION_WORD:
        return False  # "My Love": nobody called so begins a name
    if found.alignment.pairs[-1].token.lower() in INSTITUTIONS:
        return False  # "San Tirso Museum"
    return "role" in found.roads or _keeps_a_name(article, found)


def _keeps_a_name(article: Article, found: PersonHypothesis) -> bool:
    """Whether a part of the name passed through, or nearly so: no mere English word ("The"), no demonym ("German")."""
    kept = [pair.token for pair in found.alignment.kept if not _is_body(article, pair.token)]
    if any(article.knowledge.word(word).english < FUNCTION_WORD for word in kept):
        return True
    if _is_turned_whole(article, found):
        return True
    # A near spelling will do for those whom copy speaks of every day, as Spanish spells foreign given names its way.
    near = found.alignment.count(RESPELT) + found.alignment.count(FUZZY)
    return near > 0 and article.leads(found.entity)


def _is_turned_whole(article: Article, found: PersonHypothesis) -> bool:
    """Whether the given name became its English form, the surname a word, and the person holds an office here."""
    given, *family = found.alignment.pairs
    is_given = article.knowledge.word(given.token).given >= MIN_GIVEN
    words = all(pair.relation == GLOSS and reads_as_word(article, pair.token) for pair in family)
    return given.relation == GLOSS and is_given and bool(family) and words and _is_in_office_here(article, found)


def _is_body(article: Article, token: str) -> bool:
    """Whether a token is a country, its people or a body, and not a name of many, as a club may be called, too."""
    knowledge = article.knowledge
    facts = knowledge.word(token)
    is_name = facts.given + facts.surname >= MANY and knowledge.gazetteer.territory(token) is None
    return knowledge.body(token) is not None and not is_name


def _features(article: Article, found: PersonHypothesis, rivals: int) -> dict[str, float]:
    knowledge, alignment = article.knowledge, found.alignment
    glossed = [pair for pair in alignment.pairs if pair.relation == GLOSS]
    first = alignment.pairs[0]
    # "John" for Juan: a name for a name, not a word for a name.
    kept = [pair for pair in alignment.kept if len(pair.token.strip(".")) > 1]  # an initial narrows nothing down
    turned = first if first.relation == GLOSS and knowledge.word(first.token).given >= MIN_GIVEN else None
    return {
        **role_features(found),
        "kept tokens": float(len(kept)),
        "rare kept": max((rarity(article, pair.token) for pair in kept), default=0.0),
        "translated tokens": float(len(glossed) - 1),
        "near tokens": float(alignment.count(FUZZY) + alignment.count(RESPELT)),
        "alike": float(any(nearly(fold(p.token), fold(p.origin)) for p in glossed)),
        "dictionary": mean(knowledge.dictionary_says(p.token, p.origin) for p in glossed),
        "model": mean(
            knowledge.model_says(p.token, p.origin) or knowledge.channel_says(p.token, p.origin) for p in glossed
        ),
        "expected": float(EXPECTED in found.roads),
        "prominence": found.entity.prominence,
        "leader in office": float(article.leads(found.entity)),
        "in office here": float(turned is None and _is_in_office_here(article, found)),
        "Spanish company": _spanish_company(article, found) if turned is None else 0.0,
        "oddness": mean(oddness(article, p.token) for p in glossed if p is not turned or len(glossed) == 1),
        "known surname": max((_known(article, found, p) for p in glossed if p is not turned), default=0.0),
        "english given": float(turned is not None),
        "initial": float(found.mention.initial and first.relation == GLOSS),
        "titled": float(found.mention.titled),
        "skipped": float(alignment.skipped),
        "country": agreement(article, found.entity),
        "rivals": min(1.0, (rivals - 1) / 5),
    }


def _spanish_company(article: Article, found: PersonHypothesis) -> float:
    """How much the story is one of Spanish-speaking countries, where a given name that only Spanish has passed through.

    In such a story hardly anybody called Juan is a Bell, as long as a Juan Campanas of that country is in the news.
    """
    if found.entity.prominence < WELL_KNOWN or agreement(article, found.entity) < 1:
        return 0.0
    first = found.alignment.pairs[0]
    facts = article.knowledge.word(first.token)
    is_spanish = first in found.alignment.kept and facts.spanish >= facts.english + MORE_SPANISH
    share = article.share_of(SPANISH_SPEAKING)
    return share if is_spanish and share >= MOSTLY else 0.0


def _known(article: Article, found: PersonHypothesis, pair: Pair) -> float:
    """How well known a word is as a name; in the place of a surname, as a surname: "Rosemary" is none."""
    if fold(pair.origin) in fold(found.entity.family).split():
        return min(1.0, math.log10(1 + article.knowledge.word(pair.token).surname) / 4)
    return borne(article, pair.token)


def _is_in_office_here(article: Article, found: PersonHypothesis) -> bool:
    """Whether the person is well known, holds an office in the year of the copy, and the story is of that country."""
    entity = found.entity
    return entity.prominence >= WELL_KNOWN and agreement(article, entity) == 1 and article.in_office(entity, margin=0)


def _evidence(article: Article, found: PersonHypothesis) -> list[Evidence]:
    evidence = [of_word(article, pair) for pair in found.alignment.pairs if pair.relation == GLOSS]
    evidence.append(why(article, found))
    return evidence
