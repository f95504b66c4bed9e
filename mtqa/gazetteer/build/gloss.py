"""English glosses of names that English copy keeps in Spanish ("The Vanguard" for La Vanguardia).

Tables list them among the English names, but where English keeps the original they are a reader's aid at
best: they move to the expected mistranslations, by the road "gloss". Of places English does say both ("Castile and
León", "Aran Valley"): theirs stay.
"""

from __future__ import annotations

from dataclasses import replace

from mtqa.gazetteer.build.literal import SMALL, Literal
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.sources.facts import SOURCE as OURS
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity

FUNCTION_WORDS = frozenset(
    ("the", "of", "and", "or", "in", "for", "with", "to", "a", "an", "is", "we", "it", "its", "by", "on")
)
_LEAST_SHARE = 0.6
_IN_USE = f"{OURS}/"
"""Provenance of names that copy uses, whatever they look like: our tables hold no reader's aids."""


def without_glosses(entity: Entity, literal: Literal) -> tuple[Entity, list[tuple[str, str]]]:
    """The entity without English aliases that translate its Spanish name, and those with the name they translate."""
    if not entity.keep_original or entity.kind in ("person", "place") or entity.country not in {"", *HISPANIC}:
        # Elsewhere the name that English keeps is not Spanish ("Time", which Spanish calls "la revista Time").
        return entity, []
    originals = [name.text for name in entity.names if name.lang != "en" and name.role in ("preferred", "alias")]
    glosses = []
    kept = []
    for name in entity.names:
        origin = next((text for text in originals if _translates(name.text, text, literal)), None)
        in_use = any(source.startswith(_IN_USE) for source in name.sources)
        is_english = name.lang == "en" and name.role in ("preferred", "alias") and not in_use
        if is_english and origin and fold(origin) != fold(name.text):
            glosses.append((name.text, origin))
        else:
            kept.append(name)
    return replace(entity, names=tuple(kept)), glosses


def _translates(english: str, spanish: str, literal: Literal) -> bool:
    originals = spanish.split()
    own = {fold(word) for word in originals}
    words = [word for word in fold(english).split() if word not in own and word not in FUNCTION_WORDS]
    if not words:
        return False
    meant = {fold(part) for word in originals for text in literal.word(word) for part in text.split()}
    # "más" and the like are function words to the literal translator, but words to a gloss.
    meant |= {SMALL[word.lower()] for word in originals if word.lower() in SMALL}
    hits = sum(word in meant or word.rstrip("s") in meant or f"{word}s" in meant for word in words)
    return hits / len(words) >= _LEAST_SHARE
