"""Surnames in personal names."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.build.people import NameLexicon, family_name, short_form, surname_keys

LEXICON = NameLexicon(
    given={"maria": 500_000, "mar": 6000, "jose": 600_000, "luis": 300_000, "ana": 200_000},
    surnames={"garcia": 1_400_000, "lopez": 800_000, "rey": 30_000},
)


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Ursula von der Lahn", "DE", "von der Lahn"),
        ("José Luis García López", "ES", "García López"),
        ("María del Mar Rey", "ES", "Rey"),
        ("Ana García López", "", "García López"),
        ("Joan van Dyk", "NL", "van Dyk"),
        ("Li Wei", "CN", "Li"),
        ("Park Soo-min", "KR", "Park"),
        ("John Smith Jr.", "US", "Smith"),
        ("Philip IX", "ES", ""),
        ("Anne of Denmark", "DK", ""),
        ("Pelé", "BR", ""),
    ],
)
def test_family_name(name: str, country: str, family: str) -> None:
    assert family_name(name, country, LEXICON) == family


def test_a_double_surname_is_found_by_its_first_part() -> None:
    assert surname_keys("García López", "ES")[:2] == ["garcia lopez", "garcia"]
    assert surname_keys("Silva Costa", "BR")[:2] == ["silva costa", "costa"]


def test_copy_drops_the_second_surname() -> None:
    assert short_form("Ana García López", "García López", "ES") == "Ana García"
    assert short_form("Luis de la Cruz Rey", "de la Cruz Rey", "ES") == "Luis de la Cruz"
    assert short_form("Ana García", "García", "ES") == ""
    assert short_form("Ana Silva Costa", "Silva Costa", "PT") == ""
