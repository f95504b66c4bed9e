"""Words with holes: what is left of a name where a decoder lacks one of its letters.

Small translation models know the letters of their training text and no others. A name from elsewhere loses the letter
("Trnk" for *Trnká*, read č, ő, ü …), or has a mark ("T-nka") or some other letter ("Tanka") in its place, while all
other letters stay. So it differs from the name in just those letters that have no place in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.spellings import Spellings

MARKS = frozenset(".-'’?,")
"""What decoders write for a letter they lack."""
MOST = 2
"""Holes of a word."""
_HOLE = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """A word that may have stood there: ``text`` as names spell it, the letters that were ``lost``, in order.

    ``replaced`` is for how many of them another letter stands, ``marked`` for how many a mark; ``spelt``, how many of
    some hundred names have the word just so.
    """

    text: str
    lost: tuple[str, ...]
    replaced: int
    marked: int
    spelt: int


class _Filled(NamedTuple):
    text: str
    holes: tuple[int, ...] = ()
    replaced: int = 0

    def hole(self, letter: str, replaced: bool = False) -> _Filled:
        return _Filled(self.text + letter, (*self.holes, len(self.text)), self.replaced + replaced)


def _fillings(word: str, words: Spellings, hidden: int) -> list[_Filled]:
    """Folded ``words`` that are ``word`` but for letters in its holes: those at its marks and ``hidden`` ones."""
    letters = _letters(word)
    shown = letters.count(_HOLE)
    if not letters or not 0 < shown + hidden <= MOST or len(letters) - shown < 2:
        return []
    filled = _with_one(letters, words) if (shown, hidden) == (0, 1) else _fill(letters, 0, _Filled(""), hidden, words)
    found: dict[str, _Filled] = {}
    for each in filled:
        found.setdefault(each.text, each)
    return list(found.values())


def _with_one(letters: list[str], words: Spellings) -> Iterator[_Filled]:
    """As :func:`_fill` for one hole that nothing shows, by far the commonest: asking for all words is quicker."""
    word = "".join(letters)
    for at in range(len(word) + 1):
        before = _Filled(word[:at])
        for letter in ascii_lowercase:
            if at and before.text + letter + word[at:] in words:
                lost = before.hole(letter)
                yield lost._replace(text=lost.text + word[at:])
            if before.text + letter + word[at + 1 :] in words and at < len(word) and letter != word[at]:
                lost = before.hole(letter, replaced=True)
                yield lost._replace(text=lost.text + word[at + 1 :])


def _letters(word: str) -> list[str]:
    """A word letter by letter, folded, with "" for its marks; none of a word with letters that fold to several."""
    letters = [_HOLE if char in MARKS else fold(char) for char in word]
    single = all(char in MARKS or len(letter) == 1 for char, letter in zip(word, letters, strict=True))
    return letters if single else []


def _fill(letters: list[str], at: int, done: _Filled, hidden: int, words: Spellings) -> Iterator[_Filled]:
    """All words that begin as ``done`` does, go on with the letters from ``at``, and have ``hidden`` more holes."""
    if not words.begins(done.text):
        return
    if at == len(letters):
        if not hidden and done.text in words:
            yield done
    elif letters[at] == _HOLE:
        for letter in ascii_lowercase:
            yield from _fill(letters, at + 1, done.hole(letter), hidden, words)
        return
    else:
        yield from _fill(letters, at + 1, done._replace(text=done.text + letters[at]), hidden, words)
    if hidden:
        for letter in ascii_lowercase:
            if done.text:
                yield from _fill(letters, at, done.hole(letter), hidden - 1, words)
            if at < len(letters) and letter != letters[at]:
                yield from _fill(letters, at + 1, done.hole(letter, replaced=True), hidden - 1, words)


def restored(word: str, words: Spellings, hidden: int) -> list[Restored]:
    """What a word may have been before it lost letters, the likeliest first: at its marks and ``hidden`` more.

    Only letters that English does without can have been lost. A name that lost its first letter has no capital left.
    """
    found = []
    marked = sum(char in MARKS for char in word)
    for filled in _fillings(word, words, hidden):
        spelt = {
            text: count
            for text, count in words.of(filled.text).items()
            if len(text) == len(filled.text) and not any(text[hole].isascii() for hole in filled.holes)
        }
        if spelt:
            text = max(spelt, key=lambda each: (spelt[each], each))
            lost = tuple(text[hole] for hole in filled.holes)
            found.append(Restored(text, lost, filled.replaced, marked, spelt[text]))
    return sorted(found, key=lambda each: (-each.spelt, each.text))
