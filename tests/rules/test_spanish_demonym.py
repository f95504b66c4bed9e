"""SPA102: Spanish words for the people of a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.toy import Checker, body, toy


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


@pytest.mark.parametrize(("word", "english"), [("Mirondan", "Orlada"), ("Mirondans", "people from Orlada")])
def test_a_word_cut_to_look_english(tmp_path: Path, word: str, english: str) -> None:
    made = toy()
    made.entities += [
        body("demonym", "demonym", "from Orlada", "mirondano", country="ES", prominence=0.2),
        body("demonym", "demonym", "from Terlada", "terladano", country="ES", prominence=0.2),
        body("demonym", "demonym", "from Orlada", "olindan", country="ES", prominence=0.2),
    ]
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    found = check.fails("spanish-demonym", f"They say that the {word} team won.", word, english)
    assert found.message == f"“{word}” is made from the Spanish for “from Orlada”"
    assert found.evidence[0].detail == "Spanish has “mirondano” for “from Orlada”, English no such word"
    whole = check.fails("spanish-demonym", "They say that the Olindan team won.", "Olindan", "Orlada")
    assert whole.message == "“Olindan” is Spanish for “from Orlada”"
    check.passes(None, "They say that the Terladan team won.")  # English makes such words of the place itself


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


@pytest.fixture
def nations(tmp_path: Path) -> Checker:
    made = toy()
    made.glosses |= {"russian": {"ruso": 0.9}, "north korean": {"norcoreano": 0.7}, "chile": {"ají": 0.9}}
    made.spanish |= {"torta": 4.0, "ruso": 4.6, "norcoreano": 3.0, "norcoreana": 2.6, "ají": 3.0, "mercado": 5.0}
    return Checker(made.write(tmp_path / "toy.mtqg"))


@pytest.mark.parametrize(("word", "english"), [("ruso", "Russian"), ("norcoreana", "North Korean")])
def test_a_nation_in_small_letters_whatever_its_ending(nations: Checker, word: str, english: str) -> None:
    nations.fails("spanish-demonym", f"They say that the {word} market closed.", word, english)


@pytest.mark.parametrize(
    "text",
    [
        "They say that the Ruso market closed.",  # a name
        "They say that the ají market closed.",  # its English is a country's name, and no people's
        "They say that “ruso” closed.",  # the word itself
        "They say that it is ruso in Spanish.",
        "They say that the mercado ruso closed.",  # Spanish text
        "They say that the torta ruso closed.",  # a dish
        "They say that the tarnela ruso closed.",  # who knows
    ],
)
def test_a_nation_that_stays(nations: Checker, text: str) -> None:
    nations.passes("spanish-demonym", text)


def test_a_nation_behind_an_english_noun(nations: Checker) -> None:
    nations.fails("spanish-demonym", "They say that the market ruso closed.", "ruso", "Russian")
