"""Ministers of the United Kingdom since 1979 (Institute for Government)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_table, shared
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Tenure

SOURCE = "uk_ministers_ifg"
UNTIL = "2026-06"
"""The month in which the table ends: who is in office then is so without an end."""
_TITLE = re.compile(r"^(?:Sir|Dame|Dr|Mr|Mrs|Ms) ")
_CABINET = re.compile(r"^Secretary of State for (?:the )?(?P<what>.+)$")


def records(folder: Path) -> Iterator[Found]:
    """One record a person; a secretary of state holds the portfolio as a minister elsewhere does."""
    rows = sorted(read_table(folder / "uk_ministers.csv"), key=lambda row: row["person"])
    for person, held in groupby(rows, key=lambda row: row["person"]):
        group = list(held)
        name = _TITLE.sub("", clean(person))
        tenures = []
        for row in group:
            post = clean(row["post"])
            if match := _CABINET.match(post):
                post = f"Minister of {match['what']}".replace("Foreign and Commonwealth Affairs", "Foreign Affairs")
            elif post.startswith(("Parliamentary", "Minister", "Lord ", "Lords ")):
                yield Refused(SOURCE, row.at, "a post below the heads of departments")
                continue
            keys = keys_of(post, "GB")
            tenures += [Tenure(key, "GB", row["start"], row["end"], SOURCE, row.at) for key in keys]
        names = shared(name) if name == clean(person) else shared(name, clean(person))
        at = group[0].at
        yield Record(SOURCE, "person", names, "office holder", "GB", tenures=tenures, weight=0.25, row=at)
