"""Entities as bytes. Every text is a number into one trie of texts, so a record is some thirty bytes.

:mod:`mtqa.gazetteer.stored` reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mtqa.gazetteer.codec import varint
from mtqa.gazetteer.model import KINDS, LANGUAGES, ROLES, Entity

ROADS = ("dictionary", "apertium", "model", "gloss")
"""How an expected mistranslation was made; a "gloss" is an English rendering that a table lists beside the
Spanish name which English copy keeps."""
KEEP_ORIGINAL, NAMES_TRACED, ROWS = 1, 2, 4
"""Flags of a record: English keeps the original name; each name has a bit for each of the entity's sources; these
sources and those of offices are rows of tables rather than tables."""


@dataclass(frozen=True, slots=True)
class Expected:
    """English that a translator may make of the Spanish ``origin``; ``ambiguous``: it is a right name, too."""

    text: str
    origin: str
    roads: tuple[str, ...]
    ambiguous: bool


def split_origin(origin: str) -> tuple[str, str]:
    """The file and the line of a provenance; what has no line is all file."""
    file, _, line = origin.rpartition(":")
    return (file, line) if file and line.isdigit() and line.isascii() and str(int(line)) == line else (origin, "")


def code_of(lang: str, role: str) -> int:
    """How a record writes the language and the role of a name."""
    return LANGUAGES.index(lang) | ROLES.index(role) << 2


def encode(
    entity: Entity,
    expected: tuple[Expected, ...],
    number: Callable[[str], int],
    file_number: Callable[[str], int] = lambda file: 0,
) -> bytes:
    """The record of an entity.

    ``number`` gives the number of a text, 0 for the empty text; ``file_number`` that of the file of a provenance.
    """

    def place(origin: str) -> tuple[int, int]:
        file, line = split_origin(origin)
        return file_number(file), int(line) + 1 if line else 0

    item = int(entity.id[1:]) if entity.id[:1] == "Q" and entity.id[1:].isdigit() else 0
    values = [item] if item else [0, number(entity.id)]
    values += [KINDS.index(entity.kind), number(entity.subkind), number(entity.country)]
    traced = any(name.sources for name in entity.names)
    sources = entity.origins or entity.sources
    flags = KEEP_ORIGINAL * entity.keep_original | NAMES_TRACED * traced | ROWS * bool(entity.origins)
    values += [round(entity.prominence * 255), flags, number(entity.family), len(sources)]
    values += [value for origin in sources for value in (place(origin) if flags & ROWS else (number(origin),))]
    values.append(len(entity.names))
    for name in entity.names:
        values += [code_of(name.lang, name.role), number(name.text)]
        if traced:
            values.append(sum(1 << bit for bit, source in enumerate(sources) if source in name.sources))
    values.append(len(entity.tenures))
    for tenure in entity.tenures:
        values += map(number, (tenure.office, tenure.country, tenure.start, tenure.end))
        values += place(tenure.origin) if flags & ROWS else (number(tenure.source),)
    for item_expected in expected:
        roads = sum(1 << ROADS.index(road) for road in item_expected.roads)
        values += [roads | item_expected.ambiguous << 7, number(item_expected.text), number(item_expected.origin)]
    return b"".join(map(varint, values))
