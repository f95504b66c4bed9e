"""SPA102: Spanish words for the people of a place."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker


@pytest.mark.parametrize(
    ("text", "word", "english"),
    [
        ("They say that a talgueño minister spoke.", "talgueño", "Talga"),
        ("They say that he is a Talgueño.", "Talgueño", "native of Talga"),
        ("They met two Talgués.", "Talgués", "native of Talga"),
        ("They say that the Talgueños won.", "Talgueños", "people from Talga"),
        ("They say that the veldense market closed.", "veldense", "Veldanese"),
    ],
)
def test_a_word_for_the_people_of_a_place(check: Checker, text: str, word: str, english: str) -> None:
    found = check.fails("spanish-demonym", text, word, english)
    assert found.evidence[0].kind == "spanish-form"


@pytest.mark.parametrize(
    "text",
    [
        "They met Kevin Talgueño on Friday.",  # somebody's name
        "They say that Sporting Talgueño won.",  # a club's
        "They say that the montense market closed.",  # no word of origin in English
        "They say that the portense market closed.",  # a word like one, of no place that is known
        "They say “el mercado talgueño de campanas” closed.",  # Spanish text
        "They say that TALGUEÑO closed.",
    ],
)
def test_others_stay(check: Checker, text: str) -> None:
    check.passes("spanish-demonym", text)
