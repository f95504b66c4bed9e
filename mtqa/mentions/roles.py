"""Role phrases: which office the text says a person holds.

Both orders are read: "the Polish president, X"; "Polish President X"; "President of Lithuania X";
"X, President of Lithuania"; "Prime Minister X". Offices, territories and demonyms are facts of the gazetteer;
this module knows only how English puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from mtqa.document import Block, Document, Token
from mtqa.mentions.model import Mention, RolePhrase
from mtqa.mentions.runs import JOINERS, is_name_token

MAX_OFFICE = 6
"""Tokens in a title: "minister of foreign affairs and cooperation"."""

NOT_CURRENT = frozenset(
    [
        "former",
        "ex",
        "then",
        "late",
        "elect",
        "acting",
        "interim",
        "outgoing",
        "future",
        "next",
        "previous",
        "first",
        "last",
        "candidate",
        "designate",
        "presumptive",
        "old",
        "onetime",
        "one-time",
        "ousted",
        "deposed",
        "exiled",
        "self-proclaimed",
        "would-be",
        "shadow",
        "honorary",
    ]
)
"""Words beside a title that say that the person does not simply hold the office now."""

_BESIDE = NOT_CURRENT | {"the", "his", "her", "its", "their", "our", "current", "new"}
"""Words that stand before a title and are none of it."""

_OF = frozenset({"of", "for", "to"})


class Offices(Protocol):
    """What role phrases need of the gazetteer."""

    def office(self, title: str) -> str | None:
        """The normalised office of a title, or None."""

    def body(self, text: str) -> str | None:
        """The ISO code of a territory (name or demonym) or the key of an organisation with offices, or None."""


def find_roles(document: Document, mentions: Sequence[Mention], offices: Offices) -> list[RolePhrase]:
    """All role phrases of a document whose person is one of the mentions, or a part of one.

    Where a run takes in title and name ("Polish President Anna Nowak"), the phrase's mention is the name alone.
    """
    by_sentence: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault((mention.block, mention.sentence), []).append(mention)
    roles: list[RolePhrase] = []
    for (number, index), there in by_sentence.items():
        block = document.blocks[number]
        roles.extend(_in_sentence(block, block.sentences[index].tokens, _by_token(there), offices))
    return roles


def _by_token(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that each token of the sentence belongs to."""
    return {mention.first + index: mention for mention in mentions for index in range(len(mention.tokens))}


def _in_sentence(
    block: Block, tokens: Sequence[Token], mentions: Mapping[int, Mention], offices: Offices
) -> Iterator[RolePhrase]:
    position = 0
    while position < len(tokens):
        found = _office_at(block, tokens, position, offices)
        if found is None:
            position += 1
            continue
        end, office = found
        yield from _around(block, tokens, mentions, offices, position, end, office)
        position = end


def _office_at(block: Block, tokens: Sequence[Token], start: int, offices: Offices) -> tuple[int, str] | None:
    """The longest title that begins at a token: its end and its normalised office."""
    if not tokens[start].is_word or tokens[start].text.lower() in _BESIDE:
        return None
    for end in range(min(len(tokens), start + MAX_OFFICE), start, -1):
        if not tokens[end - 1].is_word:
            continue
        office = offices.office(block.text[tokens[start].start : tokens[end - 1].end])
        if office is not None:
            return end, office
    return None


def _around(
    block: Block,
    tokens: Sequence[Token],
    mentions: Mapping[int, Mention],
    offices: Offices,
    start: int,
    end: int,
    office: str,
) -> Iterator[RolePhrase]:
    body, left = _body_before(block, tokens, start, offices)
    right = end
    if not body:
        body, right = _body_after(block, tokens, end, offices)
    before = [token.text.lower() for token in tokens[max(0, left - 2) : left]]
    beside = [token.text.lower() for token in (*tokens[left:start], *tokens[end : end + 2])]
    current = not any(part in NOT_CURRENT for word in before + beside for part in (word, *word.split("-")))
    definite = any(word in {"the", "its", "their", "current"} for word in before)
    text = block.text[tokens[left].start : tokens[right - 1].end]
    listed = "," in before

    after = right
    comma = after < len(tokens) and tokens[after].text == ","
    if comma:
        after += 1
    person = _mention_from(block, mentions, after)
    if person is not None:
        yield RolePhrase(person, office, body, text, current, definite and comma and not listed)
        return
    stop = left
    if stop and tokens[stop - 1].text.lower() in {"the", "current", "its", "their"}:
        stop -= 1
    if stop and tokens[stop - 1].text == ",":
        person = _mention_until(block, mentions, stop - 1)
        if person is not None:
            yield RolePhrase(person, office, body, text, current, False)


def _body_before(block: Block, tokens: Sequence[Token], start: int, offices: Offices) -> tuple[str, int]:
    """The territory or organisation written before a title ("South Korean", "Spain's"), and where it begins."""
    stop = start
    if stop and tokens[stop - 1].text in {"'s", "’s", "'", "’"}:
        stop -= 1
    for begin in range(max(0, stop - 4), stop):
        if tokens[begin].is_word and tokens[stop - 1].is_word:
            body = offices.body(block.text[tokens[begin].start : tokens[stop - 1].end])
            if body:
                return body, begin
    return "", start


def _body_after(block: Block, tokens: Sequence[Token], end: int, offices: Offices) -> tuple[str, int]:
    """The territory or organisation after "of": "President of the European Commission"; and where it ends.

    An acronym in brackets that follows belongs to it.
    """
    if end >= len(tokens) or tokens[end].text.lower() not in _OF:
        return "", end
    begin = end + 1
    if begin < len(tokens) and tokens[begin].text.lower() == "the":
        begin += 1
    for stop in range(min(len(tokens), begin + 6), begin, -1):
        if not tokens[stop - 1].is_word:
            continue
        body = offices.body(block.text[tokens[begin].start : tokens[stop - 1].end])
        if body:
            bracketed = [t.text for t in tokens[stop : stop + 3]]
            if len(bracketed) == 3 and bracketed[0] == "(" and bracketed[2] == ")":
                stop += 3
            return body, stop
    return "", end


def _mention_from(block: Block, mentions: Mapping[int, Mention], start: int) -> Mention | None:
    """The name that begins at a token: a mention, or what is left of one that takes the title in."""
    mention = mentions.get(start)
    if mention is None:
        return None
    skip = start - mention.first
    stop = next((i for i in range(skip, len(mention.tokens)) if _joins(mention.tokens[i])), len(mention.tokens))
    return mention.part(block, skip, stop) if stop > skip and is_name_token(mention.tokens[skip]) else None


def _mention_until(block: Block, mentions: Mapping[int, Mention], stop: int) -> Mention | None:
    """The name that ends right before a token."""
    mention = mentions.get(stop - 1)
    if mention is None or mention.first + len(mention.tokens) != stop:
        return None
    joined = [index for index, token in enumerate(mention.tokens) if _joins(token)]
    return mention.part(block, joined[-1] + 1 if joined else 0, len(mention.tokens))


def _joins(token: Token) -> bool:
    """Whether a token of a run cannot stand inside a person's name."""
    return token.text in JOINERS or token.text in {"'s", "’s"}
