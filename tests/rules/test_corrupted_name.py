"""COR101: places and bodies that the decoder broke."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.toy import Checker, body, toy


def test_a_place_with_a_letter_too_many(check: Checker) -> None:
    text = "In France they reached Mornlanneville on Monday."
    found = check.fails("corrupted-name", text, "Mornlanneville", "Morlanneville")
    assert (found.evidence[0].kind, found.evidence[0].detail) == (
        "spelling",
        "no lexicon knows “Mornlanneville”, which is a slip from “Morlanneville”",
    )


def test_a_body_with_one_broken_word(check: Checker) -> None:
    text = "They say that the Winter Market Counncil met in Morlanneville."
    check.fails("corrupted-name", text, "Winter Market Counncil", "Winter Market Council")


def test_the_right_spelling_elsewhere_in_the_story_makes_it_likelier(check: Checker) -> None:
    text = "They say that {} is open. They met people from Morlanneville on Friday."
    rare, sure = (
        check.fails("corrupted-name", text, "Mornlanneville", "Morlanneville").confidence
        for text in ("In France they reached Mornlanneville.", text.format("Mornlanneville"))
    )
    assert sure > rare


@pytest.mark.parametrize(
    "text",
    [
        "In France they reached Morlanneville on Monday.",
        "In France they met Kevin Mornlanneville on Monday.",  # somebody's name
        "In France they reached Norlanneville on Monday.",  # the first letter is kept
        "In France they reached Morlavenil on Monday.",  # too far
        "In Latvia they reached Vyshkov on Monday.",  # another place may end so
        "In France they reached the Morlannevillers on Monday.",
        "In France they met Morlannevillans on Monday.",
        "In France they reached Morlannevillism on Monday.",
        "The bridge and the road are open, the Morlannevillers say.",
    ],
)
def test_others_stay(check: Checker, text: str) -> None:
    check.passes("corrupted-name", text)


def test_a_word_of_some_other_name_is_not_broken(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("place", "camp", "Mornlanneville Bell", "Campana"))
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.passes("corrupted-name", "In France they reached Mornlanneville on Monday.")


def test_a_title_of_one_word_is_no_word_misspelt(tmp_path: Path) -> None:
    made = toy()
    made.entities += [body("work", "film", "Lantervane", "Alumbrado"), body("place", "city", "Brendervane", "Brendera")]
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("corrupted-name", "They met in Brendelvane on Friday.", "Brendelvane", "Brendervane")
    check.passes("corrupted-name", "They met in Lantelvane on Friday.")


def test_people_of_a_broken_place(check: Checker) -> None:
    text = "They met in {0} on Friday. They say that the {1} closed the road."
    check.fails("corrupted-name", text.format("Vyshkiv", "Vyhkivers"), "Vyhkivers", "Vyshkivers")
    check.fails("corrupted-name", text.format("Vyshkiv", "Vyhkivese"), "Vyhkivese", "Vyshkivese")
    other = "They met in Morlanneville. The Morlonnevillians closed it."
    check.fails("corrupted-name", other, "Morlonnevillians", "Morlannevillians")


@pytest.mark.parametrize("text", [
    "They met in Latvia on Friday. They say that the Vyhkivers closed the road.",  # the story names no such place
    "They met in Vyshkiv on Friday. They say that the Vyshkivers closed the road.",
    "They met in Vyshkiv on Friday. They say that the Yyshkivers closed the road.",
    "They met in Vyshkiv on Friday. They say that Kevin Vyhkivers closed the road.",
    "They met in Vyshkiv on Friday. They say that the Vykevers closed the road.",
    "They met in Morlanneville on Friday. They say that the Morlannevillians closed the road.",
    "They met in Vyshkiv on Friday. They say that the Vyshkivnians closed the road.",
])  # fmt: skip
def test_other_peoples_stay(check: Checker, text: str) -> None:
    check.passes("corrupted-name", text)
