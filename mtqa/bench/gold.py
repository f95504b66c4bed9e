"""Annotated machine translation: a folder of ``docs/NAME.txt`` with ``gold.tsv`` beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import MtqaError

COLUMNS = ("doc", "start", "end", "span", "spanish", "correct", "class", "status")
STATUSES = ("definite", "arguable", "correct")


@dataclass(frozen=True)
class GoldSpan:
    """One annotated span: where it stands (code points), the Spanish it came from, and what it should read.

    ``kind`` is the class of error ("person_literal"), ``status`` definite, arguable or correct.
    """

    doc: str
    start: int
    end: int
    text: str
    spanish: str
    correct: str
    kind: str
    status: str


def read_gold(folder: Path) -> list[GoldSpan]:
    """Every annotated span of a bench folder. Raises MtqaError when the table is missing or damaged."""
    path = folder / "gold.tsv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(_spans(path, csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); give a folder with docs/ and gold.tsv") from error


def _spans(path: Path, rows: csv.DictReader[str]) -> Iterator[GoldSpan]:
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise MtqaError(f"{path}: no column {', '.join(missing)}; its columns must be {', '.join(COLUMNS)}")
    for number, row in enumerate(rows, start=2):
        values = [row[name] for name in COLUMNS]
        if any(value is None for value in values) or not (row["start"].isdigit() and row["end"].isdigit()):
            raise MtqaError(f"{path}:{number}: not {len(COLUMNS)} cells with numbers for start and end")
        if row["status"] not in STATUSES:
            raise MtqaError(f"{path}:{number}: status {row['status']!r} is none of {', '.join(STATUSES)}")
        doc, start, end, span, spanish, correct, kind, status = (_unquoted(value) for value in values)
        yield GoldSpan(doc, int(start), int(end), span, spanish, correct, kind, status)


def _unquoted(cell: str) -> str:
    """A cell without the quotes that spreadsheets put around one that holds quotes; a lone quote is text."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', ""):
        return cell[1:-1].replace('""', '"')
    return cell


def read_doc(folder: Path, span: GoldSpan) -> str:
    """The text that a span stands in. Raises MtqaError when it is missing or has something else there."""
    path = folder / "docs" / f"{span.doc}.txt"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}), but gold.tsv names it") from error
    if text[span.start : span.end] != span.text:
        raise MtqaError(f"{path}: {text[span.start : span.end]!r} at {span.start}, where gold.tsv has {span.text!r}")
    return text
