"""Words with holes: what is left of a name where a decoder lacks one of its letters.

Small translation models know the letters of their training text and no others. A name from elsewhere loses the letter
("Trnk" for *Trnká*, read č, ő, ü …), or has a mark ("T-nka") or some other letter ("Tanka") in its place, while all
other letters stay. So it differs from the name in just those letters that have no place in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.spellings import Spellings

MARKS = frozenset(".-'’?,")
"""What decoders write for a letter they lack."""
VENTURED = frozenset("aáeious")
"""What they write at a venture: the commonest letters."""
FAMILIAR = frozenset("áéíóúñə")
"""Small letters that are hardly lost: a decoder of Spanish has them, and ə is written otherwise by everybody."""
BY_HAND = frozenset("ıİ")
"""Letters that writers put plain where they keep all others."""
EITHER = frozenset("âî")
"""Letters of one sound, which Romanian spelt now so, now so: *Tîrgu*, *Târgu*."""
VOWELS = frozenset("aeiouy")
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
    plain = frozenset(index for index, char in enumerate(word) if char.lower() in VENTURED)
    if (shown, hidden) == (0, 1):
        filled = _with_one(letters, plain, words)
    else:
        filled = _fill(letters, plain, 0, _Filled(""), hidden, words)
    found: dict[str, _Filled] = {}
    for each in filled:
        found.setdefault(each.text, each)
    return list(found.values())


def _with_one(letters: list[str], plain: Set[int], words: Spellings) -> Iterator[_Filled]:
    """As :func:`_fill` for one hole that nothing shows, by far the commonest: asking for all words is quicker."""
    word = "".join(letters)
    for at in range(len(word) + 1):
        before = _Filled(word[:at])
        for letter in ascii_lowercase:
            if at and before.text + letter + word[at:] in words:
                lost = before.hole(letter)
                yield lost._replace(text=lost.text + word[at:])
            if at in plain and letter != word[at] and before.text + letter + word[at + 1 :] in words:
                lost = before.hole(letter, replaced=True)
                yield lost._replace(text=lost.text + word[at + 1 :])


def _letters(word: str) -> list[str]:
    """A word letter by letter, folded, with "" for its marks; none of a word with letters that fold to several."""
    letters = [_HOLE if char in MARKS else fold(char) for char in word]
    single = all(char in MARKS or len(letter) == 1 for char, letter in zip(word, letters, strict=True))
    return letters if single else []


def _fill(
    letters: list[str], plain: Set[int], at: int, done: _Filled, hidden: int, words: Spellings
) -> Iterator[_Filled]:
    """All words that begin as ``done`` does, go on with the letters from ``at``, and have ``hidden`` more holes.

    The letters at ``plain`` may stand for others.
    """
    if not words.begins(done.text):
        return
    if at == len(letters):
        if not hidden and done.text in words:
            yield done
    elif letters[at] == _HOLE:
        for letter in ascii_lowercase:
            yield from _fill(letters, plain, at + 1, done.hole(letter), hidden, words)
        return
    else:
        same = done._replace(text=done.text + letters[at])
        yield from _fill(letters, plain, at + 1, same, hidden, words)
    for letter in ascii_lowercase if hidden else "":
        if done.text:
            yield from _fill(letters, plain, at, done.hole(letter), hidden - 1, words)
        if at in plain and letter != letters[at]:
            yield from _fill(letters, plain, at + 1, done.hole(letter, replaced=True), hidden - 1, words)


def restored(word: str, words: Spellings, hidden: int) -> list[Restored]:
    """What a word may have been before it lost letters, the likeliest first: at its marks and ``hidden`` more.

    Only letters that English does without can have been lost. A name that lost its first letter has no capital left.
    """
    found = []
    marked = sum(char in MARKS for char in word)
    for filled in _fillings(word, words, hidden):
        for text, count in words.of(filled.text).items():
            if len(text) == len(filled.text) and _is_broken(word, text, filled):
                lost = tuple(text[hole] for hole in filled.holes)
                found.append(Restored(text, lost, filled.replaced, marked, count))
    return sorted(found, key=lambda each: (-each.spelt, each.text))


def _is_broken(word: str, text: str, filled: _Filled) -> bool:
    """Whether a word may be what a decoder left of ``text``: it lacks foreign letters, and spells none in plain ones.

    Who writes plain letters for foreign ones loses none: *Havlickova* is not *Havličková* cut short. Nor is a word with
    another vowel at its end, which inflects it (*Novotna*, *Novotný*).
    """
    lost = [text[hole] for hole in filled.holes]
    if any(letter.isascii() or letter in FAMILIAR for letter in lost):
        return False
    if filled.replaced and not EITHER.isdisjoint(lost):
        return False
    is_last = filled.holes[-1] == len(text) - 1
    if filled.replaced and is_last and VOWELS.issuperset((fold(text[-1]), fold(word[-1]))):
        return False
    kept = [letter for hole, letter in enumerate(text) if hole not in filled.holes]
    return not any(_is_plain(letter, word) for letter in kept)


def _is_plain(letter: str, word: str) -> bool:
    """Whether a word has a plain letter for this one."""
    return not letter.isascii() and letter not in BY_HAND and letter not in word
