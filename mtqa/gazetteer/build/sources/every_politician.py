"""Office holders to January 2023 and legislators, keyed by Wikidata item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code, part_of
from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    Row,
    clean,
    is_latin,
    read_table,
    shared,
    title_case,
    undisambiguated,
)
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Name, Tenure

SOURCE = "every_politician_office_holders"
UNTIL = "2023-01"
"""The month in which the table ends: who is in office then is so without an end."""
_OLDEST = "1990"
_PEER = re.compile(r"^(.+?), ((?:\d+\w\w )?(?:Baron|Baroness|Lord|Lady|Viscount|Viscountess|Earl|Duke|Marquess)\b.*)$")
_BODY = re.compile(r" (?:of|to) the (United Nations|European Union|European Commission|African Union|NATO)$")


def records(folder: Path) -> Iterator[Found]:
    """One record a person, with all offices; legislators have none."""
    yield from _people(folder / "all_holders.csv", "office holder", 0.3)
    yield from _people(folder / "all_legislators.csv", "legislator", 0.1)


def person_names(label: str) -> list[Name]:
    """Names in a Wikidata label: no disambiguator, a peerage as a second name, capitals undone; [] if not Latin."""
    text = title_case(undisambiguated(label))
    if not is_latin(text) or len(text) < 3 or any(char.isdigit() or char in "?|" for char in text):
        return []
    if match := _PEER.match(text):
        return shared(match[1], match[2].split(" of ")[0])
    return shared(text) if "," not in text else []


def _people(path: Path, subkind: str, weight: float) -> Iterator[Found]:
    people: dict[str, Record] = {}
    for row in read_table(path):
        qid = row["person_qid"]
        names = person_names(row["person"])
        if not names or not qid.startswith("Q"):
            yield Refused(SOURCE, row.at, NOT_LATIN if not names else "no Wikidata item")
            continue
        country = country_code(row["country"]) or part_of(row["country"])
        record = people.setdefault(
            qid, Record(SOURCE, "person", [], subkind, country, qid, weight=weight, row=row.at)
        )
        record.names += [name for name in names if name not in record.names]
        if subkind == "office holder":
            found = _tenures(row, country)
            if isinstance(found, Refused):
                yield found
            else:
                record.tenures += found
    yield from people.values()


def _tenures(row: Row, country: str) -> list[Tenure] | Refused:
    office = clean(row["office"])
    place = country
    if not place and (body := _BODY.search(office)):
        place, office = body[1].replace("United Nations", "UN"), office[: body.start()]
    start, end = row["start"], row["end"]
    if not place or not office or not (start or end) or (end and end < _OLDEST):
        reason = "no country or body" if not place else "no office" if not office else "an office without any date"
        return Refused(SOURCE, row.at, "an office that ended before 1990" if end and end < _OLDEST else reason)
    keys = keys_of(office, country)
    if part_of(row["country"]):
        keys = tuple(f"{key} of {fold(row['country'])}" for key in keys)
    if country == "GB":
        # In the United Kingdom a "minister for" ranks below the secretary of state who runs the department.
        keys = tuple(
            key
            for key in keys
            if not key.startswith("minister of ") or office.startswith(("Secretary of", "Minister of Def"))
        )
    tenures = [Tenure(key, place, start, end, SOURCE, row.at) for key in keys]
    return tenures or Refused(SOURCE, row.at, "no title of office, or one below the heads of departments")
