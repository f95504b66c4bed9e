"""Shops, banks, operators and public bodies of OpenStreetMap's name suggestion index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import Record, clean, is_latin, paired, read_table, undisambiguated
from mtqa.gazetteer.model import Name

SOURCE = "brands_operators_nsi"
_TREES = frozenset(("brands", "operators"))


def records(folder: Path) -> Iterator[Record]:
    """One record an item, for names of the Spanish-speaking world, of several countries, or in two languages."""
    seen: set[str] = set()
    for row in read_table(folder / "nsi.csv"):
        codes = {part.split("-")[0].split(".")[0].upper() for part in row["countries"].split("|") if part}
        wide = len(codes) >= 2 or not codes or bool(codes & HISPANIC) or bool(row["name_es"])
        name = undisambiguated(row["name"] or row["display_name"])
        if (
            row["tree"] not in _TREES
            or not row["qid"]
            or row["qid"] in seen
            or not wide
            or not is_latin(name)
            or len(name) < 3
        ):
            continue
        seen.add(row["qid"])
        english, spanish = undisambiguated(row["name_en"]), undisambiguated(row["name_es"])
        names = paired(english or name, spanish or (name if codes and codes <= HISPANIC else ""))
        if name not in {item.text for item in names}:
            names.append(Name(name, "mul", "alias"))
        short = clean(row["short_name"])
        if len(short) > 1 and is_latin(short):
            names.append(Name(short, "mul", "alias"))
        hispanic = bool(codes & HISPANIC)
        country = next(iter(codes)) if len(codes) == 1 and len(next(iter(codes))) == 2 else ""
        weight = 0.25 if hispanic else 0.2
        subkind = row["category"].split("/")[-1].replace("_", " ")
        yield Record(
            SOURCE,
            "organisation",
            names,
            subkind,
            country,
            row["qid"],
            keep_original=hispanic and not english,
            weight=weight,
        )
