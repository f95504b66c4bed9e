"""Heads of state and government 2014-2026 of the CIA's World Factbook; plain ASCII, ends known to about a month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_table, shared, undisambiguated
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Tenure

SOURCE = "factbook_leaders"
TABLE = "cia_factbook_leaders_2014_2026.csv"
UNTIL = "2026-01"
"""The month in which the table ends: who is in office then is so without an end."""
_FROZEN = "2026-01"
"""The table's content stops here; whoever is in it then is still in office."""
_GAP = ("2017-0", "2020-11")
"""No snapshots from April 2017 to November 2020, and old content in the first one after: an end there is unknown."""
_COUNTRIES = {"The Dominican": "Dominican Republic", "DRC": "Democratic Republic of the Congo"}
_LONGEST = 8
_NOISE = re.compile(
    r"\b(?:president|minister|king|queen|elect|governor|prince|council|vacant|note|acting|interim|chairman)\b", re.I
)


def records(folder: Path) -> Iterator[Found]:
    """One record a row that names a person and a title."""
    for row in read_table(folder / TABLE):
        country = country_code(_COUNTRIES.get(land := clean(row["country"].replace("&nbsp;", " ")), land))
        name = undisambiguated(row["name_ascii"])
        title = clean(row["title"])
        if (
            not country
            or not title
            or title.startswith("represented by")
            or _NOISE.search(name)
            or len(name.split()) > _LONGEST
        ):
            yield Refused(SOURCE, row.at, "no country, title or name, or text that the parser took for one")
            continue
        last = row["last_seen_in_factbook"]
        end = "" if last >= _FROZEN or last.startswith(_GAP) else last[:7]
        start = row["since"] or row["first_seen_in_factbook"][:4]
        if end and end < start[:7]:
            yield Refused(SOURCE, row.at, "an office that ends before it begins")
            continue
        tenures = [Tenure(key, country, start, end, SOURCE, row.at) for key in keys_of(title, country)]
        family = " ".join(word.title() for word in row["name_cia"].split() if word.isupper() and len(word) > 1)
        family = family if family and family.lower() in name.lower() else ""
        if not tenures:
            yield Refused(SOURCE, row.at, "no title of office")
            continue
        yield Record(
            SOURCE, "person", shared(name), "office holder", country, tenures=tenures, weight=0.6, family=family,
            row=row.at,
        )  # fmt: skip
