"""Where copy speaks of a ruler, a pope or one of their house by a given name: "Prince X", "X of Sylvania".

A title before the name, or a realm behind it, says that the name is a royal one; a surname behind it, or a noun ("the
Queen X hotel"), says that it is not, or that something is called after one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.left_people import NUMERAL
from mtqa.detection.people import reads_as_word
from mtqa.document import Token
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.roles import NOT_CURRENT
from mtqa.mentions.runs import is_name_token

TITLES = {
    "pope": "Papa", "king": "Rey", "queen": "Reina", "prince": "Príncipe", "princess": "Princesa", "duke": "Duque",
    "duchess": "Duquesa", "emperor": "Emperador", "empress": "Emperatriz", "tsar": "Zar", "czar": "Zar",
}  # fmt: skip
"""Titles that stand before a given name alone, and what Spanish has for them."""
COUNTERPARTS = {"prince": "princess", "king": "queen", "duke": "duchess", "emperor": "empress"}
"""Titles of those who stand second in a pair: "the princes X and Y"."""
BESIDE = frozenset({"crown", "grand", "hereditary", "emeritus", "consort", "mother", "majesty", "highness", "holiness"})
"""Words of longer titles, or right before one."""
ADJECTIVES = NOT_CURRENT | BESIDE | frozenset({"young", "elderly", "current", "new", "reigning", "british", "own"})
"""What stands between "the" and a ruler's title; other words are what somebody is: "the wrestler King X"."""
LONGEST = 3
"""Tokens of the longest name: two given names and a numeral."""
GIVEN = 100
"""Bearers from which a token may be a given name."""
SMALL = 5.5
"""Zipf frequency from which a capital at the beginning of a sentence is that of a small word: "When", "But"."""


@dataclass(frozen=True, slots=True)
class RoyalSpan:
    """A given name, its title ("" for none) and what stands behind "of", with its country.

    ``is_kingdom`` tells that it is a country, not a county or a city of one.
    """

    part: Mention
    title: str
    realm: str
    country: str
    is_kingdom: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return self.part.words


def royal_spans(article: Article) -> Iterator[RoyalSpan]:
    """Every span of given names that are Spanish ones, in a royal place."""
    for run in article.mentions:
        start = 0
        while start < len(run.tokens):
            length = _name(article, run, start)
            found = _span(article, run, start, length) if length else None
            if found is not None:
                yield found
            start += max(1, length)


def _name(article: Article, run: Mention, start: int) -> int:
    """How many tokens from ``start`` on are given names, the first of them Spanish, and a numeral."""
    length = 0
    for token in run.tokens[start : start + LONGEST]:
        facts = article.knowledge.word(token.text)
        is_given = is_name_token(token) and facts.given >= GIVEN and facts.spanish > 0
        if length and NUMERAL.fullmatch(token.text):
            return length + 1
        if not is_given or token.text.lower() in TITLES:
            return length
        length += 1
    return length


def _span(article: Article, run: Mention, start: int, length: int) -> RoyalSpan | None:
    tokens = article.sentence(run).tokens
    first = run.first + start
    end = first + length
    title, begins = _title(tokens, first)
    while title and begins and tokens[begins - 1].text.lower() in BESIDE:
        begins -= 1
    if not _is_free_before(article, tokens, begins):
        return None
    apposed, end = ("", end) if title else _apposed(tokens, end)
    realm, country, end = _realm(article, tokens, end)
    if not (title or realm) or not _is_free_after(article, run, tokens, end, bool(realm)):
        return None
    if title and not realm:
        if _is_introduced(tokens, begins, end):
            return None
        country = article.knowledge.gazetteer.territory(tokens[begins - 1].text) or "" if begins else ""
    part = run.part(article.block(run), start, start + length)
    return RoyalSpan(part, title or apposed, realm, country, _is_kingdom(article, realm))


