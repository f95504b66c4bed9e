"""A bench folder: ``docs/NAME.txt``, and beside it ``gold.tsv``, ``dates.json`` and ``bench.json`` where there are any.

``dates.json`` maps globs of document names to the day the copy is from. ``bench.json`` may say that the gold is
``exhaustive``: then everything it does not mark is right, and a finding there is false. A folder without gold holds
copy that is right throughout.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from mtqa.bench.gold import GoldSpan, read_gold
from mtqa.document import Document
from mtqa.document.readers import read_file
from mtqa.errors import MtqaError

SAMPLE = Path(__file__).resolve().parents[2] / "fixtures" / "bench"
"""The folder that comes with the source."""


@dataclass(frozen=True)
class BenchDoc:
    """A document, the day it is read as of (None: its own date, else today), and what is marked in it."""

    name: str
    document: Document
    day: date | None
    gold: tuple[GoldSpan, ...]

    @property
    def words(self) -> int:
        """Words, as white space divides them."""
        return len(self.document.text.split())


@dataclass(frozen=True)
class Bench:
    """Documents in the order of their names. ``annotated`` tells that there is gold, ``exhaustive`` that it is all."""

    name: str
    docs: tuple[BenchDoc, ...]
    annotated: bool
    exhaustive: bool
    only: str = "*"

    @property
    def words(self) -> int:
        """Words of all documents."""
        return sum(doc.words for doc in self.docs)

    @cached_property
    def digest(self) -> str:
        """Eight hexadecimal digits that name texts, days and gold."""
        total = hashlib.sha256(repr((self.annotated, self.exhaustive)).encode())
        for doc in self.docs:
            total.update(repr((doc.name, doc.document.text, doc.day, doc.gold)).encode("utf-8", "surrogatepass"))
        return total.hexdigest()[:8]

    @property
    def signature(self) -> str:
        """What the numbers depend on beside mtqa itself."""
        part = "" if self.only == "*" else f"|only:{self.only}"
        return f"bench:{self.name}:{self.digest}|docs:{len(self.docs)}{part}"


def read_bench(folder: Path, only: str = "*") -> Bench:
    """Read the documents of a folder whose names match the glob ``only``.

    Raises MtqaError when there is none, a file is damaged, or the gold names other text than the documents hold.
    """
    paths = sorted(path for path in (folder / "docs").glob("*.txt") if fnmatchcase(path.stem, only))
    if not paths:
        which = "" if only == "*" else f" that matches {only!r}"
        raise MtqaError(f"{folder / 'docs'}: no .txt file{which}; a bench folder has docs/*.txt, and gold.tsv beside")
    annotated = (folder / "gold.tsv").exists()
    marked: dict[str, list[GoldSpan]] = {}
    for span in read_gold(folder) if annotated else ():
        marked.setdefault(span.doc, []).append(span)
    for name in sorted(marked.keys() - {path.stem for path in paths}):
        if not (folder / "docs" / f"{name}.txt").is_file():
            raise MtqaError(f"{folder / 'gold.tsv'}: names {name}, but docs/{name}.txt is missing")
    days = _days(folder / "dates.json")
    docs = []
    for path in paths:
        document = read_file(str(path), form="text")
        day = next((day for glob, day in days if fnmatchcase(path.stem, glob)), None)
        docs.append(BenchDoc(path.stem, document, day, _placed(folder, document, marked.get(path.stem, []))))
    exhaustive = not annotated or bool(_object(folder / "bench.json").get("exhaustive", False))
    return Bench(folder.resolve().name, tuple(docs), annotated, exhaustive, only)


def _placed(folder: Path, document: Document, spans: Sequence[GoldSpan]) -> tuple[GoldSpan, ...]:
    for span in spans:
        there = document.text[span.start : span.end]
        if there != span.text:
            where = f"{folder / 'gold.tsv'}: has {span.text!r} at {span.start} of {span.doc}"
            raise MtqaError(f"{where}, but its text has {there!r}; count code points of the file")
    return tuple(spans)


def _days(path: Path) -> list[tuple[str, date]]:
    found = []
    for glob, day in _object(path).items():
        try:
            found.append((glob, date.fromisoformat(day)))
        except (TypeError, ValueError):
            raise MtqaError(f"{path}: {day!r} for {glob!r} is no date; write 2022-11-15") from None
    return found


def _object(path: Path) -> Mapping[str, Any]:
    """The JSON object in a file; empty without the file."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise MtqaError(f"{path}: cannot be read ({error})") from None
    if not isinstance(found, dict):
        raise MtqaError(f"{path}: not a JSON object")
    return found
