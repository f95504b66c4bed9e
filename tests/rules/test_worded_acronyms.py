"""Acronyms that a translator took for words, and Spanish acronyms of events and in small letters."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, body, toy


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Bodies whose acronyms are words in Spanish, and an event that English has another acronym for."""
    made = toy()
    made.entities += [
        body("party", "party", "Harbour Union", "Unión de Torda", country="ES", acronyms=[("PAR", "mul")]),
        body("organisation", "academy", "Royal Winter Academy", "Real Academia", country="ES",
             acronyms=[("RAE", "mul")]),
        body("organisation", "union", "Torn Winter Council", "Consejo", country="AT", acronyms=[("ROTO", "mul")]),
        body("event", "festival", "World Bell Day", "Jornada de la Campana", acronyms=[("WBD", "en"), ("JCA", "es")]),
        body("organisation", "court", "Tree Court", "Corte del Árbol", acronyms=[("TCO", "en"), ("Cordal", "es")]),
    ]
    made.glosses |= {"pair": {"par": 0.9}, "scrape": {"raer": 0.5}, "best": {"mejor": 0.9}}
    made.english |= {"pair": 4.8, "scrape": 3.4, "best": 5.8, "leader": 4.8, "academy": 4.6, "royal": 4.6, "court": 5.0}
    made.spanish |= {"jca": 2.5, "cordal": 2.4}
    return Checker(made.write(tmp_path_factory.mktemp("bodies") / "toy.mtqg"))


@pytest.mark.parametrize(("rule", "text", "span", "suggestion"), [
    ("wrong-acronym", "They said that the Royal Winter Academy (SCRAPE) is open.", "SCRAPE", "RAE"),
    ("wrong-acronym", "The Royal Winter Academy closed. They met with the SCRAPE.", "SCRAPE", "RAE"),
    ("wrong-acronym", "Spain said that the leader of the PAIR met them.", "PAIR", "PAR"),
    ("spanish-form", "They said that the JCA is in Spain.", "JCA", "WBD"),
    ("spanish-form", "They said that the CORDAL met in Spain.", "CORDAL", "TCO"),
])  # fmt: skip
def test_an_acronym_as_a_word_or_left(bodies: Checker, rule: str, text: str, span: str, suggestion: str) -> None:
    bodies.fails(rule, text, span, suggestion)


@pytest.mark.parametrize("text", [
    "They said that the Royal Winter Academy (BEST) is open.",
    "They said that the SCRAPE is on the road.",
    "Austria said that the leader of the PAIR met them.",
    "Spain said that the PAIR met them.",
    "Spain said that the leader of the PAIR who met them is of the city.",
    "Spain said that the leader of the pair met them.",
    "Spain said that the leader of the PAIR study met them.",
    "Spain said that the leader of the PAIR met them at the PAR.",
    "The Torn Winter Council closed. They met with the TORN.",
    "Spain said that the leader of the PAIR Council met them.",
    "SPAIN SAID THAT THE LEADER OF THE PAIR MET THEM",
])  # fmt: skip
def test_other_words_in_capitals_stay(bodies: Checker, text: str) -> None:
    bodies.passes("wrong-acronym", text)
