"""Regions, provinces, islands and municipalities of Spain (INE)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, clean, read_table, shared

SOURCE = "spain_places_ine"
_TABLES = (
    ("autonomias.csv", "region", 0.5),
    ("provincias.csv", "province", 0.45),
    ("islas.csv", "island", 0.4),
    ("municipios.csv", "city", 0.15),
)


def records(folder: Path) -> Iterator[Found]:
    """One record a place: "Alacant/Alicante" has two names, "Coruña, A" is A Coruña."""
    for file, subkind, weight in _TABLES:
        for row in read_table(folder / file):
            forms = [_in_order(clean(part)) for part in row["nombre"].split("/")]
            forms = [form for form in forms if form]
            if forms:
                yield Record(
                    SOURCE, "place", shared(*forms), subkind, "ES", keep_original=True, weight=weight, row=row.at
                )


def _in_order(name: str) -> str:
    head, comma, tail = name.partition(", ")
    if not comma:
        return name
    return f"{tail}{head}" if tail.endswith("'") else f"{tail} {head}"
