"""English words for the particles in the Spanish names of places, and given names for the seats of powers."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, body, toy


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented towns of Spain, a region that English calls otherwise, and a palace in Austria."""
    made = toy()
    made.entities += [
        body("place", "city", "Alcor de Talga", "Alcor de Talga", country="ES", keep=True, prominence=0.1),
        body("place", "city", "Alcor de la Vera", "Alcor de la Vera", country="ES", keep=True, prominence=0.1),
        body("place", "city", "Puebla de Alcor", "Puebla de Alcor", country="ES", keep=True, prominence=0.7),
        body("place", "region", "Region of Talga", "Región de Talga", country="ES", prominence=0.7),
        body("place", "monument", "Hofgarten Palace", "Luiso", country="AT", prominence=0.7),
    ]
    made.english |= {"region": 4.8, "the": 7.0, "louise": 2.9}
    made.spanish |= {"alcor": 3.0, "talga": 2.6, "vera": 3.5, "puebla": 3.5, "luiso": 2.0}
    made.glosses |= {"louise": {"luiso": 0.6}}
    return Checker(made.write(tmp_path_factory.mktemp("particles") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("Spain said that Alcor of Talga is closed.", "Alcor of Talga", "Alcor de Talga"),
    ("In Alcor of Talga the road is closed, Spain said.", "Alcor of Talga", "Alcor de Talga"),
    ("Spain said that Alcor of the Vera is closed.", "Alcor of the Vera", "Alcor de la Vera"),
    ("Spain said that they met in Alcor's Puebla on Friday.", "Alcor's Puebla", "Puebla de Alcor"),
])  # fmt: skip
def test_words_for_particles(places: Checker, text: str, span: str, suggestion: str) -> None:
    places.fails("literal-name", text, span, suggestion)


@pytest.mark.parametrize("text", [
    "Spain said that Alcor de Talga is closed.",
    "Spain said that the Region of Talga is closed.",  # what English calls it
    "Spain said that Iker Alcor of Talga is at home.",  # somebody's surname
    "France said that they met at Alcor's Puebla on Friday.",  # hardly a story of Spain
    "Spain said that Alcor and the Vera are closed.",
])  # fmt: skip
def test_what_english_says_stays(places: Checker, text: str) -> None:
    places.passes("literal-name", text)


@pytest.mark.parametrize(
    "text",
    [
        "Austria said that they met at the Louise on Friday.",
        "The Louise said on Friday that Austria is open.",
    ],
)
def test_the_seat_of_a_power(places: Checker, text: str) -> None:
    places.fails("literal-name", text, "Louise", "Hofgarten Palace")


@pytest.mark.parametrize(
    "text",
    [
        "Austria said that they met Louise on Friday.",  # English gives a name no article
        "Austria said that the Louise Sommer house is open.",
        "France said that they met at the Louise on Friday.",
        "Austria said that the Ingrid is open.",  # no seat is called so
    ],
)
def test_given_names_stay(places: Checker, text: str) -> None:
    places.passes("literal-name", text)
