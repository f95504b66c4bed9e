"""From what a scan kept to the records of a source, as the tables give them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Record, clean, is_latin, paired, undisambiguated
from mtqa.gazetteer.build.sources.every_politician import person_names
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.build.wikidata.classes import Classes, kind_of
from mtqa.gazetteer.build.wikidata.item import HUMAN
from mtqa.gazetteer.build.wikidata.scan import State, read_parts
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Name, Tenure
from mtqa.gazetteer.offices import normalise_office

SOURCE = "wikidata"
_SPANISH_CODES = frozenset("ES MX AR CO CL PE VE EC BO PY UY CR PA NI HN SV GT DO CU PR GQ".split())
_MOST_LINKS = 250
"""Wikipedias with an article from which something is as prominent as can be."""
_OLDEST = "1990"
_BODIES = ("organisation", "media", "party")


@dataclass
class _Office:
    """An office as its own item has it: its title, and where it applies."""

    title: str
    places: list[int] = field(default_factory=list)


class Lookup:
    """What records need to know of other items: kinds of classes, codes of countries, offices, names of bodies."""

    def __init__(self, work: Path, state: State) -> None:
        held = {office[0] for item in read_parts(work, "items", state) for office in item.get("o", ())}
        of = {office[3] for item in read_parts(work, "items", state) for office in item.get("o", ())}
        links: list[tuple[int, int]] = []
        self.codes: dict[int, str] = {}
        self.offices: dict[int, _Office] = {}
        for thing in read_parts(work, "classes", state):
            number = thing["q"]
            links += [(number, parent) for parent in thing.get("u", ())]
            if "i" in thing:
                self.codes[number] = thing["i"]
            if number in held and (title := _label(thing["l"], "en")):
                self.offices[number] = _Office(title, thing.get("n", []))
                of.update(thing.get("n", ()))
        self.kinds = Classes(links).kinds()
        self.bodies: dict[int, str] = {}
        """English names of bodies that offices are of."""
        for item in read_parts(work, "items", state):
            number = item["q"]
            if number in held and number not in self.offices and (title := _label(item["l"], "en")):
                self.offices[number] = _Office(title, item.get("n", []))
            if number in of and number not in self.codes and (name := _label(item["l"], "en")):
                self.bodies[number] = name


@dataclass
class Refused:
    """How many kept items became no record, by reason."""

    reasons: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str) -> None:
        """Count one."""
        self.reasons[reason] = self.reasons.get(reason, 0) + 1


def records(work: Path, state: State, refused: Refused, most: int = 0) -> Iterator[Record]:
    """One record an item that is a person, body, work, place or event with a name in Latin letters.

    With ``most``, the items of most Wikipedias and no more than that: a join holds them all in memory. Of items with as
    many Wikipedias as the last of them, those that come first in the dump are taken.
    """
    lookup = Lookup(work, state)
    least, left = _least(work, state, most) if most else (0, 0)
    for item in read_parts(work, "items", state):
        if item["s"] <= least and most:
            if item["s"] < least or left == 0:
                refused.add(f"not among the {most:,} items of most Wikipedias (--most)")
                continue
            left -= 1
        record = _person(item, lookup) if HUMAN in item["c"] else _thing(item, lookup, refused)
        if record is not None and record.names:
            yield record
        elif record is not None:
            refused.add("no name in Latin letters")


def _least(work: Path, state: State, most: int) -> tuple[int, int]:
    """The number of Wikipedias of the last item that is among the ``most``, and how many with that number are."""
    counts = Counter(item["s"] for item in read_parts(work, "items", state))
    left = most
    for links in sorted(counts, reverse=True):
        if counts[links] > left:
            return links, left
        left -= counts[links]
    return -1, 0


def weight_of(links: int) -> float:
    """Prominence by Wikipedias with an article, on a logarithmic scale: 2 → 0.16, 12 → 0.37, 60 → 0.60, 250 → 0.8."""
    return round(0.8 * min(1.0, math.log1p(links) / math.log1p(_MOST_LINKS)), 3)


def _person(item: dict[str, Any], lookup: Lookup) -> Record:
    english, spanish = (person_names(_label(item["l"], lang) or "") for lang in ("en", "es"))
    names: list[Name] = []
    if english or spanish:
        names = paired((english or spanish)[0].text, (spanish or english)[0].text)
        names += [Name(name.text, "mul", "alias") for name in english[1:]]
    for lang, texts in item.get("a", {}).items():
        for text in texts:
            alias = clean(text)
            if is_latin(alias) and " " in alias and "," not in alias and not any(map(str.isdigit, alias)):
                names.append(Name(alias, lang, "alias"))
    tenures = [tenure for office in item.get("o", ()) for tenure in _tenures(office, lookup)]
    subkind = "office holder" if tenures else "person"
    number = f"Q{item['q']}"
    tenures = [replace(tenure, row=number) for tenure in tenures]
    return Record(
        SOURCE, "person", _distinct(names), subkind, _country(item, lookup), number, tenures=tenures,
        weight=weight_of(item["s"]), row=number,
    )  # fmt: skip


def _tenures(office: list[Any], lookup: Lookup) -> Iterator[Tenure]:
    number, start, end, of = office
    known = lookup.offices.get(number)
    if known is None or (not start and not end) or (end and end < _OLDEST):
        return
    country = next((lookup.codes[place] for place in (of, *known.places) if place in lookup.codes), "")
    place = country or next((lookup.bodies[item] for item in (of, *known.places) if item in lookup.bodies), "")
    title = undisambiguated(known.title)
    if not place:
        # "President of the Harbour Board": the body is in the title alone.
        head, found, body = title.partition(" of ")
        body = body.removeprefix("the ")
        if not found or not body[:1].isupper() or normalise_office(head) is None:
            return
        title, place = head, body
    if not country:
        title = _without(title, place)
    if start and end and end[: len(start)] < start[: len(end)]:
        return
    for key in keys_of(title, country):
        yield Tenure(key, place, start, end, SOURCE)


def _without(title: str, body: str) -> str:
    """A title without the body that it names: "Director of the Harbour Board" → "Director"."""
    head, found, tail = title.partition(" of ")
    return head if found and fold(tail).removeprefix("the ") == fold(body).removeprefix("the ") else title


def _thing(item: dict[str, Any], lookup: Lookup, refused: Refused) -> Record | None:
    found = kind_of(item, lookup.kinds)
    if found is None:
        refused.add("no kind that the gazetteer has")
        return None
    kind, subkind = found
    country = _country(item, lookup)
    english, spanish = (undisambiguated(_label(item["l"], lang) or "") for lang in ("en", "es"))
    english, spanish = (text if is_latin(text) else "" for text in (english, spanish))
    names = paired(english, spanish) if english or spanish else []
    for text, lang in item.get("k", ()):
        short = clean(text)
        if is_latin(short) and len(short) > 1:
            names.append(Name(short, lang, "acronym" if _is_acronym(short) else "alias"))
    for lang, texts in item.get("a", {}).items():
        for text in texts:
            alias = clean(text)
            if is_latin(alias) and len(alias) > 1:
                acronym = kind in _BODIES and _is_acronym(alias)
                names.append(Name(alias, lang, "acronym" if acronym else "alias"))
    # Where English and Spanish say the same, English keeps the name: "La Vanguardia", but not "UNESCO" from nowhere.
    kept = bool(english) and english == spanish and country in _SPANISH_CODES and kind != "place"
    return Record(
        SOURCE, kind, _distinct(names) if english or spanish else [], subkind, country, f"Q{item['q']}",
        keep_original=kept, weight=weight_of(item["s"]), row=f"Q{item['q']}",
    )  # fmt: skip


def _label(labels: Mapping[str, str], lang: str) -> str:
    return labels.get(lang) or labels.get("mul") or ""


def _country(item: dict[str, Any], lookup: Lookup) -> str:
    if item["q"] in lookup.codes:
        return lookup.codes[item["q"]]
    codes = dict.fromkeys(lookup.codes[number] for number in item.get("n", ()) if number in lookup.codes)
    return next(iter(codes), "")


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isupper() and text.isalpha()


def _distinct(names: list[Name]) -> list[Name]:
    found: dict[tuple[str, str], Name] = {}
    for name in names:
        found.setdefault((name.text, name.lang), name)
    return list(found.values())
