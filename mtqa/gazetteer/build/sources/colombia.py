"""Departments and towns of Colombia."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, clean, shared

SOURCE = "colombia_places"


def records(folder: Path) -> Iterator[Found]:
    """Departments, then towns; a row is an entry of the list, counted from 1."""
    path = folder / "colombia.json"
    if not path.is_file():
        return
    for number, row in enumerate(json.loads(path.read_text(encoding="utf-8")), 1):
        at = f"{path.name}:{number}"
        for name, subkind, weight in [
            (row["departamento"], "department", 0.35), *((town, "city", 0.15) for town in row["ciudades"]),
        ]:  # fmt: skip
            yield Record(
                SOURCE, "place", shared(clean(name)), subkind, "CO", keep_original=True, weight=weight, row=at
            )
