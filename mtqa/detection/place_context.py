"""What a sentence says of a span beside it: that a place stands there, of what kind, and among which others.

"The province of …", "the mayor of …" and "… , Ecuador" say it outright; other places of one country in the same
enumeration say it of the one that is no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.detection.article import Article
from mtqa.document import Token
from mtqa.gazetteer import Entity
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES, is_name_token

PEOPLED = frozenset({"city", "capital", "municipality", "province", "region", "neighbourhood"})
"""Kinds of places where people live; a province, its capital and the town around it share a name."""
SETTLED = frozenset("province municipality town village canton commune parish locality hamlet neighbourhood".split())
"""Nouns for them, whatever the name that follows: nobody calls a town "of Flowers" but by its name."""
ROUGHLY = frozenset({"city", "state", "region", "district"})
"""Nouns that may as well stand before a word: "the state of Grace", "the city of Flowers"."""
DEPARTMENT = "department"
"""A noun for what a ministry has, and for a province in some countries."""
HEADS = frozenset("mayor mayoress governor bishop archbishop inhabitants residents outskirts streets".split())
"""What towns and provinces have."""
OWN = {
    "island": "island", "airport": "airport", "river": "river", "stadium": "stadium", "lake": "lake",
    "volcano": "mountain", "mountain": "mountain", "gulf": "gulf", "bay": "bay", "strait": "strait",
}  # fmt: skip
"""Nouns for other kinds of places, and the kind in the gazetteer."""
PREPOSITIONS = frozenset({"in", "near", "from", "between", "around", "across", "throughout", "outside", "through"})
SEPARATORS = frozenset({",", "and", "or"})
WELL_ENOUGH = 0.35
"""Prominence of a place that tells where an enumeration is: below, every surname is a village."""
MANY = 20_000
"""Bearers from which a surname is a common one."""
LONGEST_LIST = 12
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_AFTER_DATELINE = re.compile(
    rf"\.[-–—]|,?\s\([A-Z][\w /.]+\)\s?[.,]?\s?[-–—]|,\s(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}}\b)"
)
"""What stands behind the place from which a story comes: ".-", an agency in brackets, a day.

A mere dash may explain any word."""


@dataclass(frozen=True, slots=True)
class Company:
    """An enumeration around a span: the other members, whether "and" or "or" closes it, and where it begins."""

    others: tuple[str, ...]
    closed: bool
    first: int

    def known(self, article: Article, entity: Entity) -> int:
        """How many other members are places of the entity's country that readers know, none of them the entity.

        0 where some are anything else; of three members or more, one may be a village that no source has.
        """
        if not self.closed or any(entity.is_called(other) for other in self.others):
            return 0
        found = sum(is_place_in(article, other, entity.country, WELL_ENOUGH) for other in self.others)
        return found if found >= max(1, len(self.others) - (found > 1)) else 0

    def are_surnames(self, article: Article) -> bool:
        """Whether every other member is a common surname as well: partners, players, a law firm."""
        return all(article.knowledge.word(other).surname >= MANY for other in self.others)


def company(article: Article, part: Mention) -> Company:
    """The enumeration in which a span stands; of no others where it stands in none."""
    tokens = article.sentence(part).tokens
    text = article.block(part).text
    others: list[str] = []
    closed = False
    start, end = part.first, part.first + len(part.tokens)
    while len(others) < LONGEST_LIST and (item := _before(tokens, start)) is not None:
        closed |= any(token.text != "," for token in tokens[item[1] : start])
        others.append(text[tokens[item[0]].start : tokens[item[1] - 1].end])
        start = item[0]
    while len(others) < LONGEST_LIST and (item := _after(tokens, end)) is not None:
        closed |= any(token.text != "," for token in tokens[end : item[0]])
        others.append(text[tokens[item[0]].start : tokens[item[1] - 1].end])
        end = item[1]
    return Company(tuple(others), closed, start)


def _before(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where the member before a separator begins and ends."""
    end = start
    while end and tokens[end - 1].text in SEPARATORS:
        end -= 1
    first = end
    while first and _carries(tokens, first - 1):
        first -= 1
    while first < end and (not is_name_token(tokens[first]) or _opens(tokens, first)):
        first += 1
    return (first, end) if first < end < start and is_name_token(tokens[end - 1]) else None


