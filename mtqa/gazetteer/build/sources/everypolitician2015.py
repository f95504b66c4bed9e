"""Members of parliaments of 2015 and before, with English and Spanish names where Wikidata has them; parties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, clean, paired, read_table, undisambiguated
from mtqa.gazetteer.build.sources.every_politician import person_names

SOURCE = "everypolitician2015"


def records(folder: Path) -> Iterator[Found]:
    """People with a Wikidata item, then parties and chambers that have English or Spanish names."""
    for row in read_table(folder / "persons.csv"):
        label = person_names(row["name_en"]) or person_names(row["name"])
        if not row["wikidata"] or not label:
            yield Refused(SOURCE, row.at, NOT_LATIN if not label else "a legislator of 2015 or before without an item")
            continue
        spanish = person_names(row["name_es"])
        names = paired(label[0].text, spanish[0].text if spanish else "")
        country = country_code(row["country"])
        yield Record(SOURCE, "person", names, "legislator", country, row["wikidata"], weight=0.1, row=row.at)
    for row in read_table(folder / "parties_orgs.csv"):
        english, other = undisambiguated(row["name_en"]), undisambiguated(row["name_es"])
        if not (row["wikidata"] and english):
            yield Refused(SOURCE, row.at, "no Wikidata item" if english else "no English name")
            continue
        kind = "party" if row["classification"] == "party" else "organisation"
        names = paired(clean(english), clean(other))
        country = country_code(row["country"])
        yield Record(SOURCE, kind, names, row["classification"], country, row["wikidata"], weight=0.4, row=row.at)
