"""The index from sound skeletons to the surnames and places that copy speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from mtqa.gazetteer.codec import pack_rows, pack_trie, varint
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.skeleton import skeletons

_LEAST = {"person": 0.45, "place": 0.25, "media": 0.45}
"""Prominence from which an entity's name is worth recognising in a strange spelling, by kind."""
_MOST = 12
"""Entities one skeleton leads to, the most prominent ones."""


def skeleton_sections(entities: Sequence[Entity]) -> dict[str, bytes]:
    """Sections ``skeletons`` and ``skeleton-rows``; ``entities`` come the most prominent first."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for index, entity in enumerate(entities):
        if entity.prominence < _LEAST.get(entity.kind, 2.0):
            continue
        for name in spelt(entity):
            for key in sorted(skeletons(name)):
                if len(found[key]) < _MOST:
                    found[key][index] = None
    data, trie = pack_trie(found)
    rows = [b""] * len(trie)
    for key, numbers in found.items():
        rows[trie[key]] = b"".join(map(varint, numbers))
    return {"skeletons": data, "skeleton-rows": pack_rows(rows)}


def spelt(entity: Entity) -> list[str]:
    """What of an entity's English names is spelt otherwise in other languages: a surname, a place of one word."""
    if entity.kind == "person":
        return [word for word in entity.family.split() if word[:1].isupper()][-1:]
    return [name for name in entity.accepted("en") if " " not in name][:3]
