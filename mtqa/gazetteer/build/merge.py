"""Joining what several sources say of one entity.

Records with the same Wikidata item are one entity; a record without an item has that of the only item that has its
name and held its office at the same time. Any other record without an item joins the entity of its kind that

1. has one of its names (folded) and the same country, or held the same office, unless the dates of their offices lie
   further apart than one career; when several would do, the first, which the most trusted source has;
2. has one of its names and is alone to have it, where a country is known on one side only (a namesake must not be made
   up of two people);
3. held the same office at the same time under a similar name: another romanisation.

Order of trust: :data:`mtqa.gazetteer.build.sources.ORDER`; the most trusted source gives the preferred names, all
others add aliases and offices. Which of two sources is right on who held an office: :mod:`mtqa.gazetteer.build.terms`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Tenure

ITEM = "another Wikidata item"
KIND = "a club and a body of its name"
COUNTRY = "a namesake of another country"
TIME = "a namesake of another time"
SEVERAL = "a name that several have, and no country on one side"
MARKED = "a title that tells namesakes apart"
"""Why a record is kept apart from an entity with its name."""
_CAREER = 45
"""Years between two offices of one person at most."""
_SIMILAR, _WORD = 55.0, 4
"""token_sort_ratio and letters of a shared word from which two holders of one term are the same person."""


@dataclass(slots=True)
class Cluster:
    """The records that make up one entity, the most trusted first."""

    records: list[Record]

    @property
    def qid(self) -> str:
        """The Wikidata item, "" when no record has one."""
        return next((record.qid for record in self.records if record.qid), "")

    @property
    def countries(self) -> set[str]:
        """All countries that records name."""
        return {record.country for record in self.records if record.country}


class Decision(NamedTuple):
    """A record that joined an entity, or was kept apart from one that has its name: which, why, and the other row."""

    source: str
    row: str
    name: str
    joined: bool
    how: str
    other: str


@dataclass
class MergeReport:
    """How many records of each source came in, joined another, or were kept apart, and why.

    ``decisions`` lists them one by one where that was asked for.
    """

    read: Counter[str] = field(default_factory=Counter)
    merged: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)
    decisions: list[Decision] = field(default_factory=list)


def merge(
    records: Iterable[Record], settled: Iterable[Record] = (), listed: bool = False
) -> tuple[list[Cluster], MergeReport]:
    """Clusters in the order of their first record, and a report, with every decision when it is to be ``listed``.

    ``settled`` records come first, each a cluster of its own that others may join: entities of an earlier merge.
    """
    settled, records = list(settled), list(records)
    merger = _Merger(listed, _items(chain(settled, records)))
    for record in settled:
        merger.settle(record)
    for record in records:
        merger.add(record)
    return merger.clusters, merger.report


_Holding = tuple[str, str, str]
"""A folded name, an office and its place."""


class _Merger:
    def __init__(self, listed: bool, items: Mapping[_Holding, list[tuple[Tenure, str]]]) -> None:
        self._listed, self._items = listed, items
        self.clusters: list[Cluster] = []
        self.report = MergeReport()
        self._by_qid: dict[str, int] = {}
        self._item_of: dict[int, str] = {}
        self._by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[tuple[int, Tenure]]] = defaultdict(list)

    def add(self, record: Record) -> None:
        self.report.read[record.source] += 1
        target, how, namesake = self._find(record)
        if target is None:
            target = len(self.clusters)
            self.clusters.append(Cluster([record]))
            if how:
                self.report.apart[record.source, how] += 1
                self._list(record, False, how, namesake)
        else:
            self._list(record, True, how, target)
            self.clusters[target].records.append(record)
            self.report.merged[record.source, how] += 1
        self._index(record, target)

    def _list(self, record: Record, joined: bool, how: str, other: int) -> None:
        if self._listed:
            of = self.clusters[other].records[0].origin
            self.report.decisions.append(Decision(record.source, record.row, record.names[0].text, joined, how, of))

    def settle(self, record: Record) -> None:
        """Take a record as a cluster of its own."""
        self.report.read[record.source] += 1
        self.clusters.append(Cluster([record]))
        self._index(record, len(self.clusters) - 1)

    def _index(self, record: Record, target: int) -> None:
        if item := self._item(record):
            self._by_qid.setdefault(item, target)
            self._item_of.setdefault(target, item)
        for key in {_key(name.text) for name in record.names if name.role != "acronym"}:
            numbers = self._by_name[_group(record.kind), key]
            if target not in numbers:
                numbers.append(target)
        for tenure in record.tenures:
            self._by_office[tenure.office, tenure.country].append((target, tenure))

    def _find(self, record: Record) -> tuple[int | None, str, int]:
        """The cluster that a record joins, None where it is one of its own; why; the cluster that it is kept from."""
        item = self._item(record)
        if item and item in self._by_qid:
            return self._by_qid[item], "item", 0
        keys = {_key(name.text) for name in record.names if name.role == "preferred"}
        if record.kind == "person" and all(" " not in key for key in keys):
            # "Pelé", "Ronaldo": a single name is shared by too many.
            keys = {key for key in keys if record.tenures}
        numbers = dict.fromkeys(n for key in sorted(keys) for n in self._by_name.get((_group(record.kind), key), ()))
        kindred = [n for n in numbers if not self._is_of_another_kind(record, n)]
        fitting = [n for n in kindred if not (item and n in self._item_of)]
        timely = [n for n in fitting if self._one_career(record, n)]
        sure = [n for n in timely if self._same_country(record, n) or self._same_office(record, n)]
        if sure:
            return sure[0], "name and country or office", 0
        loose = [n for n in timely if not record.country or not self.clusters[n].countries]
        # Bodies of no country on either side are international ones, whose names are theirs alone.
        bodies = bool(loose) and _group(record.kind) == "body"
        world = bodies and not (record.country or self.clusters[loose[0]].countries)
        if world or (len(loose) == 1 and len(numbers) == 1 and not record.distinct):
            return loose[0], "name", 0
        if (target := self._same_term(record)) is not None:
            return target, "office and start", 0
        if not numbers:
            return None, "", 0
        reason = (
            KIND if not kindred else ITEM if not fitting else TIME if not timely
            else SEVERAL if loose and len(numbers) > 1 else MARKED if loose else COUNTRY
        )  # fmt: skip
        return None, reason, next(iter(numbers))

    def _is_of_another_kind(self, record: Record, number: int) -> bool:
        """Whether one is a football club and the other some other body: clubs are called after schools and banks."""
        return record.kind != "person" and _is_club(record) != any(map(_is_club, self.clusters[number].records))

    def _one_career(self, record: Record, number: int) -> bool:
        """Whether the offices of a record and of a cluster can be those of one person."""
        spans = [_years(record.tenures), _years(t for other in self.clusters[number].records for t in other.tenures)]
        if record.kind != "person" or not all(spans):
            return True
        (start, end), (other_start, other_end) = (span for span in spans if span)
        return max(other_start - end, start - other_end) <= _CAREER

    def _item(self, record: Record) -> str:
        """The item of a record: its own, else the only one that held its office at the same time under its name."""
        if record.qid:
            return record.qid
        found = {
            item
            for tenure in record.tenures
            for name in record.names
            for other, item in self._items.get((fold(name.text), tenure.office, tenure.country), ())
            if _overlap(tenure, other)
        }
        return found.pop() if len(found) == 1 else ""

    def _same_country(self, record: Record, number: int) -> bool:
        return bool(record.country) and record.country in self.clusters[number].countries

    def _same_office(self, record: Record, number: int) -> bool:
        own = {(tenure.office, tenure.country) for tenure in record.tenures}
        return any(
            (tenure.office, tenure.country) in own
            for other in self.clusters[number].records
            for tenure in other.tenures
        )

    def _same_term(self, record: Record) -> int | None:
        """The holder of the same office from about the same day, or on the one day that the record knows of, under a
        similar name: another romanisation."""
        if record.kind != "person":
            return None
        name = fold(record.names[0].text)
        item = self._item(record)
        for tenure in record.tenures:
            for number, other in self._by_office.get((tenure.office, tenure.country), ()):
                if not _near(tenure, other) or (item and number in self._item_of):
                    continue
                if any(_alike(name, fold(form.text)) for form in self.clusters[number].records[0].names):
                    return number
        return None


def _items(records: Iterable[Record]) -> dict[_Holding, list[tuple[Tenure, str]]]:
    """The tenures of all items, by what other tables tell them by."""
    found: dict[_Holding, list[tuple[Tenure, str]]] = defaultdict(list)
    for record in records:
        for tenure in record.tenures if record.qid else ():
            for name in record.names:
                found[fold(name.text), tenure.office, tenure.country].append((tenure, record.qid))
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two folded names of holders of one term may be one person's: alike as a whole, or sharing a word."""
    from rapidfuzz import fuzz

    shared = {word for word in one.split() if len(word) >= _WORD} & set(other.split())
    return bool(shared) or fuzz.token_sort_ratio(one, other) >= _SIMILAR


