"""What is kept of a lint, as bytes: the findings before anything is decided of them, with a checksum.

JSON and not pickle: a cache that comes with somebody's repository must not be able to run code.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any

from mtqa.findings import Evidence, Finding

_MARK = b"mtqa 1 "
_FIELDS = tuple(item.name for item in fields(Finding))


@dataclass(frozen=True, slots=True)
class Entry:
    """The findings of a text, and what its reader found in it: the copy's own date and language.

    ``as_of`` is the day as of which it was linted where neither the settings nor the copy name one: the result holds
    for that day.
    """

    findings: tuple[Finding, ...]
    date: datetime.date | None = None
    language: str | None = None
    as_of: datetime.date | None = None


def to_bytes(entry: Entry) -> bytes:
    """The entry as a file holds it."""
    values = {
        "date": _text(entry.date),
        "language": entry.language,
        "as_of": _text(entry.as_of),
        "findings": [[_plain(finding, name) for name in _FIELDS] for finding in entry.findings],
    }
    body = json.dumps(values, separators=(",", ":")).encode("ascii")
    return _MARK + _checksum(body) + b"\n" + body


def from_bytes(data: bytes) -> Entry | None:
    """The entry in a file; None for a file that is cut short, altered, or of another version."""
    head, _, body = data.partition(b"\n")
    if head != _MARK + _checksum(body):
        return None
    try:
        values = json.loads(body)
        found = tuple(_finding(dict(zip(_FIELDS, item))) for item in values["findings"])
        return Entry(found, _date(values["date"]), values["language"], _date(values["as_of"]))
    except (ValueError, KeyError, TypeError):  # made to look right
        return None


def _checksum(body: bytes) -> bytes:
    """Of the fields, too: an entry of a version whose findings held other things is of no use."""
    return hashlib.blake2b(repr(_FIELDS).encode() + body, digest_size=12).hexdigest().encode("ascii")


def _plain(finding: Finding, name: str) -> Any:
    value = getattr(finding, name)
    return [[item.kind, item.detail] for item in value] if name == "evidence" else value


def _finding(values: dict[str, Any]) -> Finding:
    values["suggestions"] = tuple(values["suggestions"])
    values["evidence"] = tuple(Evidence(kind, detail) for kind, detail in values["evidence"])
    return Finding(**values)


def _text(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
