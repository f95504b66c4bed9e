"""Public figures whose surname is a Spanish word: the people a translator is most likely to translate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, read_table
from mtqa.gazetteer.build.sources.every_politician import person_names

SOURCE = "famous_spanish_common_word_surnames"
_NOT_SHIPPED = frozenset(("officials_2025_2026", "europe_portfolios"))
"""Tables behind some rows that may be checked against but not shipped."""


def records(folder: Path) -> Iterator[Found]:
    """One record a row of a shippable table."""
    for row in read_table(folder / "persons.csv"):
        names = person_names(row["person"])
        if row["source"] in _NOT_SHIPPED:
            yield Refused(SOURCE, row.at, "drawn from a table that is for checking only")
        elif not names:
            yield Refused(SOURCE, row.at, NOT_LATIN)
        elif len(names[0].text.split()) < 2:
            yield Refused(SOURCE, row.at, "a single name")
        else:
            country = country_code(row["role"].split(":")[0]) if ":" in row["role"] else ""
            yield Record(SOURCE, "person", names, "public figure", country, row["qid"], weight=0.15, row=row.at)
