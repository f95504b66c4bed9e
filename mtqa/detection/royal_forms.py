"""What English calls a royal person whom a story calls by Spanish given names, and whether both are one name."""

from __future__ import annotations

from mtqa.detection.article import Article
from mtqa.detection.features import rather_spanish
from mtqa.detection.left_people import NUMERAL
from mtqa.detection.royal_spans import BESIDE, TITLES
from mtqa.gazetteer import Entity
from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.folding import fold

USUAL = 0.15
"""Weight from which a dictionary's sense may be the English form of a given name."""
LITTLE = 0.3
"""How much rather English (0..1) a given name in a listed Spanish form may be: provinces and states are called so."""


def english_name(article: Article, words: tuple[str, ...], entity: Entity, is_listed: bool) -> str:
    """What English has for the words in a name of the entity; "" where it has them as they stand, or nothing alike."""
    forms = [name.text for name in entity.names if "en" in name.languages and name.role != "derived"]
    names = list(dict.fromkeys(bare(form, words) for form in forms))
    if any(fold(" ".join(name)) == fold(" ".join(words)) for name in names):
        return ""
    if not all(_is_spanish(article, word, is_listed) for word in words):
        return ""
    of_length = [name for name in names if len(" ".join(name).replace("-", " ").split()) == len(words)]
    for name in of_length:
        opened = " ".join(name).replace("-", " ").split()
        if is_listed or all(_is_same(article, word, right) for word, right in zip(words, opened, strict=True)):
            return " ".join(name)
    return ""


def _is_spanish(article: Article, word: str, is_listed: bool) -> bool:
    """Whether a given name is more of a Spanish one: as a form that no list has, by frequency, too."""
    if NUMERAL.fullmatch(word):
        return True
    rather = rather_spanish(article, word)
    return rather > 0 or (is_listed and rather > -LITTLE)


def bare(form: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The given names in a royal name, and the numeral where the span has one: no title, realm or apposition."""
    tokens = form.split(",")[0].split(" of ")[0].split()
    while tokens and tokens[0].lower() in {*TITLES, *BESIDE, "the", "former"}:
        tokens.pop(0)
    if not NUMERAL.fullmatch(words[-1]):
        tokens = [token for token in tokens if not NUMERAL.fullmatch(token)]
    return tuple(tokens)


def _is_same(article: Article, word: str, right: str) -> bool:
    """Whether two words are one given name in two languages, or one numeral."""
    a, b = fold(word), fold(right)
    if a == b or NUMERAL.fullmatch(word):
        return a == b
    return b in senses(article, word) or article.knowledge.is_namesake(word, right) or are_cognate(word, right)


def senses(article: Article, word: str) -> set[str]:
    """The English given names that dictionaries have for a Spanish one: "william", "equivalent to albert"."""
    found = article.knowledge.gazetteer.senses(word.lower())
    return {text.split()[-1] for text, weight in found if weight >= USUAL} - {fold(word)}
