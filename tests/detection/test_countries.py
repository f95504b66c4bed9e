"""Countries that put nouns first are those whose languages do."""
from __future__ import annotations

from babel.languages import get_official_languages

from mtqa.detection.disordered_acronyms import NOUN_FIRST


def test_every_country_with_a_romance_language_puts_nouns_first() -> None:
    from babel import Locale

    romance = {"es", "pt", "fr", "it", "ro", "ca"}
    for code in Locale("en").territories:
        if len(code) == 2 and code.isalpha() and romance.intersection(get_official_languages(code)[:1]):
            assert code in NOUN_FIRST or code in DEPENDENT, code


DEPENDENT = frozenset("BL CP EA GF GP IC MF MQ NC PF PM RE TF WF YT".split())
"""Territories of other countries, which have no acronyms of their own in the news."""
