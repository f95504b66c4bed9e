"""Members of the Spanish parliament, legislatures I and XV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, clean, read_table, shared

SOURCE = "spain_parliament_2023"


def records(folder: Path) -> Iterator[Found]:
    """One record a member; copy mostly drops the second surname."""
    for row in read_table(folder / "parlamentarios.csv"):
        family = clean(row["apellidos_nombre"]).partition(", ")[0]
        name = clean(row["nombre_apellidos"])
        weight = 0.25 if row["legislatura"] == "XV" else 0.1
        yield Record(SOURCE, "person", shared(name), "legislator", "ES", weight=weight, family=family, row=row.at)
