"""Statistics offices, United States agencies and a few international bodies with Wikidata labels in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, is_latin, paired, read_table, split_list
from mtqa.gazetteer.model import Name

SOURCE = "gov_agencies_wikidata_en_es"


def records(folder: Path) -> Iterator[Found]:
    """One record a row."""
    for row in read_table(folder / "agencies.csv"):
        english, spanish = clean(row["en"]), clean(row["es"])
        if not (english or spanish):
            yield Refused(SOURCE, row.at, "no name")
            continue
        names = paired(english, spanish)
        for column, lang in (("en_aliases", "en"), ("es_aliases", "es")):
            for text in split_list(row[column]):
                if is_latin(text) and len(text) > 1:
                    short = len(text) <= 8 and " " not in text and text.isupper()
                    names.append(Name(text, lang, "acronym" if short else "alias"))
        yield Record(SOURCE, "organisation", names, "agency", qid=row["qid"], weight=0.45, row=row.at)
