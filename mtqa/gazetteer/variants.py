"""Words that British and American English spell otherwise, as far as names of bodies, offices and places have them."""

from __future__ import annotations

import re

PAIRS = {
    "armour": "armor",
    "behaviour": "behavior",
    "catalogue": "catalog",
    "centre": "center",
    "civilisation": "civilization",
    "colour": "color",
    "defence": "defense",
    "enrolment": "enrollment",
    "fibre": "fiber",
    "fulfilment": "fulfillment",
    "globalisation": "globalization",
    "harbour": "harbor",
    "honour": "honor",
    "industrialisation": "industrialization",
    "judgement": "judgment",
    "labour": "labor",
    "licence": "license",
    "metre": "meter",
    "mobilisation": "mobilization",
    "modernisation": "modernization",
    "nationalisation": "nationalization",
    "neighbour": "neighbor",
    "normalisation": "normalization",
    "offence": "offense",
    "organisation": "organization",
    "programme": "program",
    "reorganisation": "reorganization",
    "rumour": "rumor",
    "standardisation": "standardization",
    "theatre": "theater",
    "traveller": "traveler",
    "urbanisation": "urbanization",
    "utilisation": "utilization",
    "valour": "valor",
}
"""British → American, in the singular: words that stand in names of bodies, offices and places."""
_BRITISH = {american: british for british, american in PAIRS.items()}
_TOLD = frozenset(form for word in (*PAIRS, *_BRITISH) for form in (word, word + "s"))
_MARKS = str.maketrans(dict.fromkeys("-‑'’,.:;()[]&/", " "))
_WORD = re.compile(r"[^\W\d_]+")


def american(text: str) -> str:
    """The text with the words of :data:`PAIRS` as American English spells them, small and capital letters kept."""
    return _WORD.sub(lambda match: _respelt(match[0], PAIRS), text)


def british(text: str) -> str:
    """The same in British spelling."""
    return _WORD.sub(lambda match: _respelt(match[0], _BRITISH), text)


def spellings(text: str) -> list[str]:
    """The text as it is, and as either side of the Atlantic spells it, each once."""
    if _TOLD.isdisjoint(text.lower().translate(_MARKS).split()):
        return [text]  # nearly all texts, and many are asked about
    return list(dict.fromkeys((text, american(text), british(text))))


def _respelt(word: str, words: dict[str, str]) -> str:
    low = word.lower()
    other = words.get(low) or (words.get(low[:-1], "") + "s" if low.endswith("s") and low[:-1] in words else "")
    if not other:
        return word
    if word.isupper():
        return other.upper()
    return other[0].upper() + other[1:] if word[0].isupper() else other
