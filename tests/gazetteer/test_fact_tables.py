"""Our own tables of facts, as they are committed: well-formed, without doubles, and all in the gazetteer that ships."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build.record import Record, Refused
from mtqa.gazetteer.build.sources import curated_orgs, facts
from mtqa.gazetteer.folding import fold

TABLES = sorted(facts.FOLDER.glob("*.csv"))
COLUMNS = (
    "kind", "country", "name_es", "name_en", "en_also", "es_also", "acronym_es", "acronym_en", "keep_original", "since",
    "until", "confidence",
)  # fmt: skip
ORGANISATIONS = set(
    "agency armed_group bank cartel central_bank church company court employers football_club gang government hospital"
    " intl_org military ministry movement museum ngo parliament police prosecutor school sports_body supermarket team"
    " think_tank union university".split()
)
KINDS = ORGANISATIONS | {kind for kinds in curated_orgs.KINDS.values() for kind in kinds.split()}
COUNTRIES = {code for code in map(str, Locale("en").territories) if code.isalpha()} | {"", "INT"}


def rows(table: Path) -> list[list[str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_a_table_is_well_formed(table: Path) -> None:
    header, *lines = rows(table)
    assert tuple(header) == COLUMNS and {len(line) for line in lines} == {len(COLUMNS)}
    wrong = [
        line
        for line in lines
        for row in [dict(zip(COLUMNS, line))]
        if row["kind"] not in KINDS
        or row["country"] not in COUNTRIES
        or not (row["name_es"] and row["name_en"])
        or row["keep_original"] not in {"yes", "no"}
        or row["confidence"] not in {"high", "medium"}
        or any(cell != cell.strip() or "  " in cell or "||" in cell for cell in line)
    ]
    assert wrong == []


def test_what_is_kept_is_the_spanish_name() -> None:
    """English may keep another language's name: then it does not keep the Spanish one."""
    wrong = []
    for line in (line for table in TABLES for line in rows(table)[1:]):
        row = dict(zip(COLUMNS, line))
        spanish = set(fold(row["name_es"].replace("-", " ")).split())
        if row["keep_original"] == "yes" and not set(fold(row["name_en"].replace("-", " ")).split()) <= spanish:
            wrong.append((row["name_es"], row["name_en"]))
    assert wrong == []


def test_nothing_stands_there_twice() -> None:
    times = Counter((fold(line[2]), fold(line[3]), line[0]) for table in TABLES for line in rows(table)[1:])
    assert [names for names, count in times.items() if count > 1] == []


def test_every_row_is_in_the_gazetteer_that_ships() -> None:
    found = list(facts.records(facts.FOLDER))
    assert len(TABLES) > 1 and not [each for each in found if isinstance(each, Refused)]
    gazetteer = Gazetteer.open()
    assert gazetteer.meta["sources"][facts.SOURCE] == len(found)
    for record in found[::50]:
        assert isinstance(record, Record)
        name = record.names[0].text
        assert gazetteer.exact(name) or gazetteer.mistranslation(name), record.origin  # a gloss of what English keeps
