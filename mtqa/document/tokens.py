"""Tokens: the words, numbers, signs and symbols of a text.

Boundaries never fall inside a user-perceived character (an extended grapheme cluster of Unicode's UAX 29): a
combining mark belongs to its letter. The work is one pass of one regular expression, so time is linear in
the text.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from mtqa.document.model import Token

TITLES = frozenset(
    """
        Mr Mrs Ms Messrs Dr Drs Prof St Ste Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Sens Rep Reps Gov Hon
        Rev Fr Pres Amb Insp Supt Atty Mt Ft Sra Srta Dña Mons Msgr Brig Cdr Det Asst Assoc
    """.split()
)
"""Abbreviations that stand before a name or another word: their dot never ends a sentence."""

ABBREVIATIONS = frozenset("Jr Sr Inc Ltd Co Corp Bros Ave Blvd vs etc cf al approx Ph Esq Dept Univ Assn Intl".split())
"""Abbreviations whose dot may also end the sentence."""

_BEFORE_NUMBER = "No Nos Art Arts Sec Fig Vol Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec p pp".split()
"""Abbreviations only where a number follows: "No. 5", but "No. He left"."""

# Marks, joiners and the other code points that extend the character before them (UAX 29, GB9 and GB9a).
_EXT = r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]"
_LETTER = rf"(?:\p{{L}}{_EXT}*+)"
_ALNUM = rf"(?:[\p{{L}}\p{{N}}]{_EXT}*+)"
_APOSTROPHE = "['’‘ʼ＇`´]"
_CLITIC = rf"{_APOSTROPHE}[sS](?!{_EXT}|[\p{{L}}\p{{N}}])"
# What may join two alphanumerics of one word: an apostrophe, a hyphen, "&" between capitals ("AT&T"), and the
# dot of a domain, after which a small letter follows ("example.org", but not "the end.The").
_JOINER = rf"(?:(?!{_CLITIC}){_APOSTROPHE}|[-‐‑]|(?<=\p{{Lu}})&(?=\p{{Lu}})|(?<=\p{{L}})\.(?=\p{{Ll}}))"
_EXT_FREE = rf"(?!{_EXT})"
_END_OF_WORD = rf"(?!{_EXT}|[\p{{L}}\p{{N}}])"


def _any_of(words: frozenset[str] | list[str]) -> str:
    return "|".join(sorted(map(regex.escape, words), key=lambda word: (-len(word), word)))


_START_OF_WORD = rf"(?<![\p{{L}}\p{{N}}]|{_EXT})"
# Spanish abbreviations of plurals double their letters: "EE. UU.", "JJ.OO".
_DOUBLED = rf"{_START_OF_WORD}(?P<one>\p{{Lu}})(?P=one)(?:\.[ ]?|[ ])(?P<two>\p{{Lu}})(?P=two)(?:\.|{_END_OF_WORD})"
_TOKEN = regex.compile(
    rf"""
      (?P<space> [ ]+{_EXT_FREE} )  # the two commonest cases come first, for speed
    | (?P<doubled> (?=[A-Z]{{2}}\.|[DEFJRS]{{2}}[ ]) {_DOUBLED} )
    | (?P<word> [A-Za-z]++(?=[ ,;)]) )
    | (?P<link> (?:https?://|www\.)[^\s<>"“”«»]++
        | (?<![\w.+-])[\w.+-]{{1,64}}+@[\w-]{{1,63}}+(?:\.[\w-]{{1,63}}+)+{_EXT}*+
        | {_START_OF_WORD}[@\#]{_EXT_FREE}(?:[\p{{L}}\p{{N}}_]{_EXT}*+)++ )
    | (?P<clitic> (?<=[\p{{L}}\p{{N}}.]|{_EXT}){_CLITIC} )
    | (?P<acronym> (?:{_LETTER}\.){{2,12}}+{_END_OF_WORD}
        | (?:{_LETTER}\.){{1,11}}+{_LETTER}{_END_OF_WORD}(?={_CLITIC}|\.?(?:[\s,;:)\]]|$)) )
    | (?P<initial> {_START_OF_WORD}\p{{Lu}}{_EXT}*+\.(?=\s?\p{{Lu}}) )
    | (?P<short> {_START_OF_WORD}
        (?:(?:{_any_of(TITLES | ABBREVIATIONS)})\.{_EXT_FREE} |
        (?:{_any_of(_BEFORE_NUMBER)})\.(?=\s?\p{{N}})) )
    | (?P<number> (?:\p{{N}}{_EXT}*+)+(?:[.,:/-](?:\p{{N}}{_EXT}*+)+)*{_END_OF_WORD}(?![-‐‑]\p{{L}}) )
    | (?P<word> {_ALNUM}++(?:{_JOINER}{_ALNUM}++)*+ )
    | (?P<other> \s{_EXT}+ | (?!\s)\X )
    """,
    regex.VERBOSE | regex.VERSION1,
)
_LINK_TAIL = regex.compile(r"[\p{P}\p{S}--[/#=&@_-]]++$", regex.VERSION1)
_WORDS = frozenset({"word", "acronym", "doubled", "initial", "short"})


def tokenise(text: str) -> Iterator[Token]:
    """The tokens of ``text`` in order, with offsets into it; the spaces between them are left out."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "link":
            yield from _link(match[0], start)
        elif kind != "space":
            yield Token(match[0], start, end, kind in _WORDS)


def _link(text: str, start: int) -> Iterator[Token]:
    """A link without the punctuation that a sentence put behind it, and that punctuation."""
    tail = _LINK_TAIL.search(text)
    body = text[: tail.start()] if tail else text
    yield Token(body, start, start + len(body), False)
    for sign in regex.finditer(r"\X", text[len(body) :]):
        yield Token(sign[0], start + len(body) + sign.start(), start + len(body) + sign.end(), False)
