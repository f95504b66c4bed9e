"""Which letters go together."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.alphabets import ALPHABETS, FOREIGN, kin


def test_an_alphabet_is_that_of_the_country() -> None:
    assert ALPHABETS["CZ"] >= set("čřě") and "ě" not in ALPHABETS["SK"]
    assert ALPHABETS["CH"] >= set("öèù")
    assert "GB" not in ALPHABETS


@pytest.mark.parametrize(
    ("letter", "with_it", "without"),
    [("ř", "čšďň", "ñáöő"), ("ö", "üäßőğ", "čñ"), ("Č", "šž", "ö"), ("ñ", "íáč", "z"), ("Ú", "Úč", "úí")],
)
def test_letters_that_go_with_one(letter: str, with_it: str, without: str) -> None:
    assert kin(letter) >= set(with_it)
    assert kin(letter).isdisjoint(without)


def test_spanish_has_no_foreign_letters() -> None:
    assert FOREIGN.isdisjoint("áéíóúñ") and set("čőüß") <= FOREIGN
