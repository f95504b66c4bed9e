"""Office holders 2010-2025 compiled for this project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from mtqa.gazetteer.build.demonyms import country_codes
from mtqa.gazetteer.build.record import Found, Record, Row, clean, paired, read_table, split_list
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Name, Tenure

SOURCE = "curated_tenures"
UNTIL = "2025-12"
"""The month in which the table ends: who is in office then is so without an end."""
ROYAL = re.compile(r"^(?:King|Queen|Emperor|Emir|Sultan|Pope|Prince|Grand Duke) (?=\w)")
BODIES = {
    "EU Commission": "European Commission",
    "EU Council": "European Council",
    "EU Parliament": "European Parliament",
}
"""Bodies that the table abbreviates."""


def records(folder: Path) -> Iterator[Found]:
    """One record a person and country or body; the tenures of one person in several come together in the merge."""
    codes = set(country_codes())
    rows = sorted(read_table(folder / "curated_tenures.csv"), key=_key)
    for (person, place), group in groupby(rows, key=_key):
        held = list(group)
        tenures = []
        names = paired(
            ROYAL.sub("", clean(person)), next((clean(row["person_es"]) for row in held if row["person_es"]), "")
        )
        if ROYAL.match(person):
            names.append(Name(clean(person), "en", "alias"))
        names += [Name(alias, "en", "alias") for row in held for alias in split_list(row["en_also"])]
        country = place if place in codes else ""
        for row in held:
            for office in keys_of(row["office"], country):
                tenures.append(Tenure(office, place, row["start"], row["end"], SOURCE, row.at))
        at = held[0].at
        yield Record(SOURCE, "person", names, "office holder", country, tenures=tenures, weight=0.6, row=at)


def _key(row: Row) -> tuple[str, str]:
    return row["person"], BODIES.get(row["country_or_body"], row["country_or_body"])
