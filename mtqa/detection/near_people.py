"""Personal names one slip of spelling, or one transliteration, away from a person who is likely here."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.detection.alignment import CASE, FUZZY, RESPELT, Pair
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import why
from mtqa.detection.features import agreement, best_first, borne, country_of, display, mean, role_features
from mtqa.detection.people import PersonHypothesis, by_span, name_words, repaired
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import is_variant

BEARERS = 50
"""Bearers from which a spelling is a name of its own."""


def near(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that is a near spelling of a likely person."""
    for rivals in by_span(found for found in article.people if _is_near(article, found)):
        ranked = best_first("NAM102", ((_features(article, h, len(rivals)), h) for h in rivals))
        features, best = ranked[0]
        spelt = ", ".join(_spelling(pair) for pair in best.alignment.changed)
        yield Candidate(
            code=code,
            table="NAM102",
            mention=best.mention,
            suggestion=display(best.mention, best.entity.english),
            alternatives=[h.entity.english for _, h in ranked[1:4]],
            message=f"“{best.mention.text}” looks like a misspelling of {best.entity.english}",
            features=features,
            origin=best.form,
            entity=best.entity,
            evidence=[
                Evidence("spelling", spelt),
                why(article, best),
            ],
            repairs=repaired(best.entity, best.alignment.changed),
            alone=name_words(best.mention.text)[-1],
        )


def _is_near(article: Article, found: PersonHypothesis) -> bool:
    """Whether the span differs from the name in spelling alone, and is not how somebody else is called."""
    relations = {pair.relation for pair in found.alignment.changed}
    if not relations or not relations <= {FUZZY, RESPELT, CASE} or _is_known_spelling(article, found):
        return False
    home = country_of(found.entity)
    return not all(is_variant(pair.token, pair.origin, home) for pair in found.alignment.changed)


def _is_known_spelling(article: Article, found: PersonHypothesis) -> bool:
    """Whether other people are called so: then only the role may say that this one is not."""
    if "role" in found.roads or article.leads(found.entity):
        return False
    facts = [article.knowledge.word(pair.token) for pair in found.alignment.changed]
    return any(fact.given + fact.surname >= BEARERS for fact in facts)


def _spelling(pair: Pair) -> str:
    if pair.relation == RESPELT:
        return f"“{pair.token}” sounds like “{pair.origin}”, in another language's spelling"
    return f"“{pair.token}” is a slip from “{pair.origin}”"


def _features(article: Article, found: PersonHypothesis, rivals: int) -> dict[str, float]:
    near = found.alignment.changed
    edits = sum(DamerauLevenshtein.distance(fold(pair.token), fold(pair.origin)) for pair in near)
    facts = [article.knowledge.word(pair.token) for pair in near]
    return {
        **role_features(found),
        "prominence": found.entity.prominence,
        "kept tokens": float(len(found.alignment.kept)),
        "odd spelling": mean(
            (1.0 - borne(article, pair.token)) * (fact.english < 2) for pair, fact in zip(near, facts, strict=True)
        ),
        "edits": float(edits - 1),
        "skipped": float(found.alignment.skipped),
        "in document": float(article.says(found.entity)),
        "country": agreement(article, found.entity),
        "titled": float(found.mention.titled),
        "rivals": min(1.0, (rivals - 1) / 5),
    }
