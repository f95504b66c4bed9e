"""Cabinets of the world in June 2019 (CIA World Leaders): who held which office then, since when it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_table, shared, title_case
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Tenure

SOURCE = "cia_world_leaders_2019"
UNTIL = "2019-06"
"""The month in which the table ends: who is in office then is so without an end."""
_ON = "2019-06"
_ABROAD = (
    "ambassador", "permanent representative", "permanent observer", "charge", "apostolic nuncio", "representative",
)  # fmt: skip


def records(folder: Path) -> Iterator[Found]:
    """One record a row that names a person, a country and a title; the surname is in capitals."""
    for row in read_table(folder / "cabinets_2019-06.csv"):
        country, words = country_code(row["country"]), clean(row["name_cia"]).split()
        office = clean(row["office"]).replace("&", "and")
        if not country or len(words) < 2 or any(char.isdigit() or char in "()" for char in row["name_cia"]):
            yield Refused(SOURCE, row.at, "no country" if not country else "no name of a person")
            continue
        if office.lower().startswith(_ABROAD):
            yield Refused(SOURCE, row.at, "an envoy")
            continue
        name = title_case(" ".join(words))
        family = title_case(" ".join(word for word in words if word.isupper() and len(word) > 1))
        tenures = [Tenure(key, country, _ON, _ON, SOURCE, row.at) for key in keys_of(office, country)]
        family = family if name.endswith(f" {family}") or name.startswith(f"{family} ") else ""
        yield Record(
            SOURCE, "person", shared(name), "office holder", country, tenures=tenures, weight=0.25, family=family,
            row=row.at,
        )  # fmt: skip
