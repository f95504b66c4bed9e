"""Pairs that a model learns to undo literal translation from, and pairs it learns to copy names from."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mtqa.translation.training import templates
from mtqa.translation.training.names import Entry, Pair, SpanishNames

Literal = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True)
class NameStock:
    """Everything that fills slots: English and Spanish forms side by side."""

    people: Sequence[Pair]
    organisations: Sequence[Pair]
    places: Sequence[Pair]
    countries: Sequence[Pair]
    demonyms: Sequence[Pair]


def fillers(rng: random.Random, stock: NameStock) -> dict[str, Pair]:
    """A random filler for every slot of the templates."""
    year, number = str(rng.randint(1950, 2025)), str(rng.randint(2, 99))
    place = rng.choice(stock.places) if rng.random() < 0.6 else rng.choice(stock.countries)
    return {
        "P": rng.choice(stock.people),
        "Q": rng.choice(stock.people),
        "O": rng.choice(stock.organisations),
        "L": place,
        "C": rng.choice(stock.countries),
        "D": rng.choice(stock.demonyms),
        "Y": (year, year),
        "N": (number, number),
    }


def sentences(rng: random.Random, stock: NameStock, people: int, organisations: int) -> Iterator[Pair]:
    """Newswire sentences with names as each language writes them."""
    for about, count in (("person", people), ("organisation", organisations)):
        for _ in range(count):
            yield templates.sentence(rng, fillers(rng, stock), about)


def composed_names(rng: random.Random, names: SpanishNames, count: int) -> list[str]:
    """Spanish names with a surname that is a common word ("given + word surname (+ surname)")."""
    made = []
    for _ in range(count):
        given = rng.choice(names.given)
        if rng.random() < 0.15:
            given += " " + rng.choice(names.given)
        parts = [given, rng.choice(names.word_surnames)]
        if rng.random() < 0.35:
            parts.insert(rng.choice((1, 2)), rng.choice(names.surnames + names.word_surnames))
        made.append(" ".join(parts))
    return made


class Glosses:
    """English words for a Spanish word, to translate a name token by token as machines do."""

    def __init__(self, dictionary: Sequence[Entry]) -> None:
        self._of: dict[str, list[str]] = {}
        for en, es, _ in dictionary:
            en = en.removeprefix("to ").removeprefix("the ")
            if es.islower() and " " not in es and en.islower() and en.count(" ") == 0:
                self._of.setdefault(es, []).append(en)

    def literal(self, rng: random.Random, name: str) -> str:
        """The name with one or more of its word tokens put into English; unchanged when none is a word."""
        tokens = name.split()
        at = [i for i, token in enumerate(tokens) if i and token[:1].isupper() and self._of.get(token.lower())]
        for i in at if rng.random() < 0.5 else at[:1]:
            tokens[i] = rng.choice(self._of[tokens[i].lower()]).capitalize()
        return " ".join(tokens)


def literal_names(spanish: Sequence[str], literal: Literal, glosses: Glosses, rng: random.Random) -> list[Pair]:
    """(literal English, Spanish) of the names that a machine changes, by rules and by dictionary."""
    pairs: dict[Pair, None] = {}
    for name, english in zip(spanish, literal(spanish)):
        for candidate in (english, glosses.literal(rng, name)):
            if candidate.casefold() != name.casefold() and candidate:
                pairs[_like(name, candidate), name] = None
    return list(pairs)


def _like(name: str, english: str) -> str:
    """Capitals on an English name whose Spanish has them on every content word."""
    if name.istitle() or sum(word[:1].isupper() for word in name.split()) > 1:
        words = [
            w if w in ("of", "the", "and", "in", "to", "for", "by") and i else w[:1].upper() + w[1:]
            for i, w in enumerate(english.split())
        ]
        return " ".join(words)
    return english
