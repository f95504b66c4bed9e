"""Organisations, media, parties, works, places, terms and transliterations compiled for this project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, paired, read_table, split_list
from mtqa.gazetteer.model import Name

SOURCE = "curated_orgs"
KINDS = {
    "place": "airport building city country island lake monument mountain neighbourhood province region river sea"
    " square",
    "media": "broadcaster magazine news_agency newspaper website",
    "party": "coalition party",
    "work": "book character film law radio_programme song treaty tv_programme work_of_art",
    "event": "award competition event festival holiday operation summit",
    "term": "common_acronym common_term school_exam street_type",
    "person": "person person_transliteration",
}
"""Kinds of the table by our kind; every other one is an organisation."""
_KIND_OF = {sub: kind for kind, subs in KINDS.items() for sub in subs.split()}
_ROYAL = re.compile(r"^(?:King|Queen|Pope) (?=\w)")
_WEIGHT = {"term": 0.5, "person": 0.6}
_NAMESAKE = 0.3
"""How prominent somebody is of whom only the name is told, in one form: others may bear it."""


def records(folder: Path) -> Iterator[Found]:
    """One record a row."""
    return records_of(folder / "curated_orgs.csv", SOURCE)


def records_of(table: Path, source: str) -> Iterator[Found]:
    """One record a row of a table with these columns, which ``source`` has."""
    for row in read_table(table):
        kind = _KIND_OF.get(row["kind"], "organisation")
        english, spanish = clean(row["name_en"]), clean(row["name_es"])
        if not (english or spanish):
            yield Refused(source, row.at, "no name")
            continue
        names = paired(_ROYAL.sub("", english) if kind == "person" else english, spanish)
        acronyms = {clean(row["acronym_en"]): "en", clean(row["acronym_es"]): "es"}
        if row["acronym_en"] and row["acronym_en"] == row["acronym_es"]:
            acronyms = {clean(row["acronym_en"]): "mul"}
        names += [Name(text, lang, "acronym") for text, lang in acronyms.items() if text]
        for column, lang in (("en_also", "en"), ("es_also", "es")):
            for text in split_list(row[column]):
                names.append(Name(text, lang, "acronym" if text in acronyms else "alias"))
        weight = _WEIGHT.get(kind, 0.7) if row["confidence"] == "high" else 0.4
        if row["kind"] == "person" and len(names) == 1:
            weight = _NAMESAKE
        country = "" if row["country"] == "INT" else row["country"]
        subkind = {"person_transliteration": "transliteration", "person": ""}.get(row["kind"], row["kind"])
        kept = row["keep_original"] == "yes"
        yield Record(source, kind, names, subkind, country, keep_original=kept, weight=weight, row=row.at)
