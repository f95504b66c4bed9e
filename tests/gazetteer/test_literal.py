"""Word-by-word English for Spanish names."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.build.gloss import without_glosses
from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.model import Entity, Name

SENSES = {
    "piedra": {"stone": 0.8, "gem": 0.2},
    "cadena": {"chain": 0.7},
    "salvar": {"save": 0.9},
    "poder": {"can": 0.6, "power": 0.5},
    "panadero": {"baker": 0.8},
    "juan": {"john": 0.9},
    "faro": {"lighthouse": 0.7},
    "sur": {"south": 0.9},
}
LITERAL = Literal(SENSES, {"stones": 3.0, "bakers": 2.5}, {"juan": 300_000, "john": 4000})


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("Piedra", ("Stone",)),
        ("Piedras", ("Stone", "Stones")),
        ("Panaderas", ("Baker", "Bakers")),
        ("Podemos", ("We Can", "We Power")),
        ("Sálvame", ("Save Me",)),
        ("Polonia", ("Poland",)),
        ("Xyz", ()),
    ],
)
def test_word(word: str, english: tuple[str, ...]) -> None:
    assert LITERAL.word(word) == english


def test_given_names_stay_spanish() -> None:
    assert LITERAL.person("Juan Piedra") == ["Juan Stone"]


@pytest.mark.parametrize(
    ("name", "english", "whole"),
    [
        ("El Faro de Piedra", "The Stone Lighthouse", True),
        ("El Faro de Piedra", "The Gems' Lighthouse", False),
        ("El Faro de Piedra", "The Lighthouse", False),
        ("El Faro de Piedra", "The Stone Tower", False),
        ("Faro Norteño", "Norteno Lighthouse", True),
    ],
)
def test_words_that_nothing_in_the_name_accounts_for(name: str, english: str, whole: bool) -> None:
    assert LITERAL.accounts_for(name, english) is whole


def test_phrases_come_in_both_orders_and_acronyms_stay() -> None:
    assert {"Chain RUP", "RUP Chain"} <= set(LITERAL.phrase("Cadena RUP"))
    assert {"The Lighthouse of the South", "Lighthouse of the South"} <= set(LITERAL.phrase("El Faro del Sur"))
    assert LITERAL.phrase("Xyz Abc") == []


def test_glosses_leave_a_kept_name_but_other_aliases_stay() -> None:
    names = (
        Name("El Faro", "mul", "preferred"),
        Name("The Lighthouse", "en", "alias"),
        Name("Faro daily", "en", "alias"),
    )
    entity, glosses = without_glosses(Entity("mtqa:1", "media", "", "ES", names, keep_original=True), LITERAL)
    assert glosses == [("The Lighthouse", "El Faro")]
    assert entity.accepted("en") == ("El Faro", "Faro daily")
    place = Entity("mtqa:1", "place", "", "ES", names, keep_original=True)
    assert without_glosses(place, LITERAL) == (place, []), "English may say both"
    translated = Entity("mtqa:1", "media", "", "ES", names, keep_original=False)
    assert without_glosses(translated, LITERAL) == (translated, [])
