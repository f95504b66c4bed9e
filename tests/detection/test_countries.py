"""Countries that put nouns first are those whose languages do."""
from __future__ import annotations

from babel import Locale
from babel.languages import get_official_languages

from mtqa.detection.disordered_acronyms import NOUN_FIRST

ROMANCE = frozenset({"es", "pt", "fr", "it", "ro", "ca"})
DEPENDENT = frozenset("BL CP EA GF GP IC MF MQ NC PF PM RE TF WF YT".split())
"""Territories of other countries, which have no acronyms of their own in the news."""


def test_every_country_with_a_romance_language_puts_nouns_first() -> None:
    codes = [str(code) for code in Locale("en").territories]
    romance = [c for c in codes if c.isalpha() and len(c) == 2 and ROMANCE.intersection(get_official_languages(c)[:1])]
    assert len(romance) > 60
    assert not set(romance) - NOUN_FIRST - DEPENDENT
