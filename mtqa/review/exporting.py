"""Decisions out of the store, for other programs: JSON that ``mtqa apply`` reads, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import replace

from mtqa.output.places import slashed
from mtqa.review.decisions import Decision, to_json
from mtqa.review.store import Stored

COLUMNS = ("path", "code", "text", "decision", "replacement", "by", "at", "reason", "applied", "start", "end", "id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Exported = list[tuple[Decision, bool]]
"""Decisions, and whether each is in the copy."""


def named(words: Iterable[Stored], project: str) -> Exported:
    """The decisions that hold, by file and place, with paths from the working folder."""
    found = []
    for word in words:
        if word.holds:
            path = slashed(os.path.relpath(os.path.join(project, word.decision.path)))
            found.append((replace(word.decision, path=path), word.applied))
    return sorted(found, key=lambda pair: (pair[0].path, pair[0].start, pair[0].id))


def as_json(exported: Exported, signature: str = "") -> str:
    """The file of decisions."""
    return to_json([decision for decision, _ in exported], signature)


def as_csv(exported: Exported) -> str:
    """A row a decision, with a head; UTF-8 with a byte order mark, which spreadsheets want. A text that a spreadsheet
    would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for decision, applied in exported:
        values = [applied if name == "applied" else getattr(decision, name) for name in COLUMNS]
        writer.writerow([_cell(value) for value in values])
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
