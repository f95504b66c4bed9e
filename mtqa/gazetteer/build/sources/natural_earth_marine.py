"""Seas, gulfs and straits in both languages (Natural Earth)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Record, clean, paired, read_table, undisambiguated

SOURCE = "natural_earth_marine"


def records(folder: Path) -> Iterator[Record]:
    """One record a row; Spanish copy may write the first word small or large, which folding evens out."""
    for row in read_table(folder / "marine_en_es.csv"):
        english, spanish = undisambiguated(row["en"]), undisambiguated(row["es"])
        if english and spanish:
            spanish = spanish[0].upper() + spanish[1:]
            yield Record(SOURCE, "place", paired(english, spanish), clean(row["class"]), qid=row["qid"], weight=0.5)
