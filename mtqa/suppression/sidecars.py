"""Sidecars: ``story.txt.mtqa.toml`` beside ``story.txt``, for formats that have no comments.

.. code-block:: toml

    [[ignore]]
    rules = ["NAM101"]           # none: all rules
    text = "Ana Churches"        # none: the whole file
    reason = "her name"
"""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.suppression.comments import Check
from mtqa.suppression.model import Suppression

ENDING = ".mtqa.toml"
_KEYS = ("rules", "text", "reason")
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*ignore[ \t]*\]\][^\r\n]*", re.M)


def read_sidecar(document: Document) -> Document | None:
    """The sidecar of a document as a document without blocks, None where there is none. Raises MtqaError."""
    path = document.path + ENDING
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    return Document(path, text, ())


def sidecar_suppressions(sidecar: Document, document: Document, check: Check) -> list[Suppression]:
    """What a sidecar puts aside in its document. Raises MtqaError for a sidecar that means nothing."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        values = tomllib.loads(sidecar.text)
    except tomllib.TOMLDecodeError as error:
        raise MtqaError(f"{sidecar.path}: is no valid TOML: {error}") from None
    unknown = [name for name in values if name != "ignore"]
    entries = values.get("ignore", [])
    if unknown or not isinstance(entries, list):
        raise MtqaError(f"{sidecar.path}: must hold tables [[ignore]]" + (f", not {unknown[0]!r}" if unknown else ""))
    places = [match.span() for match in _ENTRY.finditer(sidecar.text)]
    if len(places) != len(entries):  # written otherwise than we look for
        places = [(0, len(sidecar.text.splitlines()[0]))] * len(entries)
    return [_read(entry, sidecar, document, check, place) for entry, place in zip(entries, places, strict=True)]


def _read(entry: Any, sidecar: Document, document: Document, check: Check, place: tuple[int, int]) -> Suppression:
    where = f"{sidecar.path}:{sidecar.line_column(place[0])[0]}"
    if not isinstance(entry, dict):
        raise MtqaError(f"{where}: must hold tables [[ignore]]")
    for name, value in entry.items():
        if name not in _KEYS:
            near = get_close_matches(name, _KEYS, n=1)
            raise MtqaError(f"{where}: unknown key {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        if name == "rules" and isinstance(value, list):
            value = ",".join(map(str, value))
        if not isinstance(value, str) or not value.strip():
            raise MtqaError(f"{where}: {name}: expected a text, not {value!r}")
    rules = entry.get("rules", [])
    names = rules if isinstance(rules, list) else rules.split(",")
    selectors = tuple(str(name).strip() for name in names)
    try:
        check(selectors)
    except MtqaError as error:
        raise MtqaError(f"{where}: rules: {error}") from None
    return Suppression("sidecar", *place, 0, len(document.text), selectors, entry.get("reason", ""), entry.get("text"))
