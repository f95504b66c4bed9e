"""The words that names of places, bodies and works end with: River, Cup, Street, Church."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mtqa.gazetteer.codec import pack_trie
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity

_LEAST = 8
"""Names that must end with a word before it counts as a head noun."""


def head_sections(entities: Sequence[Entity]) -> dict[str, bytes]:
    """The section ``heads``: a trie of the folded words."""
    counts: Counter[str] = Counter()
    for entity in entities:
        if entity.kind != "person":
            words = fold(entity.english).split()
            if len(words) > 1:
                counts[words[-1]] += 1
    data, _ = pack_trie(word for word, count in counts.items() if count >= _LEAST)
    return {"heads": data}
