"""Reading all tables in the order of trust, and keeping account of what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.gazetteer.build import regional
from mtqa.gazetteer.build.dictionaries import SOURCES
from mtqa.gazetteer.build.entities import valid
from mtqa.gazetteer.build.record import Found, Record, Refused
from mtqa.gazetteer.build.sources import facts, modules

Progress = Callable[[str], None]
_BEFORE = "every_politician"
"""The source before which the records of a dump come in the order of trust."""
_OF_BABEL = "cldr"
_AT_HAND = frozenset({_OF_BABEL, facts.SOURCE})


@dataclass
class Reading:
    """The records of all tables, the most trusted first, and what was left out.

    ``trust`` gives a table's place in the order, ``until`` the month in which a table with offices ends.
    """

    records: list[Record] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    trust: dict[str, int] = field(default_factory=dict)
    until: dict[str, str] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    """Records and refused rows by table."""

    def take(self, found: Iterator[Found], table: str) -> int:
        """Sort what a module yields into records and refusals; how many records there were."""
        self.trust.setdefault(table, len(self.trust))
        before = len(self.records)
        for item in found:
            self.rows[item.source] += 1
            if isinstance(item, Refused):
                self.refused.append(item)
            elif not item.names or not item.names[0].text:
                self.refused.append(Refused(item.source, item.row, "a row without a name in Latin letters"))
            else:
                self.refused += refusals(item)
                item.tenures = [tenure for tenure in item.tenures if valid(tenure)]
                self.records.append(item)
        return len(self.records) - before


def read(
    sources: Path, dictionaries: Path | None, progress: Progress, wikidata: Sequence[Record], without: Collection[str],
    english: Mapping[str, float],
) -> Reading:  # fmt: skip
    """All tables under ``sources`` but those ``without``, and the demonyms of the dictionaries.

    ``english`` gives Zipf frequencies of words.
    """
    reading = Reading()
    for module in modules():
        if module.__name__.endswith(f".{_BEFORE}"):
            reading.take(iter(wikidata), "wikidata")
        folder = getattr(module, "FOLDER", sources / module.SOURCE)
        if module.SOURCE in without:
            continue
        if not folder.is_dir() and module.SOURCE != _OF_BABEL:
            reading.missing.append(module.SOURCE)
            continue
        if until := getattr(module, "UNTIL", ""):
            reading.until[module.SOURCE] = until
        count = reading.take(module.records(folder), module.SOURCE)
        progress(f"{module.__name__.rpartition('.')[2]}: {count}")
    if dictionaries is not None:
        places = regional.places_of(reading.records)
        progress(f"demonyms: {reading.take(regional.records(dictionaries, places, english), SOURCES[0])}")
    return reading


def is_empty(reading: Reading) -> bool:
    """Whether no table was there but for what comes with mtqa and its packages."""
    return all(record.source in _AT_HAND for record in reading.records)


def refusals(record: Record) -> Iterator[Refused]:
    """Offices of a record that are left out."""
    for tenure in record.tenures:
        if not valid(tenure):
            reason = "an office that ends before it begins, or without proper dates"
            yield Refused(tenure.source, tenure.row or record.row, reason)
