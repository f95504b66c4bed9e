"""Newspapers of the United States (Wikipedia's lists)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Record, is_latin, read_table, shared, undisambiguated

SOURCE = "media_us_newspapers"


def records(folder: Path) -> Iterator[Record]:
    """One record a newspaper that has an article of its own."""
    for row in read_table(folder / "wikipedia-us-newspapers.tsv", delimiter="\t"):
        name = undisambiguated(row["WP-title"])
        if row["qid"].startswith("Q") and is_latin(name) and len(name) > 3 and ":" not in name:
            yield Record(SOURCE, "media", shared(name), "newspaper", "US", row["qid"], weight=0.15)
