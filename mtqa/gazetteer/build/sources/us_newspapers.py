"""Newspapers of the United States (Wikipedia's lists)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, is_latin, read_table, shared, undisambiguated

SOURCE = "media_us_newspapers"


def records(folder: Path) -> Iterator[Found]:
    """One record a newspaper that has an article of its own."""
    for row in read_table(folder / "wikipedia-us-newspapers.tsv", delimiter="\t"):
        name = undisambiguated(row["WP-title"])
        if not row["qid"].startswith("Q"):
            yield Refused(SOURCE, row.at, "no Wikidata item")
        elif not is_latin(name) or len(name) <= 3 or ":" in name:
            yield Refused(SOURCE, row.at, NOT_LATIN if not is_latin(name) else "no name of a newspaper")
        else:
            yield Record(SOURCE, "media", shared(name), "newspaper", "US", row["qid"], weight=0.15, row=row.at)
