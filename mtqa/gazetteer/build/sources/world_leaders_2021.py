"""Heads of state and government 2021-22, keyed by Wikidata item; dates are years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, read_table
from mtqa.gazetteer.build.sources.every_politician import person_names
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Tenure

SOURCE = "world_leaders_2021"
UNTIL = "2022-06"
"""The month in which the table ends: who is in office then is so without an end."""


def records(folder: Path) -> Iterator[Found]:
    """One record a row of the Wikidata list, then of the Wikipedia list."""
    for file, label, holder in (
        ("wikidata.csv", "positionLabel", "officeholderLabel"),
        ("wikipedia.csv", "positionlabel", "officeholderlabel"),
    ):
        for row in read_table(folder / file):
            country, names = country_code(row["country"]), person_names(row[holder])
            if not names or not country:
                yield Refused(SOURCE, row.at, "no country" if names else NOT_LATIN)
                continue
            tenures = [
                Tenure(key, country, row["start_year"][:4], row["end_year"][:4], SOURCE, row.at)
                for key in keys_of(row[label], country)
                if row["start_year"]
            ]
            item = row["officeholder"]
            yield Record(
                SOURCE, "person", names, "office holder", country, item, tenures, weight=0.7, row=row.at
            )
