"""How an English span lines up with a name: token by token, what stayed, what was translated, what was misspelt.

A translator that meets *Rosalía Campanas* writes "Rosalía Bells": one token became a word, one passed through. To
ask whether a span may have come from a name is to line their tokens up and to name the relation of every pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import respelt

SAME, FOLDED, CASE, RESPELT, HISPANIC, GLOSS, FUZZY, STEM = (
    "same", "folded", "case", "respelt", "hispanic", "gloss", "fuzzy", "stem",
)  # fmt: skip
"""Relations of two tokens: no change, accents, letter case, another transliteration, the given name that Spanish has
for it (Juan for John), a translation, a slip of spelling, a beginning in common with the word or its translation."""

STEM_LETTERS = 3
"""Letters that two words must begin with in common to be one stem."""

LONG_LETTERS, LETTERS_PER_EDIT = 10, 5
"""Letters from which two words of one origin are known by most of them, and for how many of them one may differ."""

USUAL = 0.2
"""Weight from which a dictionary's word is usual enough to be recognised by its beginning alone."""

COST = {SAME: 0.0, FOLDED: 0.05, CASE: 0.1, RESPELT: 0.3, HISPANIC: 0.4, GLOSS: 0.5, FUZZY: 0.6, STEM: 0.8}


_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "ø": "oe"}
)
"""How copy without umlauts writes them: Mueller is no slip."""


class Wordbook(Protocol):
    """The dictionaries an alignment looks into; all words folded."""

    def glosses(self, word: str) -> Mapping[str, float]:
        """The Spanish words that an English word may come from, with weights 0..1."""

    def is_namesake(self, given: str, origin: str) -> bool:
        """Whether a Spanish given name stands for a foreign one: Juan for John, Juan for Jean."""

    def is_head_of_sense(self, word: str, origin: str) -> bool:
        """Whether an English word is what a Spanish one means, but for what a phrase says more narrowly."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One token of the span, the token of the name it came from, and how."""

    token: str
    origin: str
    relation: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A span wholly explained by a name. ``skipped`` counts tokens of the name that the span leaves out."""

    pairs: tuple[Pair, ...]
    skipped: int

    def count(self, relation: str) -> int:
        """How many tokens stand in a relation."""
        return sum(pair.relation == relation for pair in self.pairs)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The tokens that the translator changed beyond accents."""
        return tuple(pair for pair in self.pairs if pair.relation not in (SAME, FOLDED))

    @property
    def kept(self) -> tuple[Pair, ...]:
        """The tokens that passed through (accents aside)."""
        return tuple(pair for pair in self.pairs if pair.relation in (SAME, FOLDED))


def nearly(a: str, b: str) -> bool:
    """Whether two folded words are one slip of the decoder apart: 1 edit in four letters or more, 2 in eight.

    Names under four letters must match exactly (as in nomenklatura).
    """
    shorter = min(len(a), len(b))
    if shorter < 4 or a == b:
        return False
    allowed = 1 if shorter < 8 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def relate(token: str, origin: str, book: Wordbook, *, loosely: bool = False) -> str | None:
    """The relation of a token of the span to a token of a Spanish name, or None where they do not belong together.

    ``loosely`` lets a common beginning count: decoders break words off and inflect them ("Natio" for *Nación*).
    """
    if token == origin:
        return SAME
    a, b = fold(token), fold(origin)
    if a == b or a == fold(origin.translate(_GERMAN)):
        if token[:1].isupper() == origin[:1].isupper() or token.isupper():
            return FOLDED
        return CASE
    if book.is_namesake(token, origin):
        return HISPANIC
    if b in book.glosses(token) or book.is_head_of_sense(token, origin):
        return GLOSS
    if respelt(token, origin):
        return RESPELT
    if nearly(a, b):
        return FUZZY
    if loosely and (begin_alike(a, b, STEM_LETTERS) or _is_cousin(book.glosses(token), b) or _are_long_cousins(a, b)):
        return STEM
    return None


def _is_cousin(glosses: Mapping[str, float], origin: str) -> bool:
    """Whether a usual translation of a token begins as the origin does, by a letter more than the token must."""
    return any(begin_alike(word, origin, STEM_LETTERS + 1) for word, weight in glosses.items() if weight >= USUAL)


def _are_long_cousins(a: str, b: str) -> bool:
    """Whether two long words are one, as each language spells it: "telecommunications", *telecomunicaciones*."""
    shorter = min(len(a), len(b))
    if shorter < LONG_LETTERS or a[0] != b[0]:
        return False
    allowed = shorter // LETTERS_PER_EDIT
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def begin_alike(a: str, b: str, least: int) -> bool:
    """Whether two words have half of the shorter one in common, from the beginning, and ``least`` letters."""
    shorter = min(len(a), len(b))
    letters = max(least, (shorter + 1) // 2)
    return shorter > least and a[:letters] == b[:letters]


def align(words: Sequence[str], name: Sequence[str], book: Wordbook, *, ordered: bool = True) -> Alignment | None:
    """Line a span's words up with a name's so that every word of the span has an origin; None where one has none.

    ``ordered`` keeps the order (people); otherwise words may have moved (organisations: "Cadena UNO", "UNO Chain").
    Tokens of the name may be left over (a middle name, a second surname). The cheapest alignment is returned.
    """
    if not words or len(words) > len(name) + 1:
        return None
    return _in_order(words, name, book) if ordered else _in_any_order(words, name, book)


def _in_order(words: Sequence[str], name: Sequence[str], book: Wordbook) -> Alignment | None:
    best: list[tuple[float, tuple[Pair, ...]] | None] = [(0.0, ())] + [None] * len(words)
    for origin in name:
        # From the right, so that one token of the name explains one word only.
        for index in range(len(words), 0, -1):
            before = best[index - 1]
            if before is None:
                continue
            relation = relate(words[index - 1], origin, book)
            if relation is None:
                continue
            cost = before[0] + COST[relation]
            here = best[index]
            if here is None or cost < here[0]:
                best[index] = (cost, (*before[1], Pair(words[index - 1], origin, relation)))
    done = best[len(words)]
    return Alignment(done[1], len(name) - len(words)) if done else None


def _in_any_order(words: Sequence[str], name: Sequence[str], book: Wordbook) -> Alignment | None:
    left = list(name)
    pairs: list[Pair] = []
    for word in words:
        options = [
            (COST[relation], origin, relation)
            for origin in left
            if (relation := relate(word, origin, book, loosely=True))
        ]
        if not options:
            return None
        _, origin, relation = min(options)
        left.remove(origin)
        pairs.append(Pair(word, origin, relation))
    return Alignment(tuple(pairs), len(left))
