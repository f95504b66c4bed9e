"""What a lint is told: plain data, wherever it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """All that changes what a lint finds.

    ``as_of`` is the day the copy is read as of (None: the document's own date, else today). ``select`` and
    ``ignore`` hold rule codes, prefixes of codes or rule names; an empty ``select`` means every rule.
    ``min_confidence`` is a probability. ``gazetteer`` None is the one that mtqa carries. ``engine`` is
    ``auto``, ``ct2`` or ``transformers``.
    """

    as_of: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    gazetteer: Path | None = None
    house: Path | None = None
    """The newsroom's own table of names, over the gazetteer."""
    find_house: bool = False
    """Without ``house``: whether to look for ``mtqa.gazetteer.csv`` beside each document and above it."""
    engine: str = "auto"
    use_models: bool = True
    model: str | None = None
    """Folder or hub name of the en→es model, or "embedded"; None: the one that `mtqa model use` chose, else that."""
    language: str | None = None
    """``en-GB`` or ``en-US``: which of two accepted spellings of a name is suggested; None: what the copy says of
    itself."""
    threads: int = 0
    """Processor threads of the model, 0: all. Changes no finding."""
