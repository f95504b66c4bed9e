"""Universities of the world, by the name they use themselves or in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    clean,
    is_latin,
    read_table,
    shared,
    undisambiguated,
)

SOURCE = "universities_world"


def records(folder: Path) -> Iterator[Found]:
    """One record a university with a Latin name; English mostly translates the Spanish ones."""
    for row in read_table(folder / "universities.csv"):
        name, code = undisambiguated(row["name"].partition("|")[0]), clean(row["cc"])
        if not is_latin(name) or len(name.split()) < 2 or "," in name:
            yield Refused(SOURCE, row.at, NOT_LATIN if not is_latin(name) else "a single word, or a name with a comma")
        else:
            weight = 0.3 if code in HISPANIC else 0.15
            yield Record(SOURCE, "organisation", shared(name), "university", code, weight=weight, row=row.at)
