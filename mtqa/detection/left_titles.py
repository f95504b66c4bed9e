"""Foreign works that the translator left under their Spanish titles: the American film "La colina".

Spanish renames films, books and songs from abroad. Within quotation marks or marks of italics, or right behind the
word that says what it is, such a title stands in English copy for a work that English knows by another; the works of
Spanish-speaking countries keep theirs. What the story explains, or says to be the Spanish title, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display, likeliest
from mtqa.detection.glossing import ARTICLES, is_certainly_spanish
from mtqa.detection.left_phrases import ROMANCE, is_only_spanish
from mtqa.detection.quotations import Quotation, unmarked
from mtqa.detection.title_context import is_kind_beside, is_kind_said, is_somebodys
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold

TABLE = "SPA101-title"
SAYS_SO = frozenset(
    "as spanish castilian spain latin mexico dubbed translated called version versions remake adaptation sang sung"
    " sings sing recorded".split()
)
"""Words beside a title that may say that it is what Spanish calls the work, or that it was done in Spanish."""
LATIN = ROMANCE | {"BE", "CA", "CH", "FR"}
"""Countries where works may have titles in a language that is sister to Spanish."""
HARDLY = 0.2
"""Share of some countries up to which a story is hardly one of theirs."""
REACH = 3
"""Words before a title in which one of these says so."""


def titles(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per quotation that is the Spanish title of a foreign work, and of nothing else."""
    for quotation in (*article.quotations, *unmarked(article, lambda text: _is_title(article, text))):
        span = quotation.mention
        found = _foreign_works(article, quotation)
        found = [match for match in found if _is_abroad(article, match)]
        if not found or article.is_name(span.text) or _is_explained(article, quotation, found):
            continue
        features, match = likeliest(TABLE, ((_features(article, quotation, m), m) for m in found))
        entity = match.entity
        yield Candidate(
            code=code,
            table=TABLE,
            mention=span,
            suggestion=display(span, entity.english),
            message=f"“{span.text}” is the Spanish title of {entity.english}",
            features=features,
            origin=match.name,
            entity=entity,
            evidence=[
                Evidence("spanish-form", f"Spanish calls the work {match.name}, English {entity.english}"),
                of_entity(article, entity),
            ],
        )


def _is_title(article: Article, text: str) -> bool:
    return any(match.entity.kind == "work" for match in article.knowledge.gazetteer.spanish(text))


def _foreign_works(article: Article, quotation: Quotation) -> list[Match]:
    """The works from abroad that Spanish calls so; [] where one from a Spanish-speaking country is called so, too."""
    text = quotation.mention.text
    matches = article.knowledge.gazetteer.spanish(text)
    if any(m.entity.country in SPANISH_SPEAKING or m.entity.keep_original for m in matches):
        return []
    works = (m for m in matches if m.entity.kind == "work" and not m.entity.is_called(text))
    # Letter by letter, accents and all: what lacks them may be Portuguese.
    return [m for m in works if m.name.casefold() == text.casefold() and not _may_be_original(m.entity, text)]


def _may_be_original(entity: Entity, text: str) -> bool:
    """Whether the work's own language may write its title so: Spanish and its sisters share many a word."""
    return entity.country in LATIN and not is_only_spanish(text.split())


def _is_abroad(article: Article, match: Match) -> bool:
    """Whether the story is one of the work's country, or hardly of any where Spanish is spoken.

    Every title is there more than once: in a story of Spain, "La colina" may be anybody's.
    """
    home = article.country_share(match.entity.country)
    return home > HARDLY or article.share_of(SPANISH_SPEAKING) <= HARDLY


def _is_explained(article: Article, quotation: Quotation, found: list[Match]) -> bool:
    """Whether the story has the English title as well, or calls this one the Spanish one."""
    near = {word.lower() for word in quotation.before[-REACH:]}
    return bool(near & SAYS_SO) or any(fold(match.entity.english) in article.folded_text for match in found)


def _features(article: Article, quotation: Quotation, match: Match) -> dict[str, float]:
    words, entity = quotation.mention.words, match.entity
    telling = [word for word in words if is_certainly_spanish(article, word)]
    beside = is_kind_beside(quotation, entity)
    return {
        "kind beside": float(beside),
        "kind said": float(not beside and is_kind_said(article, entity)),
        "somebody's": float(is_somebodys(quotation)),
        "Spanish words": min(3.0, float(len(telling))),
        "article": float(words[0].lower() in ARTICLES),
        "words": float(min(5, len(words)) - 2),
        "prominence": entity.prominence,
        "country": agreement(article, entity) if entity.country else 0.0,
        "speaks Spanish": article.share_of(SPANISH_SPEAKING),
        "titled": float(quotation.mention.titled),
    }
