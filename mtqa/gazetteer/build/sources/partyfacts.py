"""Political parties with native and English names (Party Facts)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import Record, clean, is_latin, read_table, undisambiguated
from mtqa.gazetteer.model import Name

SOURCE = "partyfacts"
_VAGUE = frozenset(("independent", "other", "others", "independents", "none", "unknown", "invalid", "coalition"))


def records(folder: Path) -> Iterator[Record]:
    """One record a party: Wikidata's label where linked, else the table's own English name."""
    items = {row["partyfacts_id"]: row for row in read_table(folder / "import_wikipedia_wikidata.csv")}
    for row in read_table(folder / "import_elecglob_partyfacts-core-parties.csv"):
        item = items.get(row["partyfacts_id"], {})
        year = row["year_last"] or item.get("year_dissolved", "")
        if row["technical"] or (year.isdigit() and int(year) < 1990):
            continue
        country = country_code(row["country"])
        english = undisambiguated(item.get("name", "")) or undisambiguated(row["name_english"].split(" / ")[0])
        native = undisambiguated(row["name"].split(" / ")[0])
        native_names = [native] if is_latin(native) and native.lower() not in _VAGUE else []
        if not is_latin(english) or english.lower() in _VAGUE or len(english) < 4:
            continue
        names = [Name(english, "en", "preferred")]
        for text in native_names:
            names.append(
                Name(text, "es" if country in HISPANIC else "mul", "preferred" if country in HISPANIC else "alias")
            )
        short = clean(row["name_short"])
        if 1 < len(short) <= 10 and "|" not in short and is_latin(short) and any(char.isupper() for char in short):
            names.append(Name(short, "mul", "acronym"))
        yield Record(SOURCE, "party", names, "party", country, item.get("wikidata_id", ""), weight=0.3)
