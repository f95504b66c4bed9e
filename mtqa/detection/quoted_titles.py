"""Titles of works that were put into English word by word, within quotation marks or marks of italics.

"The bell of the hill" is a film that English calls otherwise, or by its Spanish title. Two roads lead to it: what
translators are expected to make of known titles, and the dictionaries, which must account for every word of the
quotation in the order of the Spanish. Many a right title means what some Spanish title does: short ones need a word
beside them that says what kind of work they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.detection.accepted import is_gloss, is_right, is_shortened, is_turned
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.features import agreement, country_of
from mtqa.detection.literal_phrases import has_more_articles
from mtqa.detection.phrase_spans import is_left, is_spanish_word
from mtqa.detection.phrases import without_article
from mtqa.detection.quotations import Quotation, unmarked
from mtqa.detection.title_context import is_kind_beside, is_kind_said, is_somebodys
from mtqa.detection.title_words import Wording, aligned, content, is_rare, line_up, with_english_article
from mtqa.detection.weights import confidence
from mtqa.detection.worded_phrases import word_by_word
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold

TABLE = "NAM101-title"
ARTICLES = frozenset({"a", "an", "the"})
UNMARKED = 3
"""Words of a title that no marks stand around."""
NO_TITLES = frozenset({"law", "treaty"})
"""Kinds of works that nobody writes within quotation marks."""


def titles(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per quotation: the likeliest work whose Spanish title it translates word by word."""
    for quotation in (*article.quotations, *unmarked(article, lambda text: _is_expected(article, text))):
        if _is_english(article, quotation):
            continue
        best: tuple[tuple[float, float], Candidate] | None = None
        for found in _wordings(article, quotation):
            features = _features(article, quotation, found)
            if _is_everyday(quotation, features):
                continue
            score = confidence(TABLE, features), found.entity.prominence
            if best is None or score > best[0]:
                span, entity = quotation.mention, found.entity
                best = score, word_by_word(article, span, entity, found.spanish, features, TABLE, code)
        if best is not None:
            yield best[1]


def _is_expected(article: Article, text: str) -> bool:
    """Whether translators are expected to make such words of the title of a work, and English calls nothing so.

    What stands without marks must have the length of a title: "the film The Mayor" is one of many.
    """
    expected = article.knowledge.gazetteer.mistranslation(text) if text.count(" ") >= UNMARKED - 1 else []
    return any(match.entity.kind == "work" and "ambiguous" not in match.detail for match in expected)


def _is_english(article: Article, quotation: Quotation) -> bool:
    """Whether English calls something so, with or without its article."""
    bare = without_article(quotation.mention.text)
    return any(article.is_name(text) for text in (quotation.mention.text, bare, f"the {bare}", f"a {bare}"))


def _wordings(article: Article, quotation: Quotation) -> Iterator[Wording]:
    span = quotation.mention
    found = {(wording.entity.id, wording.spanish): wording for wording in aligned(article, span)}
    for match in article.knowledge.gazetteer.mistranslation(span.text):
        if match.entity.kind == "work" and (match.entity.id, match.name) not in found:
            pairs = line_up(article, content(span), match.name)
            found[match.entity.id, match.name] = Wording(match.entity, match.name, pairs)
    for wording in (*found.values(), *with_english_article(article, span)):
        if wording.entity.subkind not in NO_TITLES and not _is_right(article, quotation, wording):
            yield wording


def _is_right(article: Article, quotation: Quotation, found: Wording) -> bool:
    """Whether the span is a title that English has for the work, or says what the Spanish beside it means.

    Cut short, a title keeps its small words as well: "The light in his bells" is none of "The Light of Their Bells".
    """
    span, entity = quotation.mention, found.entity
    words = tuple(word for word in span.words if word.isalnum() and word.lower() not in ARTICLES)
    is_cut_short = is_shortened(words, entity) and not has_more_articles(span, entity)
    return is_right(article, span, entity) or is_cut_short or is_gloss(article, span, found.spanish)


def _is_everyday(quotation: Quotation, features: dict[str, float]) -> bool:
    """Whether the words may stand within quotation marks for anything: a short phrase, and no word says what."""
    is_foreign = features["guillemets"] and features["expected"] and features["kind said"]
    is_told = features["kind beside"] or features["somebody's"] or is_foreign
    size = len(content(quotation.mention))
    if size == 1:
        is_sure = features["English article"] or (is_told and features["expected"])
        return not (is_sure and features["country"])
    return size == 2 and not (is_told or features["half Spanish"] or features["bare order"])


def _features(article: Article, quotation: Quotation, found: Wording) -> dict[str, float]:
    span, entity = quotation.mention, found.entity
    words, home = content(span), country_of(found.entity)
    roads = [m for m in article.knowledge.gazetteer.mistranslation(span.text) if m.entity.id == entity.id]
    left = {word for word in words if is_spanish_word(article, word) or is_left(article, word, entity)}
    theirs = {word for form in entity.accepted("en") for word in fold(form).split()}
    beside = is_kind_beside(quotation, entity)
    return {
        "expected": float(bool(roads)),
        "roads": float(any(" and " in match.detail for match in roads)),
        "ambiguous": float(bool(roads) and all("ambiguous" in match.detail for match in roads)),
        "aligned": float(bool(found.pairs)),
        "loose": float(found.loose),
        "rare sense": float(not roads and is_rare(article, found.pairs)),
        "English article": float(found.has_english_article),
        "words": float(min(5, len(words)) - 2),
        "sentence case": float(any(word.islower() for word in words[1:])),
        "half Spanish": float(any(fold(word) in fold(found.spanish).split() for word in left)),
        "bare order": float(_is_turned(words, entity)),
        "article": float(has_more_articles(span, entity)),
        "unlike": sum(fold(word) not in theirs for word in words) / len(words),
        "kind beside": float(beside),
        "kind said": float(not beside and is_kind_said(article, entity)),
        "somebody's": float(is_somebodys(quotation)),
        "country": agreement(article, entity),
        "stranger": float(bool(home) and not article.country_share(home)),
        "keeps original": float(entity.keep_original),
        "explained": float(_has_spanish(article, entity)),
        "stop": float(quotation.stop),
        "guillemets": float(quotation.guillemets),
        "titled": float(span.titled),
    }


def _is_turned(words: tuple[str, ...], entity: Entity) -> bool:
    """Whether two neighbours stand in the order of Spanish, and English titles of the work have it the other way."""
    return any(is_turned(one, other, entity) for one, other in pairwise(words))


def _has_spanish(article: Article, entity: Entity) -> bool:
    """Whether the story has the Spanish title: then the English may be there to explain it."""
    return any(fold(form) in article.folded_text for form in entity.accepted("es") if " " in form)
