"""Facts of words: how common they are in English and Spanish, whether they are names, what they translate to."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property

import marisa_trie

from mtqa.gazetteer.codec import Rows, map_trie, read_varints
from mtqa.gazetteer.container import Container
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.inflection import english_lemmas, spanish_lemmas
from mtqa.gazetteer.model import WordFacts

RECORD = 5
"""Bytes per word: Zipf frequency in English and in Spanish (times 25), bearers as given name and as surname
(eight times the binary logarithm), flags."""
LEMMA_ES = 1
_NOTHING = WordFacts()


def bearers_to_byte(count: int) -> int:
    """A number of bearers on the scale that words are stored with."""
    return min(255, round(8 * math.log2(count + 1)))


def byte_to_bearers(value: int) -> int:
    """The rough number of bearers that a stored byte stands for."""
    return round(2 ** (value / 8)) - 1


class Words:
    """Word facts and both dictionaries, over the mapped file."""

    def __init__(self, container: Container) -> None:
        self._container = container

    @cached_property
    def _facts(self) -> memoryview:
        return self._container.section("word-facts")

    @cached_property
    def _trie(self) -> marisa_trie.Trie:
        return map_trie(self._container.section("words"))

    def facts(self, token: str) -> WordFacts:
        """What is known of ``token``, whatever its case.

        Frequencies are those of the spelling given ("más" is not "mas"), or of the folded one when the
        spelling is unknown; numbers of bearers are those of the folded spelling, as registers drop accents.
        """
        lower, folded = token.lower(), fold(token)
        exact, plain = self._record(lower), self._record(folded) if folded != lower else None
        first = exact or plain
        if first is None:
            return _NOTHING
        given = max(record[2] for record in (exact, plain) if record)
        surname = max(record[3] for record in (exact, plain) if record)
        return WordFacts(
            first[0] / 25, first[1] / 25, byte_to_bearers(given), byte_to_bearers(surname), bool(first[4] & LEMMA_ES)
        )

    def _record(self, key: str) -> bytes | None:
        number = self._trie.get(key)
        return None if number is None else bytes(self._facts[number * RECORD : (number + 1) * RECORD])

    def glosses(self, word: str) -> list[tuple[str, float]]:
        """Spanish words that the English ``word`` or phrase may come from, best first, weights 0..1."""
        return self._translations("glosses", word, english_lemmas)

    def senses(self, word: str) -> list[tuple[str, float]]:
        """English words that the Spanish ``word`` or phrase may become, best first, weights 0..1."""
        return self._translations("senses", word, spanish_lemmas)

    def _translations(self, section: str, word: str, lemmas: Callable[[str], list[str]]) -> list[tuple[str, float]]:
        found: dict[str, float] = {}
        lower = " ".join(word.lower().split())
        for discount, form in enumerate([lower, *lemmas(lower)]):
            for text, weight in self.entry(section, form):
                found[text] = max(found.get(text, 0.0), weight * (1.0 if discount == 0 else 0.8))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def _dictionaries(self) -> tuple[marisa_trie.Trie, dict[str, Rows]]:
        section = self._container.section
        texts = map_trie(section("dictionary-texts"))
        return texts, {name: Rows(section(name)) for name in ("glosses", "senses")}

    def entry(self, name: str, form: str) -> list[tuple[str, float]]:
        """What a dictionary ("glosses" or "senses") has for a form as it stands, best first."""
        texts, tables = self._dictionaries
        number = texts.get(form)
        if number is None:
            return []
        values = read_varints(tables[name][number])
        return [(texts.restore_key(key), weight / 100) for key, weight in zip(values[::2], values[1::2])]
