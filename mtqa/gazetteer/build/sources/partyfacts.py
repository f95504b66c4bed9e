"""Political parties with native and English names (Party Facts)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    clean,
    is_latin,
    read_table,
    shared,
    undisambiguated,
)
from mtqa.gazetteer.model import Name

SOURCE = "partyfacts"
_VAGUE = frozenset(("independent", "other", "others", "independents", "none", "unknown", "invalid", "coalition"))


def records(folder: Path) -> Iterator[Found]:
    """One record a party: Wikidata's label where linked, else the table's own English name."""
    items = {row["partyfacts_id"]: row for row in read_table(folder / "import_wikipedia_wikidata.csv")}
    for row in read_table(folder / "import_elecglob_partyfacts-core-parties.csv"):
        item: Mapping[str, str] = items.get(row["partyfacts_id"], {})
        year = row["year_last"] or item.get("year_dissolved", "")
        if row["technical"] or (year.isdigit() and int(year) < 1990):
            yield Refused(SOURCE, row.at, "an entry of its own making" if row["technical"] else "dissolved before 1990")
            continue
        country = country_code(row["country"])
        english = undisambiguated(item.get("name", "")) or undisambiguated(row["name_english"].split(" / ")[0])
        native = undisambiguated(row["name"].split(" / ")[0])
        native_names = [native] if is_latin(native) and native.lower() not in _VAGUE else []
        if not is_latin(english) or english.lower() in _VAGUE or len(english) < 4:
            yield Refused(SOURCE, row.at, NOT_LATIN if not is_latin(english) else "no name of a party")
            continue
        names = [Name(english, "en", "preferred")]
        for text in native_names:
            names.append(
                Name(text, "es" if country in HISPANIC else "mul", "preferred" if country in HISPANIC else "alias")
            )
        short = clean(row["name_short"])
        if 1 < len(short) <= 10 and "|" not in short and is_latin(short) and any(char.isupper() for char in short):
            names.append(Name(short, "mul", "acronym"))
        yield Record(SOURCE, "party", names, "party", country, item.get("wikidata_id", ""), weight=0.3, row=row.at)
    yield from _members(folder)


def _members(folder: Path) -> Iterator[Found]:
    """Members of parliaments; the table writes the code of Australia for Austria."""
    seen: set[tuple[str, str]] = set()
    for row in read_table(folder / "import_parlspeech_parlspeech-mps.csv"):
        name = undisambiguated(row["speaker"])
        country = {"AUS": "AT"}.get(row["iso3country"], country_code(row["iso3country"]))
        if not is_latin(name) or not 2 <= len(name.split()) <= 5 or any(map(str.isdigit, name)) or not country:
            yield Refused(SOURCE, row.at, "no name of a person in Latin letters")
        elif (name, country) in seen:
            yield Refused(SOURCE, row.at, "a member that an earlier row has, in another party")
        else:
            seen.add((name, country))
            yield Record(SOURCE, "person", shared(name), "legislator", country, weight=0.1, row=row.at)
