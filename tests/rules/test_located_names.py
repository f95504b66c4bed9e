"""Places taken for words where a place must stand."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, person, toy


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented places of Bolivia, and a saint."""
    made = toy()
    made.entities += [
        body("place", "city", "La Encina", "La Encina", country="BO", keep=True, prominence=0.8),
        body("place", "city", "La Zarquilla", "La Zarquilla", country="BO", keep=True, prominence=0.7),
        body("place", "city", "San Juan", "San Juan", country="BO", keep=True, prominence=0.8),
        body("place", "city", "Los Campos", "Los Campos", country="BO", keep=True, prominence=0.2),
        body("place", "region", "Cerro y Campo", "Cerro y Campo", country="BO", keep=True, prominence=0.8),
        person("Saint John", "John", prominence=0.3),
    ]
    made.expected |= {
        "toy:La Encina": (Expected("The Oak", "La Encina", ("dictionary", "model"), True),),
        "toy:Los Campos": (Expected("The Fields", "Los Campos", ("dictionary", "model"), False),),
        "toy:Cerro y Campo": (Expected("Hill and Field", "Cerro y Campo", ("dictionary", "model"), False),),
    }
    made.expected["toy:La Zarquilla"] = (Expected("November", "La Zarquilla", ("model",), False),)
    made.english |= {"november": 5.0, "oak": 4.4, "fields": 4.6, "saint": 4.6, "near": 5.2, "john": 5.3}
    return Checker(made.write(tmp_path_factory.mktemp("places") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("Bolivia said that they met in The Oak on Friday.", "The Oak", "La Encina"),
    ("Bolivia said that the road to The Zarquilla is open.", "The Zarquilla", "La Zarquilla"),
    ("Bolivia said that they met near Saint John on Friday.", "Saint John", "San Juan"),
])  # fmt: skip
def test_a_place_translated(places: Checker, text: str, span: str, suggestion: str) -> None:
    places.fails("literal-name", text, span, suggestion)


@pytest.mark.parametrize("text", [
    "Bolivia said that The Oak is open.",  # nothing says that it is a place
    "France said that they met in The Oak on Friday.",  # nothing speaks of Bolivia
    "Bolivia said that they met in the oak house on Friday.",
    "Bolivia said that the road of Saint John is open.",
    "France said that they met near Saint John on Friday.",
    "Bolivia said that they met in The Fields on Friday.",  # too many obscure places
    "Bolivia said that they met in Hill and Field on Friday.",  # two names, perhaps
    "Bolivia said that they met in The Oak Hill on Friday.",
    "The Zarquilla road is open, Bolivia said.",
    "Bolivia said that they met in November.",
])  # fmt: skip
def test_other_words_stay(places: Checker, text: str) -> None:
    places.passes("literal-name", text)


def test_a_preposition_that_begins_the_sentence_is_no_part_of_the_name(check: Checker) -> None:
    check.fails("literal-name", "In More Field, a party of Spain, they met on Friday.", "More Field", "Más Campo")
