"""Joining what several sources say of one entity.

Records with the same Wikidata item are one entity. A record without an item joins the entity of its kind that
has one of its names (folded) and the same country, a country on one side only, or the same office at
the same time; when several would do, the one with the same country, else none (a namesake must not be made up of two
people). Order of trust: :data:`mtqa.gazetteer.build.sources.ORDER`; the most trusted source
gives the preferred names, all others add aliases and tenures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Tenure


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


@dataclass
class MergeReport:
    """How many records of each source came in, joined another, or were kept apart, and why."""

    read: Counter[str] = field(default_factory=Counter)
    merged: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)


def merge(records: Iterable[Record], settled: Iterable[Record] = ()) -> tuple[list[Cluster], MergeReport]:
    """Clusters in the order of their first record, and a report.

    ``settled`` records come first, each a cluster of its own that others may join: entities of an earlier merge.
    """
    merger = _Merger()
    for record in settled:
        merger.settle(record)
    for record in records:
        merger.add(record)
    return merger.clusters, merger.report


class _Merger:
    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.report = MergeReport()
        self._by_qid: dict[str, int] = {}
        self._by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[tuple[int, Tenure]]] = defaultdict(list)

    def add(self, record: Record) -> None:
        self.report.read[record.source] += 1
        target, how = self._find(record)
        if target is None:
            target = len(self.clusters)
            self.clusters.append(Cluster([record]))
            if how:
                self.report.apart[record.source, how] += 1
        else:
            self.clusters[target].records.append(record)
            self.report.merged[record.source, how] += 1
        self._index(record, target)

    def settle(self, record: Record) -> None:
        """Take a record as a cluster of its own."""
        self.report.read[record.source] += 1
        self.clusters.append(Cluster([record]))
        self._index(record, len(self.clusters) - 1)

    def _index(self, record: Record, target: int) -> None:
        if record.qid:
            self._by_qid.setdefault(record.qid, target)
        for key in {_key(name.text) for name in record.names if name.role != "acronym"}:
            numbers = self._by_name[_group(record.kind), key]
            if target not in numbers:
                numbers.append(target)
        for tenure in record.tenures:
            self._by_office[tenure.office, tenure.country].append((target, tenure))

    def _find(self, record: Record) -> tuple[int | None, str]:
        if record.qid and record.qid in self._by_qid:
            return self._by_qid[record.qid], "item"
        keys = {_key(name.text) for name in record.names if name.role == "preferred"}
        if record.kind == "person" and all(" " not in key for key in keys):
            # "Pelé", "Ronaldo": a single name is shared by too many.
            keys = {key for key in keys if record.tenures}
        numbers = dict.fromkeys(n for key in sorted(keys) for n in self._by_name.get((_group(record.kind), key), ()))
        fitting = [n for n in numbers if not (record.qid and self.clusters[n].qid)]
        sure = [n for n in fitting if self._same_country(record, n) or self._same_office(record, n)]
        if sure:
            return sure[0], "name and country or office"
        loose = [n for n in fitting if not record.country or not self.clusters[n].countries]
        if len(loose) == 1 and len(numbers) == 1 and not record.distinct:
            return loose[0], "name"
        if (target := self._same_term(record)) is not None:
            return target, "office and start"
        return None, "namesake" if numbers else ""

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
        """The holder of the same office from about the same day under a similar name: another romanisation."""
        from rapidfuzz import fuzz

        if record.kind != "person":
            return None
        name = fold(record.names[0].text)
        for tenure in record.tenures:
            for number, other in self._by_office.get((tenure.office, tenure.country), ()):
                if record.qid and self.clusters[number].qid:
                    continue
                theirs = [fold(item.text) for item in self.clusters[number].records[0].names]
                if _near(tenure, other) and max(fuzz.token_sort_ratio(name, text) for text in theirs) >= 55:
                    return number
        return None


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


def _group(kind: str) -> str:
    """Kinds whose records may be one entity: a broadcaster in one table is a brand in another."""
    return kind if kind in ("person", "place", "work", "event", "term") else "body"


def _near(one: Tenure, other: Tenure) -> bool:
    if not one.start or not other.start:
        return False
    (first, last), (other_first, other_last) = start_range(one.start), start_range(other.start)
    apart = max((other_first - last).days, (first - other_last).days)
    return apart <= 62 and _overlap(one, other)


def _overlap(one: Tenure, other: Tenure) -> bool:
    def span(tenure: Tenure) -> tuple[date, date]:
        return start_range(tenure.start)[0], end_range(tenure.end)[1]

    (start, end), (other_start, other_end) = span(one), span(other)
    return start <= other_end and other_start <= end
