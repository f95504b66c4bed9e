"""Departments and towns of Colombia."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Record, clean, shared

SOURCE = "colombia_places"


def records(folder: Path) -> Iterator[Record]:
    """Departments, then towns."""
    path = folder / "colombia.json"
    if not path.is_file():
        return
    for row in json.loads(path.read_text(encoding="utf-8")):
        yield Record(
            SOURCE, "place", shared(clean(row["departamento"])), "department", "CO", keep_original=True, weight=0.35
        )
        for town in row["ciudades"]:
            yield Record(SOURCE, "place", shared(clean(town)), "city", "CO", keep_original=True, weight=0.15)
