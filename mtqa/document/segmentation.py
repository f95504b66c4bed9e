"""Sentences: where they end in a block of English copy.

A full stop ends a sentence unless it belongs to an abbreviation; what stands after an ambiguous one
("U.S.", "J.", "Inc.") decides. Machine-translated copy often lacks the space after a full stop ("the
end.The"): that ends one too.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.document.model import Sentence, Token
from mtqa.document.tokens import TITLES, tokenise

_TERMINATORS = frozenset(".!?…‽⁇⁈⁉。")
_CLOSERS = frozenset("\"'”’»›)]}″")
_OPENERS = frozenset("\"'“‘«‹„([{¿¡—–-•*")
_CLOCK = frozenset({"a.m.", "p.m.", "etc."})
_STARTERS = frozenset(
    """
        A According After All Although Among An And Another As At Because Before Both But By Despite During Each
        Even Finally For From He Her His How However I If In Instead It Its Last Later Many Meanwhile More
        Moreover Most My Nevertheless No None Not Now On Once One Other Others Our She Since So Some Still Such
        That The Their Then There These They This Those Though Through Thus To Today Two Under Until We What
        When Where Whether Which While Who Why With Without Yesterday Yet You
    """.split()
)
"""Function words that, with a capital after an ambiguous abbreviation, show that a new sentence begins."""


def segment(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``, each with its tokens; every token is in exactly one sentence."""
    tokens = list(tokenise(text))
    sentences: list[Sentence] = []
    begin = index = 0
    while index < len(tokens):
        if not _may_end(tokens[index]):
            index += 1
            continue
        after = _after_closers(tokens, index)
        if after == len(tokens) or _ends(tokens, begin, index, after):
            sentences.append(_sentence(tokens, begin, after))
            begin = after
        index = after
    if begin < len(tokens):
        sentences.append(_sentence(tokens, begin, len(tokens)))
    return tuple(sentences)


def _sentence(tokens: Sequence[Token], begin: int, after: int) -> Sentence:
    return Sentence(tokens[begin].start, tokens[after - 1].end, tuple(tokens[begin:after]))


def _is_abbreviation(token: Token) -> bool:
    return token.is_word and token.text.endswith(".")


def _may_end(token: Token) -> bool:
    return token.text in _TERMINATORS or _is_abbreviation(token)


def _after_closers(tokens: Sequence[Token], index: int) -> int:
    """The index after the terminator ``tokens[index]`` and the terminators and closing quotes that touch
    it."""
    after = index + 1
    while after < len(tokens) and tokens[after].start == tokens[after - 1].end:
        if tokens[after].text not in _TERMINATORS and tokens[after].text not in _CLOSERS:
            break
        after += 1
    return after


def _ends(tokens: Sequence[Token], begin: int, index: int, after: int) -> bool:
    if _is_abbreviation(tokens[index]) and after == index + 1:
        return _starts_after_abbreviation(tokens, index)
    if tokens[index].text == "." and index == begin + 1 and tokens[begin].text.isdigit():
        return False  # "1. The first point": a list number
    return _starts_sentence(tokens, index, after)


def _starts_sentence(tokens: Sequence[Token], index: int, after: int) -> bool:
    first, last = tokens[after], tokens[after - 1]
    if first.start > last.end:
        return first.text in _OPENERS or (not first.text[0].islower() and first.text[0].isalnum())
    before = tokens[index - 1] if index else None
    glued = before is not None and before.is_word and before.text[-1].islower() and len(before.text) > 1
    return glued and first.is_word and first.text[0].isupper()


def _starts_after_abbreviation(tokens: Sequence[Token], index: int) -> bool:
    abbreviation, first = tokens[index].text, tokens[index + 1]
    if abbreviation[:-1] in TITLES or first.start == tokens[index].end:
        return False
    if abbreviation in _CLOCK:
        return first.text[0].isupper() and not (first.text.isupper() and len(first.text) > 1)
    return first.text in _STARTERS or first.text in ("“", "‘", "«")