def _after(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Where the member after a separator begins and ends."""
    first = end
    while first < len(tokens) and tokens[first].text in SEPARATORS:
        first += 1
    last = first
    while last < len(tokens) and _carries(tokens, last):
        last += 1
    while last > first and not is_name_token(tokens[last - 1]):
        last -= 1
    return (first, last) if end < first < last and is_name_token(tokens[first]) else None


def _carries(tokens: Sequence[Token], index: int) -> bool:
    return is_name_token(tokens[index]) or tokens[index].text in PARTICLES


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is capitalised only because the sentence begins with it: "In Palencia and …"."""
    return index == 0 and tokens[0].text.lower() in PREPOSITIONS


def is_place_in(article: Article, text: str, country: str, least: float = 0.0) -> bool:
    """Whether a name, in English or left in Spanish, is that of a place of a country."""
    spanish = (match.entity for match in article.knowledge.gazetteer.spanish(text))
    return any(
        entity.kind == "place" and entity.country == country and entity.prominence >= least
        for entity in (*article.named(text), *spanish)
    )


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def says_place(article: Article, part: Mention, first: int, entity: Entity) -> float:
    """How plainly the words around a span (or the enumeration that begins at a token) name the entity's kind (0..1)."""
    tokens = article.sentence(part).tokens
    before = _lowered([token.text for token in tokens[max(0, first - 3) : first]])
    after = _lowered(article.words_after(part, 1))
    if _is_elsewhere(article, part, first, entity):
        return 0.0
    noun = _singular(before[-2]) if len(before) > 1 and before[-1] == "of" else ""
    behind = _singular(after[0]) if after and article.words_after(part, 1)[0].islower() else ""
    if entity.subkind in {OWN.get(noun), OWN.get(behind)} - {None}:
        return 1.0
    if entity.subkind not in PEOPLED:
        return 0.0
    if noun in SETTLED | HEADS or behind in SETTLED - {"parish"} or (noun == "airport" and entity.subkind == "city"):
        return 1.0
    told = _countries_told(article, part, first)
    is_rough = noun in ROUGHLY or (noun == DEPARTMENT and entity.subkind == "province")
    return float(is_rough and entity.country in told)


def _countries_told(article: Article, part: Mention, first: int) -> set[str]:
    """The countries that the sentence gives a place: "the Bolivian town of Oaks", "the town of Oaks, Texas"."""
    gazetteer, tokens = article.knowledge.gazetteer, article.sentence(part).tokens
    told = {gazetteer.territory(tokens[first - 3].text) if first >= 3 else None}
    after = [word for word in article.words_after(part, 3) if word not in {"in", "("}]
    if len(after) > 1 and article.words_after(part, 1)[0] in {",", "("}:
        name = after[1] if after[0] == "," else after[0]
        told |= {gazetteer.territory(name)}
        if name[:1].isupper():
            told |= {other.country for other in article.named(name)[:1] if other.kind == "place"}
    return {code for code in told if code}


def _is_elsewhere(article: Article, part: Mention, first: int, entity: Entity) -> bool:
    """Whether the sentence gives the place some other country, and not the entity's."""
    told = _countries_told(article, part, first)
    return bool(told) and entity.country not in told


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s") if word not in HEADS else word


def before_country(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether the country of the entity, or "in" and the country, stands behind a comma after the span."""
    after = [word for word in article.words_after(part, 3) if word != "in"]
    return len(after) > 1 and after[0] == "," and article.knowledge.gazetteer.territory(after[1]) == entity.country


def in_brackets_after_place(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether the span stands alone in brackets behind a place of the entity's country: "Ponferrada (…)"."""
    tokens = article.sentence(part).tokens
    first, end = part.first, part.first + len(part.tokens)
    if not (first > 1 and end < len(tokens) and tokens[first - 1].text == "(" and tokens[end].text == ")"):
        return False
    start = first - 1
    while start and _carries(tokens, start - 1):
        start -= 1
    name = article.block(part).text[tokens[start].start : tokens[first - 2].end]
    return start < first - 1 and is_place_in(article, name, entity.country)


def is_dateline(article: Article, part: Mention) -> bool:
    """Whether the span begins its paragraph as the place from which the story comes: "OAKS (Agency) -", "Oaks.-"."""
    text = article.block(part).text
    return part.start == 0 and _AFTER_DATELINE.match(text, part.end) is not None
