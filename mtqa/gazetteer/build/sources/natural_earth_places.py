"""Towns of the world in both languages (Natural Earth)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    clean,
    is_latin,
    paired,
    read_table,
    undisambiguated,
)
from mtqa.gazetteer.model import Name

SOURCE = "natural_earth_populated_places"


def records(folder: Path) -> Iterator[Found]:
    """One record a town, weighed by population."""
    for row in read_table(folder / "populated_places_en_es.csv"):
        english = undisambiguated(row["NAME_EN"]) or clean(row["NAME"])
        spanish = undisambiguated(row["NAME_ES"])
        if not is_latin(english) or (spanish and not is_latin(spanish)):
            yield Refused(SOURCE, row.at, NOT_LATIN)
            continue
        names = paired(english, spanish)
        for alias in (clean(row["NAME"]), *map(clean, row["NAMEALT"].split("|")), clean(row["NAMEASCII"])):
            if is_latin(alias) and alias not in {name.text for name in names}:
                names.append(Name(alias, "en", "alias"))
        population = int(float(row["POP_MAX"] or 0))
        weight = 0.25 + min(0.65, max(0, len(str(population)) - 4) * 0.15 + population / 4e7)
        subkind = "capital" if row["FEATURECLA"] == "Admin-0 capital" else "city"
        code = row["ISO_A2"] if row["ISO_A2"].isalpha() else ""
        yield Record(SOURCE, "place", names, subkind, code, row["wikidataid"], weight=weight, row=row.at)
