"""Stories to be translated: a country, a day, and names of the gazetteer that fit both."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mtqa.bench.making.sentences import CONTEXT, HOLDER, OF_KIND, OFFICES, PERSON, contracted
from mtqa.detection.article import SPANISH_SPEAKING
from mtqa.gazetteer import Entity
from mtqa.gazetteer.lookup import LookUp

FIRST, LAST = date(2009, 1, 1), date(2022, 12, 31)
KNOWN = 0.3
"""Prominence from which an entity may be in the news."""
MOST_HOLDERS, MOST_OF_KIND, MOST_OTHERS = 4, 3, 4


@dataclass(frozen=True)
class Line:
    """A Spanish sentence and the entity that it names, None in a sentence about the country alone.

    ``reference`` is the sentence in the English of a person, "" where there is none.
    """

    spanish: str
    name: str
    entity: Entity | None
    reference: str = ""


@dataclass(frozen=True)
class Story:
    """The lines of one story, its country (ISO code, "" for none) and its day, where they are known."""

    country: str
    day: date | None
    lines: tuple[Line, ...]


class Stock:
    """The gazetteer's entities that may be in the news, by country and kind."""

    def __init__(self, gazetteer: LookUp, entities: Iterable[Entity]) -> None:
        self._gazetteer = gazetteer
        self._of: dict[str, dict[str, list[Entity]]] = {}
        self._holders: dict[str, list[Entity]] = {}
        self._anywhere: list[Entity] = []
        for entity in entities:
            if entity.prominence < KNOWN or entity.kind not in OF_KIND or not _plain(entity):
                continue
            for country in {t.country for t in entity.tenures if t.office in OFFICES and len(t.country) == 2}:
                self._holders.setdefault(country, []).append(entity)
            self._of.setdefault(entity.country, {}).setdefault(entity.kind, []).append(entity)
            if entity.kind == "organisation" and entity.subkind == "intl_org":
                self._anywhere.append(entity)
        self.countries = sorted(country for country in self._of if len(country) == 2 and self._name(country))

    def _name(self, country: str) -> str:
        return self._gazetteer.country_name(country, "es")

    def story(self, rng: random.Random) -> Story:
        """A story of a random country, every other time one where Spanish is spoken, and a random day."""
        spanish = sorted(SPANISH_SPEAKING & set(self.countries))
        country = rng.choice(spanish if spanish and rng.random() < 0.5 else self.countries)
        day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
        lines = [Line(contracted(rng.choice(CONTEXT).format(self._name(country))), "", None) for _ in range(2)]
        lines += self._offices(rng, country, day)
        there = self._of.get(country, {})
        for kind in sorted(OF_KIND):
            found = there.get(kind, [])
            for entity in rng.sample(found, min(len(found), rng.randint(1, MOST_OF_KIND))):
                lines.append(_line(rng, OF_KIND[kind], entity))
        others = rng.sample(self._anywhere, min(len(self._anywhere), rng.randint(1, MOST_OTHERS)))
        lines += [_line(rng, OF_KIND[entity.kind], entity) for entity in others]
        rng.shuffle(lines)
        return Story(country, day, tuple(lines))

    def _offices(self, rng: random.Random, country: str, day: date) -> Iterator[Line]:
        """Who held an office on the day, with the office, and some people of the country without."""
        holding = []
        for entity in self._holders.get(country, ()):
            for tenure in entity.tenures:
                if tenure.country == country and tenure.office in OFFICES and _held(tenure.start, tenure.end, day):
                    holding.append((tenure.office, entity))
        for office, entity in rng.sample(holding, min(len(holding), MOST_HOLDERS)):
            said = OFFICES[office].format(self._name(country))
            spanish = rng.choice(HOLDER).format(entity.spanish, o=said)
            yield Line(contracted(spanish), entity.spanish, entity)
        former = [entity for entity in self._holders.get(country, ()) if all(entity is not e for _, e in holding)]
        for entity in rng.sample(former, min(len(former), 2)):
            yield _line(rng, PERSON, entity)


def _line(rng: random.Random, sentences: Sequence[str], entity: Entity) -> Line:
    name = entity.spanish
    acronyms = [n.text for n in entity.names if n.role == "acronym" and n.lang in ("es", "mul")]
    if entity.kind == "organisation" and acronyms and rng.random() < 0.5:
        name = f"{name} ({acronyms[0]})"
    return Line(contracted(rng.choice(sentences).format(name)), name, entity)


def _held(start: str, end: str, day: date) -> bool:
    """Whether a tenure surely takes in a day, its dates being of any precision."""
    said = day.isoformat()
    return bool(start) and start + "-12-31"[len(start) - 4 :] <= said and (not end or said < end)


def _plain(entity: Entity) -> bool:
    """Whether the Spanish name is one that can stand in a sentence: words with a capital first, no brackets."""
    name = entity.spanish
    words = name.replace("-", " ").replace("'", " ").split()
    long_enough = len(words) > 1 or entity.kind not in ("person", "work")
    return long_enough and len(words) <= 8 and name[:1].isupper() and all(w.replace(".", "").isalpha() for w in words)
