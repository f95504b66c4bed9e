"""Spain's courts of province and region. English describes numbered courts and names these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_table
from mtqa.gazetteer.model import Name

SOURCE = "spain_courts"
_KINDS = {"Audiencia Provincial": "Provincial Court"}
_SINGLE = {"Audiencia Nacional": "National Court", "Tribunal Supremo": "Supreme Court"}


def records(folder: Path) -> Iterator[Found]:
    """One record a provincial court, the National Court and the Supreme Court."""
    seen: set[str] = set()
    for row in read_table(folder / "courts.csv"):
        name, province = clean(row["nombre"]), clean(row["provincia"])
        kind = next((kind for kind in (*_KINDS, *_SINGLE) if name.startswith(kind)), "")
        if not kind:
            yield Refused(SOURCE, row.at, "a numbered court, or one whose region the table does not name")
            continue
        # "Valencia/València": the Spanish name stands first or second; either is in use.
        places = [part.strip() for part in province.split("/")] if kind in _KINDS else [""]
        spanish = [f"{kind} de {place}" if place else kind for place in places]
        if spanish[0] in seen:
            yield Refused(SOURCE, row.at, "a chamber of a court that an earlier row has")
            continue
        seen.add(spanish[0])
        english = [f"{_KINDS[kind]} of {place}" if place else _SINGLE[kind] for place in places]
        names = [Name(text, "en", "alias" if index else "preferred") for index, text in enumerate(english)]
        names += [Name(text, "es", "alias" if index else "preferred") for index, text in enumerate(spanish)]
        yield Record(SOURCE, "organisation", names, "court", "ES", weight=0.35, row=row.at)
