"""What a sentence says of a name beside it: that it is a paper or a station, or what kind of thing it is."""

from __future__ import annotations

from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.features import country_of, is_spoken_of
from mtqa.gazetteer import Entity
from mtqa.mentions import Mention

TOLD = frozenset(
    "told tells newspaper newspapers daily dailies weekly magazine channel station network website broadcaster".split()
)
"""Words after which a paper or a station stands."""
TOLD_TO = frozenset(
    [("according", "to")]
    + [(word, "with") for word in ("interview", "conversation")]
    + [(word, "to") for word in ("interview", "statements", "told", "revealed", "leaked")]
    + [(word, "in") for word in ("published", "wrote", "writes", "article", "column", "interview", "editorial")]
    + [(word, "by") for word in ("published", "quoted", "cited", "reported", "revealed", "interviewed", "consulted")]
    + [(word, "of") for word in ("columnist", "correspondent", "journalist", "reporter", "editor", "readers")]
    + [(word, "for") for word in ("columnist", "correspondent", "journalist", "reporter")]
)
"""Pairs of words that do so."""
REPORTED = frozenset("reported reports published publishes revealed reveals informed informs".split())
"""What papers and stations do."""


PRESS = frozenset("newspaper daily paper weekly magazine channel station broadcaster website portal".split())
"""Kinds of media."""
AT_HOME = 0.25
"""Share of a story's mentions of territories from which a paper of the country is at home in it."""


def says_kind(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether a word beside the span says what the entity is: "the newspaper The Hill", "the Hill party"."""
    beside = {word.lower() for word in (*article.words_before(span, 2), *article.words_after(span, 1))}
    kinds = {*entity.subkind.lower().replace("_", " ").split(), entity.kind}
    return bool(beside & (kinds | PRESS if entity.kind == "media" else kinds))


def is_told(article: Article, span: Mention) -> bool:
    """Whether the words around the span make it a paper or a station: somebody told it, or it reported."""
    before = tuple(word.lower() for word in article.words_before(span, 2))
    after = {word.lower() for word in article.words_after(span, 1)}
    return bool(TOLD & set(before[-1:]) or before in TOLD_TO or REPORTED & after)


def is_paper_here(article: Article, span: Mention) -> bool:
    """Whether the span must be a paper of a country of the story, whatever else English calls so elsewhere.

    "The Nation" is a magazine in New York and a paper in many towns; what an Argentine minister told, in a story that
    never leaves Argentina, is *La Nación*. Of a paper that the whole world knows, that cannot be said.
    """
    if span.initial or span.titled or not span.text.startswith("The ") or not is_told(article, span):
        return False
    expected = article.knowledge.gazetteer.mistranslation(span.text)
    papers = {match.entity.country for match in expected if match.entity.kind == "media"}
    here = {code for code in papers if article.country_share(code) >= AT_HOME}
    said = _country_said(article, span)
    if said:
        return said in here and all(country_of(entity) != said for entity in article.named(span.text))
    return bool(here) and not any(
        entity.kind == "media" and is_meant(article, entity) for entity in article.named(span.text)
    )


def _country_said(article: Article, span: Mention) -> str:
    """The country that the words before a paper give it, "the Colombian newspaper The Hill"; "" for none."""
    before = article.words_before(span, 2)
    if len(before) < 2 or before[1].lower() not in PRESS:
        return ""
    return article.knowledge.gazetteer.territory(before[0]) or ""


def is_meant(article: Article, entity: Entity) -> bool:
    """Whether the story may well mean an entity: a well-known one, one of no country, or of one that it names."""
    return entity.prominence >= WELL_KNOWN or is_spoken_of(article, entity)
