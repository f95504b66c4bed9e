"""Which house table applies to a file: the nearest one in its folder or above it."""

from __future__ import annotations

import os
from pathlib import Path

HOUSE_FILE = "mtqa.gazetteer.csv"
"""The name of the house table."""


def find_house(path: str | Path) -> Path | None:
    """The house table nearest to ``path`` (a file or a folder, there or not), looking upwards; None where none is."""
    start = Path(os.path.abspath(path))
    return _above(start if start.is_dir() else start.parent)


def _above(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / HOUSE_FILE).is_file():
            return place / HOUSE_FILE
    return None
