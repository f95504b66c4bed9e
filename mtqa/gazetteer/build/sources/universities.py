"""Universities of the world, by the name they use themselves or in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import Record, clean, is_latin, read_table, shared, undisambiguated

SOURCE = "universities_world"


def records(folder: Path) -> Iterator[Record]:
    """One record a university with a Latin name; English mostly translates the Spanish ones."""
    for row in read_table(folder / "universities.csv"):
        name, code = undisambiguated(row["name"].partition("|")[0]), clean(row["cc"])
        if is_latin(name) and len(name.split()) > 1 and "," not in name:
            weight = 0.3 if code in HISPANIC else 0.15
            yield Record(SOURCE, "organisation", shared(name), "university", code, weight=weight)
