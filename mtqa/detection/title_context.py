"""What a sentence says of a title in it: that it is a film, a book, a series, and that somebody made it."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.detection.article import Article
from mtqa.detection.quotations import Quotation
from mtqa.gazetteer import Entity

_SCREEN = frozenset(
    "directed director directs starring stars starred actor actress cast premiere premiered premieres première"
    " premièred screenplay script scriptwriter filmed shot trailer producer produced nominated nominations protagonist"
    " comedy drama thriller documentary fiction adaptation remake sequel saga role character viewers audience".split()
)
_STAGE = frozenset("opera play ballet premiered premiere musical aria zarzuela staged stage".split())
KINDS = {
    "film": _SCREEN | frozenset(
        "film films movie movies cinema cinemas feature filmmaker oscar oscars goya goyas festival box-office tape"
        " blockbuster screening screened".split()),
    "tv_programme": _SCREEN | frozenset(
        "series miniseries telenovela telenovelas soap sitcom season seasons episode episodes show programme program"
        " contest presenter presented host hosts hosted emmy emmys netflix aired broadcast channel".split()),
    "radio_programme": frozenset(
        "programme program show radio presenter presented host hosts hosted aired broadcast listeners".split()),
    "book": _STAGE | frozenset(
        "novel novels book books author authors poem poems poet collection trilogy saga bestseller memoir memoirs"
        " published publishes publisher wrote written writer novelist story stories tale tales playwright biography"
        " chronicle essay readers volume edition adaptation manuscript"
            " bookshop bookshops bookstore bookstores pages passages".split()),
    "song": frozenset(
        "song songs single album track singer sang sings sing sung singing hit anthem tune ballad chorus lyrics"
        " composer composed verses version video band concert sounds".split()),
    "work_of_art": _STAGE | frozenset(
        "painting paintings picture canvas portrait fresco mural sculpture sculptor painter painted triptych museum"
        " gallery album opera composer artist masterpiece masterpieces oil engraving works work statue sounds".split()),
    "character": frozenset("comic comics cartoon cartoons character hero strip illustrator cartoonist".split()),
}  # fmt: skip
"""By kind of work: the words beside which titles of such works stand."""
ADAPTED = frozenset({"film", "book"})
"""Kinds of works of which one is often made of the other, under one title."""
TITLED = frozenset("titled entitled title titles".split())
NEAR = 12
"""Words on either side of a title that are beside it."""
MAKERS = frozenset({"of", "by", "from"})


def is_kind_beside(quotation: Quotation, entity: Entity) -> bool:
    """Whether a word near the title tells of works of the entity's kind: "the film “The bell”"."""
    near = {word.lower() for word in (*quotation.before[-NEAR:], *quotation.after[:NEAR])}
    return not near.isdisjoint(_words_of(entity) | TITLED)


def is_kind_said(article: Article, entity: Entity) -> bool:
    """Whether the story has such a word anywhere in lower case."""
    return any(article.lower_words[word] for word in _words_of(entity))


def _words_of(entity: Entity) -> frozenset[str]:
    """What tells of such works; of films what tells of books as well, and the other way round."""
    kinds = ADAPTED if entity.subkind in ADAPTED else {entity.subkind}
    return frozenset(word for kind in kinds for word in KINDS.get(kind, ()))


def is_somebodys(quotation: Quotation) -> bool:
    """Whether a name with "of" or "by" follows the title, as that of whoever made it: "“The bell”, of Ana Roble"."""
    after: Sequence[str] = quotation.after[1:] if quotation.after[:1] == (",",) else quotation.after
    return len(after) > 1 and after[0] in MAKERS and after[1][:1].isupper()
