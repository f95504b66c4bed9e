"""Entities as bytes. Every text is a number into one trie of texts, so a record is some twenty bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mtqa.gazetteer.codec import read_varints, varint
from mtqa.gazetteer.model import KINDS, LANGUAGES, ROLES, Entity, Name, Tenure

ROADS = ("dictionary", "apertium", "model", "gloss")
"""How an expected mistranslation was made; a "gloss" is an English rendering that a table lists beside the
Spanish name which English copy keeps."""
KEEP_ORIGINAL, NAMES_TRACED = 1, 2
"""Flags of a record: English keeps the original name; each name has a bit for each of the entity's sources."""


@dataclass(frozen=True, slots=True)
class Expected:
    """English that a translator may make of the Spanish ``origin``; ``ambiguous``: it is a right name, too."""

    text: str
    origin: str
    roads: tuple[str, ...]
    ambiguous: bool


def encode(entity: Entity, expected: tuple[Expected, ...], number: Callable[[str], int]) -> bytes:
    """The record of an entity; ``number`` gives the number of a text, 0 for the empty text."""
    item = int(entity.id[1:]) if entity.id[:1] == "Q" and entity.id[1:].isdigit() else 0
    values = [item] if item else [0, number(entity.id)]
    values += [KINDS.index(entity.kind), number(entity.subkind), number(entity.country)]
    traced = any(name.sources for name in entity.names)
    flags = KEEP_ORIGINAL * entity.keep_original | NAMES_TRACED * traced
    values += [round(entity.prominence * 255), flags, number(entity.family)]
    values += [len(entity.sources), *map(number, entity.sources), len(entity.names)]
    for name in entity.names:
        values += [LANGUAGES.index(name.lang) | ROLES.index(name.role) << 2, number(name.text)]
        if traced:
            values.append(sum(1 << bit for bit, source in enumerate(entity.sources) if source in name.sources))
    values.append(len(entity.tenures))
    for tenure in entity.tenures:
        values += map(number, (tenure.office, tenure.country, tenure.start, tenure.end, tenure.source))
    for item_expected in expected:
        roads = sum(1 << ROADS.index(road) for road in item_expected.roads)
        values += [roads | item_expected.ambiguous << 7, number(item_expected.text), number(item_expected.origin)]
    return b"".join(map(varint, values))


def decode(data: bytes, text: Callable[[int], str]) -> tuple[Entity, tuple[Expected, ...]]:
    """The entity of a record and its expected mistranslations; ``text`` gives the text of a number."""
    values = iter(read_varints(data))
    item = next(values)
    entity_id = f"Q{item}" if item else text(next(values))
    kind, subkind, country = KINDS[next(values)], text(next(values)), text(next(values))
    prominence, flags, family = next(values) / 255, next(values), text(next(values))
    sources = tuple(text(next(values)) for _ in range(next(values)))
    names = []
    for _ in range(next(values)):
        meta = next(values)
        form = text(next(values))
        mask = next(values) if flags & NAMES_TRACED else 0
        traced = tuple(source for bit, source in enumerate(sources) if mask >> bit & 1)
        names.append(Name(form, LANGUAGES[meta & 3], ROLES[meta >> 2], traced))
    tenures = []
    for _ in range(next(values)):
        office, place, start, end, source = (text(next(values)) for _ in range(5))
        tenures.append(Tenure(office, place, start, end, source))
    expected = []
    for mask in values:
        roads = tuple(road for bit, road in enumerate(ROADS) if mask >> bit & 1)
        expected.append(Expected(text(next(values)), text(next(values)), roads, bool(mask & 0x80)))
    entity = Entity(
        entity_id, kind, subkind, country, tuple(names), tuple(tenures), prominence,
        bool(flags & KEEP_ORIGINAL), sources, family,
    )  # fmt: skip
    return entity, tuple(expected)
