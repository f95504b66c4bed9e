"""British and American English, as far as suggestions go: of two spellings that a name has, the one that is wanted.

Only a form that the gazetteer has for the same entity is ever chosen. Nothing is respelt by rule: Labour is the British
party's name in America, too.
"""

from __future__ import annotations

import re

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.lookup import LookUp
from mtqa.gazetteer.variants import american, british

VARIANTS = ("en-GB", "en-US")
_LIKE_BRITISH = frozenset({"gb", "uk", "ie", "au", "nz", "za", "in"})
"""Countries whose spelling of these words is the British one."""

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
    return fold(american(name.replace("-", "")))


def _spelt(text: str, variant: str) -> str:
    return american(text) if variant == "en-US" else british(text)
