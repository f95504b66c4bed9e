"""Names behind which a person's name, or a place, stands in the same run of capitals."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, body, toy

RULE = "literal-name"


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities += [
        body("place", "theatre", "Brodovan Theatre", "Teatro Brodovan", country="ES"),
        body("organisation", "observatory", "Observatorio Tirso Encinas", "Observatorio Tirso Encinas", country="ES"),
        body("place", "theatre", "Royal Theatre", "Teatro Real", country="ES"),
        body("place", "city", "Almena", "Almena", country="ES"),
        body("organisation", "court", "Ten Hills Court", "Audiencia Colina", country="ES"),
    ]
    made.glosses |= {"theater": {"teatro": 0.96}, "audience": {"audiencia": 0.9}}
    made.english |= dict.fromkeys(("theatre", "theater", "audience", "court", "deputy", "judge", "galician"), 4.4)
    made.english |= {"royal": 4.8, "observatory": 3.8}
    made.glosses["observatory"] = {"observatorio": 0.9}
    made.glosses["royal"] = {"real": 0.9}
    made.spanish |= {"teatro": 4.6, "audiencia": 4.2}
    return Checker(made.write(tmp_path_factory.mktemp("bodies") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("In Spain, the deputy of More Field Rosalía Torda spoke on Friday.", "More Field", "Más Campo"),
    ("In Spain, the deputy of Oaks in Common Rosa Luisa Campos spoke.", "Oaks in Common", "Encinas en Común"),
    # Dictionaries have "theater"; a place says where it is.
    ("In Spain, they met in the Theatre Brodovan of Almena on Friday.", "Theatre Brodovan", "Brodovan Theatre"),
])  # fmt: skip
def test_the_name_before_is_looked_up_by_itself(bodies: Checker, text: str, span: str, suggestion: str) -> None:
    bodies.fails(RULE, text, span, suggestion)


@pytest.mark.parametrize("text", [
    # One word before a person's name says what the person is, or is part of the name.
    "In Spain, Neighbors Rosa Luisa Campos met on Friday.",
    # A given name behind "of" is that of whom something is called after.
    "In Spain, the Market of Rosa Campos was opened on Friday.",
    "In Spain, they met in the Brodovan Theatre of Almena on Friday.",
    "In Spain, they met in the Market Brodovan of Almena on Friday.",
    # What it is behind the name it keeps: that is how English builds it.
    "In Spain, they met in the Tirso Encinas Observatory on Friday.",
    # It stands in another country, whatever else the story speaks of.
    "In Spain, they said that the Theatre Brodovan in Kalvan is open.",
    # English puts "royal" behind a noun, too.
    "In Spain, they met in the Theatre Royal of Almena on Friday.",
])  # fmt: skip
def test_what_is_left_alone(bodies: Checker, text: str) -> None:
    bodies.passes(None, text)


def test_people_behind_a_word_that_says_whence(bodies: Checker) -> None:
    text = "In Spain, the Galician Rosalía Bells spoke on Friday."
    bodies.fails(RULE, text, "Rosalía Bells", "Rosalía Campanas")
