"""Organisations, media, parties, places and works whose Spanish name was translated word by word."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display, oddness
from mtqa.detection.phrases import PhraseHypothesis, hypotheses, without_article
from mtqa.detection.weights import confidence
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS

FUNCTION_WORD = 6.0
"""Zipf frequency from which a word is one that names hardly begin or end with ("More", "Can", "We")."""


def known(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the best entity other than a person that the span may be a translation of."""
    spans = list(_spans(article))
    article.knowledge.ask_phrases(text for span in spans if len(span.tokens) > 1 for text in _questions(article, span))
    for span in spans:
        words = content_words(span)
        best: tuple[float, dict[str, float], PhraseHypothesis] | None = None
        for found in hypotheses(article, span, words):
            if _is_right(article, span, found.entity):
                continue
            features = _features(article, found, words)
            score = confidence("NAM101-phrase", features)
            if best is None or (score, found.entity.prominence) > (best[0], best[2].entity.prominence):
                best = score, features, found
        if best is not None:
            yield _candidate(article, span, best[2], best[1], code)


def content_words(span: Mention) -> tuple[str, ...]:
    """The words of a span that carry its meaning: no articles, no joining words."""
    kept = tuple(t.text for t in span.tokens if t.text.lower() not in JOINERS and t.is_word)
    return kept or span.words


def _spans(article: Article) -> Iterator[Mention]:
    for mention in article.mentions:
        if mention.titled and mention.is_capitals:
            continue
        for part in article.parts(mention):
            if article.is_settled(part) or (not part.is_capitals and article.named(part.text)):
                continue
            words = content_words(part)
            if any(oddness(article, word) > 0 or _foreign_beside(article, word) for word in words):
                yield _with_article(article, part)


def _foreign_beside(article: Article, word: str) -> bool:
    return article.knowledge.word(word).english < 1.0


def _questions(article: Article, span: Mention) -> Iterator[str]:
    """What the translator is asked about a span: all of it, where common words make up half of it or more."""
    words = content_words(span)
    if 2 <= len(words) <= 5 and sum(article.knowledge.word(w).english >= 3 for w in words) * 2 >= len(words):
        yield span.text
        if without_article(span.text) != span.text:
            yield without_article(span.text)


def _with_article(article: Article, part: Mention) -> Mention:
    """The span with a "the" that stands right before it, for names that hold one ("the Country")."""
    tokens = article.sentence(part).tokens
    before: Token | None = tokens[part.first - 1] if part.first else None
    if before is None or before.text.lower() != "the":
        return part
    block = article.block(part)
    return Mention(
        block=part.block,
        sentence=part.sentence,
        first=part.first - 1,
        tokens=(before, *part.tokens),
        text=block.text[before.start : part.end],
        initial=part.first == 1,
        titled=part.titled,
    )


def _is_right(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether English calls the entity what the span says, with or without the article."""
    keys = {fold(span.text), fold(without_article(span.text))}
    return any(fold(without_article(form)) in keys for form in entity.accepted("en"))


def _features(article: Article, found: PhraseHypothesis, words: tuple[str, ...]) -> dict[str, float]:
    span, entity = found.mention, found.entity
    spanish = {fold(word) for word in found.spanish.split()}
    kept = [word for word in words if fold(word) in spanish]
    changed = [word for word in words if fold(word) not in spanish]
    edges = (changed[:1] + changed[-1:]) if changed else []
    return {
        "expected": float("expected mistranslation" in found.roads),
        "dictionary": float("dictionary" in found.roads),
        "model": float("back-translation" in found.roads),
        "ambiguous": float("ambiguous" in found.detail),
        "prominence": entity.prominence,
        "country": agreement(article, entity),
        "kept tokens": float(len(kept)),
        "words": float(min(len(words), 4) - 1),
        "single": float(len(words) == 1),
        "capitals": float(span.is_capitals and not span.titled),
        "initial": float(span.initial),
        "titled": float(span.titled),
        "repeated": float(article.count(span.text) > 1),
        "keeps original": float(entity.keep_original),
        "function word": float(any(article.knowledge.word(word).english >= FUNCTION_WORD for word in edges)),
        "original nearby": float(article.says(entity)),
    }


def _candidate(
    article: Article, span: Mention, found: PhraseHypothesis, features: dict[str, float], code: str
) -> Candidate:
    roads = " and ".join(sorted(found.roads))
    return Candidate(
        code=code,
        table="NAM101-phrase",
        mention=span,
        suggestion=display(article, span, found.entity.english),
        message=f"“{span.text}” looks like a word-by-word translation of {found.spanish}",
        features=features,
        origin=found.spanish,
        entity=found.entity,
        evidence=[
            Evidence("back-translation", f"“{span.text}” is what “{found.entity.spanish}” means word by word ({roads})"),
            of_entity(article, found.entity),
        ],
    )
