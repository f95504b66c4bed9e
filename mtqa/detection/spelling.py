"""British and American English, as far as suggestions go: of two spellings that a name has, the one that is wanted.

Only a form that the gazetteer has for the same entity is ever chosen. Nothing is respelt by rule: Labour is the British
party's name in America, too.
"""

from __future__ import annotations

import re

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.lookup import LookUp

VARIANTS = ("en-GB", "en-US")
_LIKE_BRITISH = frozenset({"gb", "uk", "ie", "au", "nz", "za", "in"})
"""Countries whose spelling of these words is the British one."""

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
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"(.+?)( \([^()]+\))")


def variant_of(language: str | None) -> str | None:
    """The variant that a language tag (``en-AU``) asks for; None where it leaves it open."""
    parts = (language or "").replace("_", "-").lower().split("-")
    if parts[0] != "en" or len(parts) < 2:
        return None
    return "en-US" if parts[-1] == "us" else "en-GB" if parts[-1] in _LIKE_BRITISH else None


def in_variant(name: str, variant: str, gazetteer: LookUp) -> str:
    """The form of a name, or of a name with its acronym in brackets, that is spelt as the variant has it: one that the
    gazetteer accepts for the same entity, else the name as it is. A house's own form stays."""
    if _spelt(name, variant) == name or gazetteer.forms.get(name) is not None:
        return name
    match = _BRACKETS.fullmatch(name)
    bare, brackets = (match[1], match[2]) if match else (name, "")
    for found in gazetteer.exact(bare):
        for form in found.entity.accepted("en"):
            if form != bare and variant_key(form) == variant_key(bare) and _spelt(form, variant) == form:
                return form + brackets
    return name


def variant_key(name: str) -> str:
    """The same for two forms that differ by such spellings, case, accents and hyphens alone."""
    return fold(_spelt(name.replace("-", ""), "en-US"))


def _spelt(text: str, variant: str) -> str:
    """The text with the words of :data:`PAIRS` as a variant spells them, small and capital letters kept."""
    words = PAIRS if variant == "en-US" else _BRITISH
    return _WORD.sub(lambda match: _respelt(match[0], words), text)


def _respelt(word: str, words: dict[str, str]) -> str:
    low = word.lower()
    other = words.get(low) or (words.get(low[:-1], "") + "s" if low.endswith("s") and low[:-1] in words else "")
    if not other:
        return word
    if word.isupper():
        return other.upper()
    return other[0].upper() + other[1:] if word[0].isupper() else other
