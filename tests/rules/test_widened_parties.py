"""Parties whose translated names lost their capitals."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, toy

RULE = "literal-name"


@pytest.fixture(scope="module")
def parties(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities += [
        body("party", "party", "Frente Robledo", "Frente Robledo", country="ES", keep=True),
        body("party", "party", "Cerros Abiertos", "Cerros Abiertos", country="ES", keep=True),
        body("place", "region", "Montevara", "Montevara", country="ES"),
        body("party", "party", "Partit Montevarés", "Partido Montevarés", country="ES"),
        body("party", "party", "Bloc Montevarés", "Bloque Montevarés", country="ES"),
    ]
    made.entities.append(body("party", "party", "Podamos", "Podamos", country="ES", keep=True))
    made.expected |= {"toy:Podamos": (Expected("We Can", "Podamos", ("dictionary", "apertium"), True),)}
    made.expected |= {"toy:Cerros Abiertos": (Expected("Open Hills", "Cerros Abiertos", ("model",), False),)}
    made.english |= dict.fromkeys(
        "leader candidate voters party coalition open hills about say we all expect do generation".split(), 4.8
    )
    made.spanish |= {"montevarés": 2.5, "partido": 5.0}
    made.glosses |= {"party": {"partido": 0.9}}
    return Checker(made.write(tmp_path_factory.mktemp("parties") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("In Spain, the leader of more Field, Jimena Torda, spoke.", "more Field", "Más Campo"),
    ("In Spain, the leader of more field spoke on Friday.", "more field", "Más Campo"),
    ("In Spain, the coalition open hills closed on Friday.", "open hills", "Cerros Abiertos"),
    ("In Spain, they told Frente Robledo and more field.", "more field", "Más Campo"),
    ("More field and Frente Robledo met on Friday in Spain.", "More field", "Más Campo"),
    ("In Spain, Vega Unida, more field and Frente Robledo met.", "more field", "Más Campo"),
    # A place stands for Spanish's word for its people, and "party" has a small letter in English, too.
    ("In Spain, the road was closed by the Montevara party on Friday.", "Montevara party", "Partit Montevarés"),
    ("In Spain, the road was closed by the Montevara Party on Friday.", "Montevara Party", "Partit Montevarés"),
])  # fmt: skip
def test_the_sentence_shows_that_a_party_stands_there(
    parties: Checker, text: str, span: str, suggestion: str
) -> None:
    parties.fails(RULE, text, span, suggestion)


@pytest.mark.parametrize("text", [
    "In Spain, they opened more field on Friday.",
    # The clause goes on, or it is no party that stands on the other side.
    "In Spain, they told Frente Robledo and more field hills.",
    "In Spain, the leaders of more field hills spoke.",
    "In Spain, they say: with Frente Robledo, more field, and all is open.",
    "In Spain, they said of Frente Robledo, more field is open.",
    "In Spain, more field and more market were opened.",
    "In Spain, the leader of the more field is told.",
    # Of another country, or none.
    "In Austria, the leader of more field spoke on Friday.",
    # A party of a place.
    "In Spain, the Montevara road was closed by a Montevara party.",
    "In Spain, the Partit Montevarés was closed. The Montevara party met.",
    # A clause, not a name; branches of one party, each called after its place.
    "In Spain, it is a party we can open the road for.",
    "In Spain, the Almás party and the Montevara party met.",
    # Another party is called after the place.
    "In Spain, the Bloc was closed on Friday. It is the Montevara party that they meet.",
    "In Spain, the road was closed by the Montevara party people.",
])  # fmt: skip
def test_what_small_words_say_elsewhere(parties: Checker, text: str) -> None:
    parties.passes(None, text)


def test_what_it_rests_on_is_said(parties: Checker) -> None:
    found = parties.shown("In Spain, the leader of more field spoke on Friday.")
    assert found[0].evidence[0].detail == "“more field” is what “Más Campo” means word by word, its capitals lost"