def _title(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """The title before the name, in the singular, and the token that it begins at; "" for none.

    Right before it; at the head of a pair ("the princes X and Y"); or apposed, between commas ("the queen, Y, said").
    """
    if first and (title := _singular(tokens[first - 1].text)):
        return title, first - 1
    before = [token.text.lower() for token in tokens[:first]]
    if before[-1:] == ["and"] and first > 2 and is_name_token(tokens[first - 2]):
        title = _singular(before[-3])
        if title != before[-3]:
            return COUNTERPARTS.get(title, title), first - 3
    if before[-1:] == [","] and tokens[first + 1 : first + 2] and tokens[first + 1].text == ",":
        at = first - 2
        while at > 0 and before[at] in BESIDE:
            at -= 1
        if at >= 0 and before[at].islower() and before[at] in TITLES:
            return before[at], at
    return "", first


def _singular(word: str) -> str:
    """The title that a word is, in the singular; "" for none."""
    lower = word.lower()
    return lower if lower in TITLES else lower.removesuffix("s") if lower.removesuffix("s") in TITLES else ""


def _is_free_before(article: Article, tokens: Sequence[Token], begins: int) -> bool:
    """Whether no name stands right before: "Hotel Queen X", "Anna X of Sylvania"; small words and peoples are none."""
    if not begins or not is_name_token(tokens[begins - 1]):
        return not begins or tokens[begins - 1].text.lower() not in {"san", "santa", "saint", "st", "st.", "-"}
    word = tokens[begins - 1].text
    facts = article.knowledge.word(word.lower())
    return article.knowledge.gazetteer.territory(word) is not None or facts.english >= SMALL


def _is_free_after(article: Article, run: Mention, tokens: Sequence[Token], end: int, told: bool) -> bool:
    """Whether neither a surname stands behind nor what is called after somebody: "the Queen X hotel".

    ``told`` says that a realm stands there already.
    """
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.text.lower() == "of" and any(is_name_token(token) for token in tokens[end + 1 : end + 3]):
        return False  # a realm that nobody knows
    if is_name_token(after):
        return run.titled and reads_as_word(article, after.text) and not _is_head(article, after.text)
    if after.text in {"-", "–"} and after.start == tokens[end - 1].end:
        return False
    return told or not _is_head(article, after.text)


def _is_head(article: Article, word: str) -> bool:
    return article.knowledge.gazetteer.is_head_noun(word)


def _is_introduced(tokens: Sequence[Token], begins: int, end: int) -> bool:
    """Whether the text says who it is, as nobody must of a ruler: "Prince X, a singer", "the wrestler King X"."""
    behind = [token.text.lower() for token in tokens[end : end + 2]]
    before = [token.text for token in tokens[max(0, begins - 2) : begins]]
    if len(behind) == 2 and behind[0] == "," and behind[1] in {"a", "an"}:
        return True
    is_noun = len(before) == 2 and before[1].islower() and not {before[1], *before[1].split("-")} & ADJECTIVES
    return is_noun and before[0].lower() in {"the", "a", "an"} and tokens[begins].text[0].isupper()


def _apposed(tokens: Sequence[Token], end: int) -> tuple[str, int]:
    """The title behind the name, and where it ends: ", Duchess" before "of Sylvania"; "" for none."""
    at = end + 1
    while at < len(tokens) and tokens[at].text.lower() in {"the", *BESIDE}:
        at += 1
    is_title = at < len(tokens) and tokens[end].text == "," and tokens[at].text.lower() in TITLES
    return (tokens[at].text.lower(), at + 1) if is_title else ("", end)


def _realm(article: Article, tokens: Sequence[Token], end: int) -> tuple[str, str, int]:
    """The realm behind "of (the)", its country and where it ends; nothing where there is none that is known."""
    at = end
    if at >= len(tokens) or tokens[at].text.lower() != "of":
        return "", "", end
    at += 1
    if at < len(tokens) and tokens[at].text.lower() == "the":
        at += 1
    for stop in (at + 2, at + 1):
        if stop <= len(tokens) and all(is_name_token(token) for token in tokens[at:stop]):
            realm = " ".join(token.text for token in tokens[at:stop])
            country = country_named(article, realm)
            if country:
                return realm, country, stop
    return "", "", end


def _is_kingdom(article: Article, realm: str) -> bool:
    is_country = any(entity.subkind == "country" for entity in article.named(realm))
    return bool(realm) and (is_country or article.knowledge.gazetteer.territory(realm) is not None)


def country_named(article: Article, realm: str) -> str:
    """The country that a realm, a county or a city of a title is, or lies in."""
    code = article.knowledge.gazetteer.territory(realm)
    places = [entity for entity in article.named(realm) if entity.kind == "place" and entity.prominence >= WELL_KNOWN]
    return code or (places[0].country if places else "")


def spanish_realms(article: Article, realm: str) -> set[str]:
    """What Spanish calls a realm, folded: several names for some countries."""
    knowledge = article.knowledge
    names = {form for entity in article.named(realm) if entity.kind == "place" for form in entity.accepted("es")}
    code = knowledge.gazetteer.territory(realm)
    names |= {knowledge.gazetteer.country_name(code, "es")} if code else set()
    return {fold(name) for name in (*names, *knowledge.dictionary.glosses(realm))}
