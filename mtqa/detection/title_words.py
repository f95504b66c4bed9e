"""Whether the words of a quotation are those of a Spanish title, one by one and in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mtqa.detection.alignment import FUZZY, GLOSS, HISPANIC, STEM, Pair, align
from mtqa.detection.article import Article
from mtqa.detection.link_words import LINKS
from mtqa.detection.phrase_spans import readings
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

SMALL_ENGLISH = frozenset(
    "a an the of for to in on at by from with without against and or that which who whom it its his her their my your"
    " our i you he she we they me him us them not no do does be is are was were as but".split()
)
"""Words of English titles that carry little meaning; those of LINKS must stand in the Spanish, too."""
SMALL_SPANISH = frozenset(
    "a al ante con contra de del desde e el en entre es la las le lo los me mi mis no o para por que quien se si sin"
    " sobre son su sus te tu tus u un una unas unos y yo".split()
)
_ALIKE = {
    "y": "and &", "e": "and &", "ni": "nor neither or", "o": "or", "u": "or", "con": "with to", "sin": "without",
    "contra": "against", "entre": "between among amid", "sobre": "on over about upon", "desde": "from since",
    "no": "no not don't never", "mi": "my mine me", "mis": "my mine me", "tu": "your you", "tus": "your you",
    "yo": "i", "su": "his her its their your", "sus": "his her its their your",
    "es": "is it's are", "son": "are is", "por": "by for because", "para": "for to", "en": "in on at into",
}  # fmt: skip
_COUNTERPARTS = {spanish: frozenset(english.split()) for spanish, english in _ALIKE.items()}
"""Small words of Spanish titles that mean something, and what a translator has for each."""
_NEGATIONS = frozenset("no not never".split())
_OF = frozenset({"de", "del"})
KNOWN = 2.5
"""Zipf frequency from which English knows a word."""
RARE = 0.18
"""Weight below which a dictionary's word is no usual one."""
LONGEST = 7
"""Content words of a title that is lined up."""
_LOOSELY = frozenset({STEM, FUZZY, HISPANIC})


@dataclass(frozen=True, slots=True)
class Wording:
    """A Spanish title whose words a quotation has; ``pairs`` are empty where an index alone says so.

    ``has_english_article`` tells that all the rest of the title was left in Spanish.
    """

    entity: Entity
    spanish: str
    pairs: tuple[Pair, ...]
    has_english_article: bool = False

    @property
    def loose(self) -> int:
        """How many of the words are only alike."""
        return sum(pair.relation in _LOOSELY for pair in self.pairs)


def content(span: Mention) -> tuple[str, ...]:
    """The words of a title that carry its meaning, figures among them."""
    tokens = [token for token in span.tokens if token.is_word or token.text.isdecimal()]
    kept = tuple(token.text for token in tokens if token.text.lower() not in SMALL_ENGLISH)
    return kept or tuple(token.text for token in tokens)


def spanish_content(title: str) -> tuple[str, ...]:
    """The words of a Spanish title that carry its meaning, folded."""
    words = fold(title.replace("¿", "").replace("¡", "").replace(":", "")).strip("!?").split()
    return tuple(word for word in words if word not in SMALL_SPANISH)


def aligned(article: Article, span: Mention) -> Iterator[Wording]:
    """The works whose Spanish title has the words of the span, all of them, and no others."""
    words = content(span)
    if not 2 <= len(words) <= LONGEST:
        return
    choices = [readings(article, word) for word in words]
    for match in article.knowledge.gazetteer.with_words(choices, min(3, len(words))):
        if match.entity.kind != "work":
            continue
        pairs = line_up(article, words, match.name)
        if pairs and is_linked_alike(span, match.name):
            yield Wording(match.entity, match.name, pairs)


def with_english_article(article: Article, span: Mention) -> Iterator[Wording]:
    """The works whose Spanish title the span is, but for its article: "The colinas" for *Las colinas*."""
    first, _, rest = span.text.partition(" ")
    if first != "The" or any(_may_be_english(article, word) for word in content(span)):
        return
    for spanish in ("el", "la", "los", "las"):
        for match in article.knowledge.gazetteer.spanish(f"{spanish} {rest}"):
            if match.entity.kind == "work":
                yield Wording(match.entity, match.name, (), has_english_article=True)


def _may_be_english(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    return facts.english >= min(KNOWN, facts.spanish)


def line_up(article: Article, words: tuple[str, ...], title: str) -> tuple[Pair, ...]:
    """The words with those of a Spanish title; empty where some are left over, or stand in another order.

    Translators turn a noun and its adjective round, and nothing else. One word may be only alike; one must have been
    translated.
    """
    origins = spanish_content(title)
    if len(origins) != len(words):
        return ()
    found = align(words, origins, article.knowledge.dictionary, ordered=False)
    if found is None or found.skipped or not found.count(GLOSS):
        return ()
    if sum(pair.relation in _LOOSELY for pair in found.pairs) > 1:
        return ()
    if any(_is_plural(pair.token) and not pair.origin.endswith("s") for pair in found.pairs if pair.relation == GLOSS):
        return ()
    return found.pairs if _is_in_order(found.pairs, origins, fold(title).split()) else ()


def _is_in_order(pairs: tuple[Pair, ...], origins: tuple[str, ...], title: list[str]) -> bool:
    """Whether the words stand as in Spanish, but for a noun and its adjective: over "de", English turns no words round.

    "Paper Houses" would be a title of somebody's own making.
    """
    places = [origins.index(pair.origin) for pair in pairs]
    if any(abs(place - index) > 1 for index, place in enumerate(places)):
        return False
    turned = [(later, earlier) for earlier, later in pairwise(places) if later < earlier]
    return not any(_OF & set(title[title.index(origins[one]) : title.index(origins[two])]) for one, two in turned)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_rare(article: Article, pairs: tuple[Pair, ...]) -> bool:
    """Whether dictionaries have better words for one of the pairs: a ghost is hardly a *sombra*."""
    book = article.knowledge.dictionary
    return any(book.glosses(p.token).get(p.origin, 0.0) < RARE for p in pairs if p.relation == GLOSS)


def is_titular(article: Article, span: Mention, spanish: str) -> bool:
    """Whether a quotation has the words of a Spanish title in their usual senses, and in its order."""
    pairs = line_up(article, content(span), spanish)
    return bool(pairs) and not is_rare(article, pairs) and is_linked_alike(span, spanish)


def is_linked_alike(span: Mention, spanish: str) -> bool:
    """Whether the small words that mean something are the same in the span and in the Spanish title."""
    ours, theirs = {word.lower() for word in span.words}, set(fold(spanish).split())
    if ours & _NEGATIONS and not theirs & {"no", "sin", "nunca", "ni"}:
        return False
    counterparts = (_COUNTERPARTS[word] for word in theirs if word in _COUNTERPARTS)
    return all(LINKS[word] & theirs for word in ours if word in LINKS) and all(ours & words for words in counterparts)
