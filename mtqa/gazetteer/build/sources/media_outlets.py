"""News outlets of the world by country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, is_latin, read_table, shared, undisambiguated

SOURCE = "media_outlets"
_SECTION = re.compile(r" [-–|:] .*|\.(?:com|org|net|[a-z]{2})\b.*")


def records(folder: Path) -> Iterator[Found]:
    """One record an outlet; sections of one ("BBC Sport - Cricket") count as the outlet."""
    for row in read_table(folder / "media_outlets.csv"):
        name = _SECTION.sub("", undisambiguated(row["name"]))
        if not is_latin(name) or len(name) <= 3 or len(name.split()) > 5:
            yield Refused(SOURCE, row.at, NOT_LATIN if not is_latin(name) else "a name too short or too long")
        else:
            country = country_code(row["country"]) or (row["country"] if len(row["country"]) == 2 else "")
            yield Record(
                SOURCE, "media", shared(name), "news outlet", country, keep_original=True, weight=0.35, row=row.at
            )
