"""Members of the European Parliament since 1979."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_table, shared

SOURCE = "europarl"


def records(folder: Path) -> Iterator[Found]:
    """One record a member, from the latest term."""
    members: dict[str, Record] = {}
    for term in range(10):
        for row in read_table(folder / f"meps_term{term}.csv"):
            given, family = clean(row["mep_given_name"]), clean(row["mep_family_name"])
            if not given or not family or "?" in given + family:
                yield Refused(SOURCE, row.at, "no name, or letters lost")
            else:
                country = country_code(row["mep_citizenship"])
                weight = 0.3 if term >= 8 else 0.15
                name = shared(f"{given} {family}")
                members[row["mep_identifier"]] = Record(
                    SOURCE, "person", name, "legislator", country, weight=weight, family=family, row=row.at
                )
    yield from members.values()