def _key(text: str) -> str:
    """The fold key with one spelling of words that British and American English write differently."""
    key = fold(text)
    for british, american in (
        ("isation", "ization"),
        ("defence", "defense"),
        ("labour", "labor"),
        ("centre", "center"),
    ):
        key = key.replace(british, american)
    return key


def _is_club(record: Record) -> bool:
    """Whether a table has a football club there."""
    return "football" in record.subkind and "federation" not in record.subkind


def _group(kind: str) -> str:
    """Kinds whose records may be one entity: a broadcaster in one table is a brand in another."""
    return "body" if kind in ("organisation", "media", "party") else kind


def _years(tenures: Iterable[Tenure]) -> tuple[int, int] | None:
    """The first and the last year of any office; None where no date is known."""
    held = [int(text[:4]) for tenure in tenures for text in (tenure.start, tenure.end) if text[:4].isdigit()]
    return (min(held), max(held)) if held else None


def _near(one: Tenure, other: Tenure) -> bool:
    if not one.start or not other.start:
        return False
    if one.start == one.end or other.start == other.end:
        return _overlap(one, other)
    (first, last), (other_first, other_last) = start_range(one.start), start_range(other.start)
    apart = max((other_first - last).days, (first - other_last).days)
    return apart <= 62 and _overlap(one, other)


def _overlap(one: Tenure, other: Tenure) -> bool:
    def span(tenure: Tenure) -> tuple[date, date]:
        return start_range(tenure.start)[0], end_range(tenure.end)[1]

    (start, end), (other_start, other_end) = span(one), span(other)
    return start <= other_end and other_start <= end
