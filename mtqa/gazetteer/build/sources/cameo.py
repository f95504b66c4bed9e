"""People in the dictionaries of actors of event coding (CAMEO), English and Spanish entries joined by their code.

A code with dates ("FRAGOV 030101-040331") is mostly that of one person. Spanish entries are partly translated by
machine, so that only names that are alike in both languages count. Codes without dates are those of countless bodies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Found, Record, Refused, Row, clean, read_table, shared, title_case
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Name

SOURCE = "cameo_actors_en_es"
_DATED = re.compile(r"^(?P<country>[A-Z]{3})[A-Z]* (?:[<>]\d{6}|\d{6}-\d{6})$")
_PERSON = re.compile(r"^[A-Z][A-Z'.-]*(?: [A-Z][A-Z'.-]*){1,4}$")
_ALIKE = 84.0
_ABROAD = ("IGO", "NGO", "IMG", "MNC")


def records(folder: Path) -> Iterator[Found]:
    """One record a person whom both languages name alike under one code."""
    from rapidfuzz import fuzz

    groups: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {"en": [], "es": []})
    for row in read_table(folder / "aliases_flat.csv"):
        if "|" in row["cameo_codes"] or not _DATED.match(row["cameo_codes"]):
            yield Refused(SOURCE, row.at, "a code without dates, or several codes")
        else:
            groups[row["cameo_codes"]][row["lang"]].append(row)
    for code, rows in groups.items():
        english = [row for row in rows["en"] if _PERSON.match(row["alias"])]
        entries = {(row["file"], row["entry_id"]) for row in english}
        if not english or len(entries) > 1:
            yield from (Refused(SOURCE, row.at, "a code of several people, or of none") for row in rows["en"])
            continue
        first = english[0]
        alike = [row for row in rows["es"] if fuzz.ratio(fold(first["alias"]), fold(row["alias"])) >= _ALIKE]
        if not alike:
            yield Refused(SOURCE, first.at, "a person whom the Spanish entries do not name alike")
            continue
        name = title_case(clean(first["alias"]))
        names = shared(name)
        for row in alike:
            # A Spanish form that only adds accents is the better spelling of the same name, an alias for both.
            form = title_case(clean(row["alias"]))
            if form != name and _only_letters(form):
                names.append(Name(form, "mul" if fold(form) == fold(name) else "es", "alias"))
        prefix = code[:3]
        country = "" if prefix in _ABROAD else country_code(prefix)
        yield Record(SOURCE, "person", list(dict.fromkeys(names)), "public figure", country, weight=0.15, row=first.at)


def _only_letters(text: str) -> bool:
    return all(char.isalpha() or char in " '.-" for char in text)
