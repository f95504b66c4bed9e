"""Forms of the house in a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.tokens import tokenise
from mtqa.gazetteer.house.entry import HouseEntry
from mtqa.gazetteer.house.forms import Forms

FORMS = Forms(
    [
        HouseEntry("Halvørsen", forbidden=("Halvorsen",), also=("Halvorsen Street",)),
        HouseEntry("the Grand Quay", forbidden=("the Big Quay",)),
        HouseEntry("Bogovia", forbidden=("Bogóvia",)),
        HouseEntry("O'Dell & Sons", forbidden=("O'Dell Bros.",)),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.form.instead) for f in FORMS.find(text, list(tokenise(text)))]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ida Halvorsen came.", [("Halvorsen", "Halvørsen")]),
        ("Halvorsen's and Halvorsen’s", [("Halvorsen", "Halvørsen")] * 2),
        ("HALVORSEN came.", [("HALVORSEN", "HALVØRSEN")]),
        ("halvorsen, Halvorsens, Halvorsen-Berg, McHalvorsen", []),
        ("Pro-Halvorsen and Halvorsen-led party", [("Halvorsen", "Halvørsen")] * 2),
        ("in Halvorsen Street", [("Halvorsen Street", "")]),
        ("The Big Quay closed", [("The Big Quay", "The Grand Quay")]),
        ("at the Big Quay", [("the Big Quay", "the Grand Quay")]),
        ("Bogóvia, BOGÓVIA and Bogovia", [("Bogóvia", "Bogovia"), ("BOGÓVIA", "BOGOVIA"), ("Bogovia", "")]),
        ("O’Dell Bros. and O’Dell & Sons", [("O’Dell Bros.", "O'Dell & Sons"), ("O’Dell & Sons", "")]),
        ("https://Halvorsen.example", []),
        ("", []),
    ],
)  # fmt: skip
def test_forms_in_a_text(text: str, forms: list[tuple[str, str]]) -> None:
    assert found(text) == forms


def test_a_decomposed_accent_is_the_same_letter() -> None:
    text = unicodedata.normalize("NFD", "Bogóvia")
    assert found(f"In {text} they met.") == [(text, "Bogovia")]


def test_rewriting() -> None:
    assert FORMS.rewritten("Ida Halvorsen of the Big Quay") == "Ida Halvørsen of the Grand Quay"
    assert FORMS.rewritten("Ida Halvorsen Street") == "Ida Halvorsen Street"


@given(st.lists(st.sampled_from(["Halvorsen", "the", "Big", "Quay", "-", "’s", "Street", "x", ". ", " "]), max_size=20))
def test_rewriting_leaves_no_forbidden_form(parts: list[str]) -> None:
    text = " ".join(parts)
    again = FORMS.rewritten(text)
    assert all(not f.form.instead for f in FORMS.find(again, list(tokenise(again))))


@given(st.text(max_size=60))
def test_what_is_found_lies_in_order_in_the_text(text: str) -> None:
    stop = 0
    for item in FORMS.find(text, list(tokenise(text))):
        assert stop <= item.start < item.end <= len(text)
        stop = item.end
