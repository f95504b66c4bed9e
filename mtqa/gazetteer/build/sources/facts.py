"""Our own tables (``mtqa/gazetteer/facts``): what newspapers call things, where no other table has it.

They have the columns of the table compiled for this project, and are written from general knowledge like it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found
from mtqa.gazetteer.build.sources.curated_orgs import records_of

SOURCE = "facts"
FOLDER = Path(__file__).parents[2] / "facts"
"""They come with mtqa, not with the folder of tables that a build is given."""


def records(folder: Path) -> Iterator[Found]:
    """One record a row of every table, in the order of the tables' names."""
    for table in sorted(folder.glob("*.csv")):
        yield from records_of(table, SOURCE)
