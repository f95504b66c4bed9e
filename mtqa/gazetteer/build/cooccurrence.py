"""How often the words of a dictionary pair stand in the two sides of translated sentences.

A dictionary lists "radio" as "radium" and "radius" beside "radio"; sentence pairs say which of them a
translator writes. Counts are of sentences; a word that explains several senses is shared among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mtqa.gazetteer.inflection import english_lemmas, spanish_lemmas

CORPORA = (
    "tatoeba_manythings", "europarl_cs124", "globalvoices_via_aymara", "mintaka_es", "ud_pud", "xquad",
    "mt_geneval",
)  # fmt: skip
"""Folders of sentence pairs on everyday and news subjects."""
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_LONGEST = 40


@dataclass
class Counts:
    """Sentences that hold a Spanish word, an English word, or both of a pair."""

    spanish: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)


def count(folder: Path, senses: Mapping[str, set[str]]) -> Counts:
    """Counts over the corpora under ``folder`` for the dictionary ``senses`` (Spanish → English); inflected forms
    count for their dictionary form."""
    spanish_keys = _forms(spanish_lemmas, frozenset(senses))
    english_words = frozenset(word for words in senses.values() for word in words)
    english_keys = _forms(english_lemmas, english_words)
    counts = Counts()
    for english, spanish in _sentences(folder):
        there = {key for word in english for key in english_keys(word)}
        counts.english.update(there)
        for key in {key for word in spanish for key in spanish_keys(word)}:
            counts.spanish[key] += 1
            for sense in senses[key] & there:
                counts.pairs[key, sense] += 1
    return counts


def _forms(lemmas: Callable[[str], list[str]], known: frozenset[str]) -> Callable[[str], tuple[str, ...]]:
    @cache
    def keys(word: str) -> tuple[str, ...]:
        return tuple(form for form in dict.fromkeys([word, *lemmas(word)]) if form in known)

    return keys


def _sentences(folder: Path) -> Iterator[tuple[set[str], set[str]]]:
    for corpus in CORPORA:
        paths = (folder / corpus / "train.en", folder / corpus / "train.es")
        if not all(path.is_file() for path in paths):
            continue
        with paths[0].open(encoding="utf-8") as english, paths[1].open(encoding="utf-8") as spanish:
            for one, other in zip(english, spanish):
                words, others = _WORD.findall(one.lower()), _WORD.findall(other.lower())
                if len(words) <= _LONGEST and len(others) <= _LONGEST:
                    yield set(words), set(others)
