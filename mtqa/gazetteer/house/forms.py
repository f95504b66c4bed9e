"""Which stretches of a text are forms of the house table: approved ones and forbidden ones."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from mtqa.document import Token
from mtqa.document.tokens import tokenise
from mtqa.gazetteer.house.entry import HouseEntry

_SIGNS = str.maketrans(dict.fromkeys("’‘ʼʻ`´", "'") | dict.fromkeys("‐‑", "-") | {"\u00a0": " "})
_PREFIXES = frozenset({"Anti", "Ex", "Non", "Pro"})
"""What stands before a hyphen and a name, at the beginning of a sentence too."""
_FIRST = re.compile(r"\w+")
_PART = re.compile(r"[^-‐‑]+")
_HYPHEN = re.compile(r"[-‐‑]")


def normalise(text: str) -> str:
    """``text`` in NFC, with one kind of apostrophe and of hyphen; case and accents stay: the house may care."""
    return text if text.isascii() and "`" not in text else unicodedata.normalize("NFC", text).translate(_SIGNS)


class Form(NamedTuple):
    """A form as copy may have it: its entry, and what copy should say instead ("" where it is approved)."""

    entry: HouseEntry
    instead: str = ""


class Occurrence(NamedTuple):
    """A form in a text: code points ``start:end``."""

    start: int
    end: int
    form: Form


class Forms:
    """The forms of a house table, found in time that does not grow with the table.

    A form stands for itself, for itself in capitals and, where it begins with a small letter, for itself at the
    beginning of a sentence. Of forms that begin at one word the longest counts, so that a longer approved form keeps
    a forbidden one in it from being flagged.
    """

    def __init__(self, entries: Collection[HouseEntry] = ()) -> None:
        self._forms: dict[str, Form] = {}
        self._longest: dict[str, int] = {}
        """First word of a form → how long the longest form is that begins with it."""
        small: list[tuple[str, Form]] = []
        for entry in entries:
            approved = Form(entry)
            for text in entry.approved:
                self._add(normalise(text), approved, small)
        for entry in entries:
            for text in entry.forbidden:
                self._add(normalise(text), Form(entry, entry.english), small)
        for text, form in small:
            self._forms.setdefault(_raised(text), Form(form.entry, _raised(form.instead)))

    def _add(self, text: str, form: Form, small: list[tuple[str, Form]]) -> None:
        self._forms.setdefault(text, form)
        first, longest = _first(text), self._longest
        # In capitals a form may be longer: "ß" is "SS".
        length = len(text) if text.isascii() else len(text.upper())
        if length > longest.get(first, 0):
            longest[first] = length
        if text[0].islower():
            small.append((text, form))
            raised = _raised(first)
            longest[raised] = max(length, longest.get(raised, 0))

    @cached_property
    def _capital_firsts(self) -> dict[str, int]:
        """As ``_longest``, for forms in capitals."""
        found: dict[str, int] = {}
        for first, length in self._longest.items():
            capitals = first.upper()
            found[capitals] = max(length, found.get(capitals, 0))
        return found

    @cached_property
    def _capitals(self) -> dict[str, Form]:
        """The forms in capitals: made when a text has the first word of one."""
        found: dict[str, Form] = {}
        for text, form in self._forms.items():
            found.setdefault(text.upper(), Form(form.entry, form.instead.upper()) if form.instead else form)
        return found

    def __bool__(self) -> bool:
        """Whether there is any form."""
        return bool(self._forms)

    def get(self, text: str) -> Form | None:
        """The form that ``text`` as a whole is."""
        return self._get(normalise(text))

    def _get(self, text: str) -> Form | None:
        form = self._forms.get(text)
        if form is None and text.isupper() and _first(text) in self._capital_firsts:
            return self._capitals.get(text)
        return form

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[Occurrence]:
        """The forms in ``text`` whose tokens are given, from left to right, none overlapping another."""
        starts = list(self._starts(tokens))
        if not starts:
            return
        ends = _ends(tokens)
        stop = -1
        for start, longest in starts:
            if start < stop:
                continue
            best: Occurrence | None = None
            for end in ends[bisect_right(ends, start) :]:
                if end - start > longest + 8:  # a decomposed accent is a code point more than in NFC
                    break
                form = self._get(normalise(text[start:end]))
                if form is not None:
                    best = Occurrence(start, end, form)
            if best is not None:
                yield best
                stop = best.end

    def _starts(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where a form may begin: at the words that some form begins with; and how long such a form is at most."""
        for token in tokens:
            if not token.is_word:
                continue
            word = token.text
            if not word.isascii() or not word.isalnum():
                for piece in _pieces(token):
                    if piece.begins and (length := self._length(_first(normalise(piece.text)))):
                        yield piece.start, length
            elif length := self._length(word):
                yield token.start, length

    def _length(self, first: str) -> int:
        """How long a form is at most that begins with a word; 0 when none does."""
        length = self._longest.get(first, 0)
        return max(length, self._capital_firsts.get(first, 0)) if first.isupper() else length

    def rewritten(self, text: str) -> str:
        """``text`` with every forbidden form in it replaced by the house form."""
        if not self._forms:
            return text
        parts, last = [], 0
        for found in self.find(text, list(tokenise(text))):
            if found.form.instead:
                parts += [text[last : found.start], found.form.instead]
                last = found.end
        return "".join((*parts, text[last:])) if parts else text

    def holds(self, text: str, form: str) -> bool:
        """Whether ``form`` stands in ``text`` as whole words."""
        pattern = rf"(?<!\w){re.escape(normalise(form))}(?!\w)"
        return re.search(pattern, normalise(text)) is not None


class _Piece(NamedTuple):
    """Part of a token between hyphens, and whether a form may begin and end there."""

    text: str
    start: int
    begins: bool
    ends: bool


def _pieces(token: Token) -> Iterator[_Piece]:
    """The token as a whole, and the name in "pro-Kiev" or "Kiev-led": beside a part that is no name."""
    yield _Piece(token.text, token.start, True, False)
    parts = list(_PART.finditer(token.text)) if _HYPHEN.search(token.text) else []
    for index, part in enumerate(parts):
        if part[0][:1].isupper():
            before, after = parts[index - 1 : index], parts[index + 1 : index + 2]
            begins = bool(before) and (before[0][0].islower() or before[0][0] in _PREFIXES)
            yield _Piece(part[0], token.start + part.start(), begins, bool(after) and after[0][0].islower())


def _ends(tokens: Sequence[Token]) -> list[int]:
    """Where a form may end, in order."""
    ends: list[int] = []
    for token in tokens:
        if token.is_word and not token.text.isalnum():
            ends += [piece.start + len(piece.text) for piece in _pieces(token) if piece.ends]
        ends.append(token.end)
    return ends


def _first(text: str) -> str:
    """The run of letters and digits that a form begins with."""
    word = text.partition(" ")[0]
    if word.isalnum():
        return word
    match = _FIRST.search(text)
    return match[0] if match else ""


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
