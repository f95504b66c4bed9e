"""Shops, banks, operators and public bodies of OpenStreetMap's name suggestion index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    Row,
    clean,
    is_latin,
    paired,
    read_table,
    undisambiguated,
)
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Name

SOURCE = "brands_operators_nsi"
_TREES = frozenset(("brands", "operators"))
_BODIES = frozenset(("amenity/police", "amenity/hospital", "office/government", "amenity/university"))
"""Operators that news speaks of, in whatever country."""
_SHORTEST = 3
_PUBLIC = frozenset(
    "agencia ayuntamiento cabildo camara comision comunidad concello consejeria consejo consell corporacion corte"
    " defensoria departamento diputacion direccion fiscalia generalitat gobernacion gobierno guardia instituto"
    " intendencia junta ministerio municipalidad municipio oficina policia prefectura procuraduria secretaria servicio"
    " subsecretaria superintendencia tribunal universidad xunta".split()
)
"""What Spanish names of public bodies begin with. English translates those, however the table leaves it out."""


def records(folder: Path) -> Iterator[Found]:
    """One record an item, for names of the Spanish-speaking world, of several countries, or in two languages."""
    seen: set[str] = set()
    for row in read_table(folder / "nsi.csv"):
        codes = {part.split("-")[0].split(".")[0].upper() for part in row["countries"].split("|") if part}
        name = undisambiguated(row["name"] or row["display_name"])
        if reason := _refusal(row, name, codes, seen):
            yield Refused(SOURCE, row.at, reason)
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
        yield Record(
            SOURCE, "organisation", names, row["category"].split("/")[-1].replace("_", " "), country, row["qid"],
            keep_original=hispanic and not english, weight=0.25 if hispanic else 0.2, row=row.at,
        )  # fmt: skip


def _refusal(row: Row, name: str, codes: set[str], seen: set[str]) -> str:
    """Why a row is left out, "" where it is not."""
    if row["tree"] not in _TREES:
        return "a transit network or a flag"
    if not row["qid"]:
        return "no Wikidata item"
    if row["qid"] in seen:
        return "an item that an earlier row has"
    if not is_latin(name) or len(name) < _SHORTEST:
        return NOT_LATIN if name and not is_latin(name) else "a name of under three letters"
    if not row["name_en"] and fold(name).split()[0] in _PUBLIC:
        return "a public body without an English name"
    wide = len(codes) >= 2 or not codes or bool(codes & HISPANIC) or bool(row["name_es"])
    return "" if wide or row["category"] in _BODIES else "local to one country outside the Spanish-speaking world"
