"""Seas, gulfs and straits in both languages (Natural Earth)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, paired, read_table, undisambiguated

SOURCE = "natural_earth_marine"


def records(folder: Path) -> Iterator[Found]:
    """One record a row; Spanish copy may write the first word small or large, which folding evens out."""
    for row in read_table(folder / "marine_en_es.csv"):
        english, spanish = undisambiguated(row["en"]), undisambiguated(row["es"])
        if not english or not spanish:
            yield Refused(SOURCE, row.at, "no name in one of the languages")
        else:
            spanish = spanish[0].upper() + spanish[1:]
            names = paired(english, spanish)
            yield Record(SOURCE, "place", names, clean(row["class"]), qid=row["qid"], weight=0.5, row=row.at)
