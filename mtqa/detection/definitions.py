"""Acronyms that a text explains: the words before or within brackets, whose initials they are in some order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.document import Token
from mtqa.mentions.runs import JOINERS

SHORTEST = 3
"""Letters of an acronym whose order tells anything."""
MOST_TOKENS = 14
"""Tokens before brackets that may be the name."""
POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
SKIPPED = JOINERS | {"a", "an"}
"""Words that give no letter to an acronym."""


def bracketed(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where each acronym stands that brackets explain, and the words: "words (ACR)" and "ACR (words)"."""
    for position, token in enumerate(tokens):
        if not _is_acronym(token.text):
            continue
        before, after = tokens[position - 1 : position], tokens[position + 1 : position + 2]
        if before and before[0].text == "(":
            words = _last_words(tokens[: position - 1], len(token.text))
        elif after and after[0].text == "(":
            words = _first_words(tokens[position + 2 :])
        else:
            continue
        if sorted(initials(words)) == sorted(token.text):
            yield position, words


def explanation(tokens: Sequence[Token], position: int) -> tuple[Token, ...]:
    """The tokens that brackets join to the acronym at a position, before "(ACR)" or within "ACR (…)"; none else."""
    end = position + 1
    if position and tokens[position - 1].text == "(" and end < len(tokens) and tokens[end].text == ")":
        return tuple(tokens[max(0, position - 1 - MOST_TOKENS) : position - 1])
    if end < len(tokens) and tokens[end].text == "(":
        closed = next((i for i in range(end, len(tokens)) if tokens[i].text == ")"), len(tokens))
        return tuple(tokens[end + 1 : closed])
    return ()


def is_acronym(text: str, least: int, most: int) -> bool:
    """Whether a text is written as an acronym of Latin letters, no fewer and no more of them."""
    return least <= len(text) <= most and text.isascii() and text.isalpha() and text.isupper()


def _is_acronym(text: str) -> bool:
    """Whether a token is written as an acronym of `SHORTEST` letters or more."""
    return len(text) >= SHORTEST and text.isalpha() and text.isupper()


def initials(words: Sequence[str]) -> str:
    """The first letters, in capitals."""
    return "".join(word[0].upper() for word in words)


def _last_words(tokens: Sequence[Token], count: int) -> tuple[str, ...]:
    """The last ``count`` words that give a letter, unbroken by punctuation; empty where there are fewer."""
    words: list[str] = []
    for token in reversed(tokens):
        if not token.is_word:
            break
        if token.text.lower() not in SKIPPED:
            words.insert(0, token.text)
            if len(words) == count:
                return tuple(words)
    return ()


def _first_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = []
    for token in tokens:
        if not token.is_word:
            break
        if token.text.lower() not in SKIPPED:
            words.append(token.text)
    return tuple(words)
