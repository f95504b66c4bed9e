"""Names of bodies built as Spanish builds them: what they are before their name, and whose they are behind it."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, person, toy

RULE = "literal-name"


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities += [
        body("organisation", "movement", "San Tirso Movement", "Movimiento San Tirso", country="CU"),
        body("organisation", "foundation", "Alliance Tirso Encinas", "Alianza Tirso Encinas", country="CU"),
        body("party", "party", "Forward Fields", "Colinas Avante", country="IT"),
        person("Amanecer Torcal", "Torcal", country="", prominence=0.1),
        body("party", "party", "Torn Dawn", "Amanecer Torcal", country="GR"),
    ]
    made.glosses |= {"movement": {"movimiento": 0.9}}
    made.english |= {"movement": 5.0, "ahead": 5.0, "hills": 4.6}
    made.spanish |= {"movimiento": 5.0, "avante": 2.0, "amanecer": 4.2, "torcal": 2.4}
    made.given |= {"silvio": 9000}
    made.expected |= {"toy:Colinas Avante": (Expected("Hills Ahead", "Colinas Avante", ("dictionary",), False),)}
    return Checker(made.write(tmp_path_factory.mktemp("bodies") / "toy.mtqg"))


def test_what_it_is_before_its_name(bodies: Checker) -> None:
    text = "In Cuba, they say that the Movement San Tirso closed on Friday."
    bodies.fails(RULE, text, "Movement San Tirso", "San Tirso Movement")


@pytest.mark.parametrize(
    "text",
    [
        "In Cuba, they say that the San Tirso Movement closed on Friday.",
        "In Cuba, they say that the Alliance Tirso Encinas closed on Friday.",
        "In Cuba, they say that the Movement of San Tirso closed on Friday.",
    ],
)
def test_the_build_of_english(bodies: Checker, text: str) -> None:
    bodies.passes(None, text)


def test_a_party_and_whose_it_is(bodies: Checker) -> None:
    text = "In Italy, they say that the Hills Ahead of Silvio Torriani closed its winter meeting."
    bodies.fails(RULE, text, "Hills Ahead", "Forward Fields")


def test_what_is_of_no_person_is_a_part_of_a_longer_name(bodies: Checker) -> None:
    bodies.passes(RULE, "In Italy, they say that the Hills Ahead of Market Torriani closed its winter meeting.")


def test_a_party_and_somebody_obscure_of_its_name(bodies: Checker) -> None:
    found = bodies.shown("In Greece, they say that Amanecer Torcal won on Friday.")
    assert [(f.code, f.text, f.suggestions[0]) for f in found] == [("SPA101", "Amanecer Torcal", "Torn Dawn")]
    bodies.passes(None, "In Chile, they say that Amanecer Torcal spoke on Friday.")
