"""The baseline's file: JSON, an entry a line, sorted, so that merges and reviews of it are easy."""

from __future__ import annotations

import json
import os
from typing import Any

from mtqa.atomic import write_file
from mtqa.baseline.model import DECISIONS, Baseline, Entry
from mtqa.baseline.updating import merged
from mtqa.baseline.upgrading import VERSION, upgraded
from mtqa.errors import MtqaError

DEFAULT_NAME = ".mtqa-baseline.json"
_NEEDED = ("path", "code", "fingerprint", "text")


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises MtqaError.

    Older versions are read, too (:mod:`mtqa.baseline.upgrading`); whoever writes the baseline again writes the present
    one.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            values = json.load(file)
    except FileNotFoundError:
        raise MtqaError(f"{path}: there is no such baseline; 'mtqa baseline create' makes one") from None
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise MtqaError(f"{path}{line}: is no baseline: it is not JSON") from None
    folder = os.path.dirname(os.path.abspath(path))
    entries = [_entry(path, number, item) for number, item in enumerate(upgraded(path, values)["findings"], 1)]
    return Baseline(folder, merged(entries))


def write_baseline(path: str, baseline: Baseline) -> None:
    """Write a baseline whole or not at all. Raises MtqaError."""
    lines = ",\n".join("    " + json.dumps(_plain(entry), ensure_ascii=False) for entry in baseline.entries)
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'
    write_file(path, text.encode("utf-8", "backslashreplace"))


def empty(path: str) -> Baseline:
    """A baseline without entries that will lie at ``path``."""
    return Baseline(os.path.dirname(os.path.abspath(path)))


def _plain(entry: Entry) -> dict[str, Any]:
    """The entry for JSON, without what says nothing."""
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    return {name: value for name, value in values.items() if name in _NEEDED or value not in ("", 1)}


def _entry(path: str, number: int, item: Any) -> Entry:
    where = f"{path}: is no baseline: finding {number}"
    if not isinstance(item, dict):
        raise MtqaError(f"{where} is no object")
    for name, value in item.items():
        kind: type = int if name == "count" else str
        if name in Entry.__slots__ and (not isinstance(value, kind) or isinstance(value, bool)):
            raise MtqaError(f"{where}: {name} is {value!r}")
    missing = [name for name in _NEEDED if name not in item]
    if missing:
        raise MtqaError(f"{where} has no {missing[0]}")
    entry = Entry(**{name: value for name, value in item.items() if name in Entry.__slots__})
    if entry.decision not in DECISIONS or entry.count < 1:
        wrong = f"count is {entry.count}" if entry.count < 1 else f"decision is {entry.decision!r}"
        raise MtqaError(f"{where}: {wrong}")
    return entry
