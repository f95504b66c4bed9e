"""The spellings of words of names: of all names that the gazetteer has, and of a list of people's names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

import marisa_trie

from mtqa.gazetteer.alphabets import FOREIGN
from mtqa.gazetteer.folding import fold

SEPARATOR = "\t"
LISTED = 5
"""Names that a line of the list counts for: it has the common ones."""
MOSTLY = 0.9
"""Share of the names with a word that spell it alike."""
_PIECE = re.compile(r"[^\W\d_]+")


class Spellings:
    """Folded words, and how names spell them.

    ``words`` are those of the gazetteer's names, ``names_with`` gives some of the names with one; ``listed`` has the
    list of people's names.
    """

    def __init__(
        self, words: marisa_trie.Trie, listed: marisa_trie.Trie, names_with: Callable[[str], Iterable[str]]
    ) -> None:
        self._words, self._listed, self._names_with = words, listed, names_with

    def __contains__(self, word: str) -> bool:
        return word in self._words or next(self._listed.iterkeys(word + SEPARATOR), None) is not None

    def begins(self, beginning: str) -> bool:
        """Whether some word begins so."""
        tries = (self._words, self._listed)
        return any(next(trie.iterkeys(beginning), None) is not None for trie in tries)

    def of(self, word: str) -> Counter[str]:
        """How names spell a word, with a capital first, and how many of some hundred names do so."""
        found: Counter[str] = Counter()
        for name in self._names_with(word) if word in self._words else ():
            pieces = set(_PIECE.findall(name))
            found.update(piece for piece in pieces if piece[0].isupper() and fold(piece) == word)
        for key in self._listed.iterkeys(word + SEPARATOR):
            found[key.split(SEPARATOR)[1]] += LISTED
        return found

    def is_plain(self, word: str) -> bool:
        """Whether a word in plain letters is one that nearly all names spell with letters beyond A to Z.

        The accents of Spanish are none of them: Spanish copy leaves them out at times.
        """
        spelt = self.of(fold(word))
        foreign = sum(count for text, count in spelt.items() if not set(text.lower()).isdisjoint(FOREIGN))
        return foreign >= LISTED and foreign >= MOSTLY * sum(spelt.values())
