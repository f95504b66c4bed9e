"""Places that nothing but an accent keeps from their English name: Irán, Yereván."""

from __future__ import annotations

from mtqa.detection.article import Article
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import TRANSLITERATED
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

MORE_SPANISH, UNUSUAL = 1.5, 3.0
"""Of a word with accents: how far its Zipf frequency in Spanish exceeds that in English, and the most that one is."""
ACCENTED = frozenset("áéíóú")
"""Letters that tell of Spanish in a name from another script: no English romanisation has them."""


def matches(article: Article, run: Mention, part: Mention) -> list[Match]:
    """The places that English writes like the span but for its accents; none where English has the accents as well."""
    if part.text.isascii() or is_amid_capitals(run, part):
        return []
    found = article.knowledge.gazetteer.folded(part.text)
    if any(match.entity.is_called(part.text) and not _is_obscure(article, match.entity) for match in found):
        return []
    usual = _is_spanish_spelling(article, part)
    return [match for match in found if _is_respelt(part, match.entity, usual)]


def _is_obscure(article: Article, entity: Entity) -> bool:
    return not article.country_share(entity.country)


def _is_spanish_spelling(article: Article, part: Mention) -> bool:
    """Whether Spanish copy has the words with their accents, and English copy hardly ever."""
    facts = [article.knowledge.word(word) for word in part.words if not word.isascii()]
    return all(fact.spanish >= fact.english + MORE_SPANISH and fact.english < UNUSUAL for fact in facts)


def _is_respelt(part: Mention, entity: Entity, usual: bool) -> bool:
    english = entity.accepted("en")
    if entity.kind != "place" or fold(part.text) not in map(fold, english):
        return False
    if usual and part.text in entity.accepted("es"):
        return True
    marks = {char for char in part.text.lower() if not char.isascii()}
    return entity.country in TRANSLITERATED and marks <= ACCENTED and all(form.isascii() for form in english)
