"""Small facts: dates, demonyms, titles in tables, inflection, text of tables."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.demonyms import country_codes, spanish_forms, territories_json
from mtqa.gazetteer.build.record import clean, title_case, undisambiguated
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.dates import day_range
from mtqa.gazetteer.inflection import english_lemmas, spanish_lemmas
from mtqa.gazetteer.words import bearers_to_byte, byte_to_bearers


def test_dates_of_any_precision() -> None:
    assert day_range("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    with pytest.raises(ValueError, match="month"):
        day_range("2020-13")


def test_every_country_has_names_in_both_languages() -> None:
    names = json.loads(territories_json())["names"]
    assert set(names["en"]) == set(names["es"]) == set(country_codes())


def test_spanish_demonyms_have_gender_and_number() -> None:
    assert spanish_forms("polaco") == ["polaco", "polaca", "polacos", "polacas"]
    assert spanish_forms("francés") == ["francés", "francesa", "franceses", "francesas"]
    assert spanish_forms("canadiense") == ["canadiense", "canadienses"]


@pytest.mark.parametrize(("name", "code"), [("Türkiye", "TR"), ("South_Korea", "KR"), ("POL", "PL"), ("Atlantis", "")])
def test_country_code(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("title", "country", "keys"),
    [
        ("President of Albania", "AL", ("president",)),
        ("President of the French Republic", "FR", ("president",)),
        ("Minister of Finance of Spain", "ES", ("minister of finance",)),
        ("President of the United States of America", "US", ("president",)),
        ("Minister of Justice in the Government of Spain", "", ("minister of justice in government of spain",)),
        ("[foreign minister enwiki]", "AL", ("minister of foreign affairs",)),
        ("[minister finance]", "AL", ("minister of finance",)),
        ("acting prime minister", "BE", ("acting prime minister",)),
        ("President of the Senate", "AR", ("president of senate",)),
        ("Governor of", "US", ()),
        ("Health", "SS", ()),
    ],
)
def test_titles_in_tables(title: str, country: str, keys: tuple[str, ...]) -> None:
    assert keys_of(title, country) == keys


def test_lemmas() -> None:
    assert "church" in english_lemmas("churches") and "marry" in english_lemmas("married")
    assert "plan" in english_lemmas("planned") and "country" in english_lemmas("countries")
    assert "casar" in spanish_lemmas("casadas") and "nación" in spanish_lemmas("naciones")
    assert "unido" in spanish_lemmas("unidas") and "luz" in spanish_lemmas("luces")


@given(st.text())
def test_a_word_is_no_lemma_of_itself(word: str) -> None:
    assert word not in english_lemmas(word) and "" not in spanish_lemmas(word)


@given(st.integers(0, 2_000_000))
def test_bearers_are_kept_roughly(count: int) -> None:
    assert byte_to_bearers(bearers_to_byte(count)) == pytest.approx(count, rel=0.06, abs=0.6)


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text) and "  " not in clean(text)


def test_text_of_tables() -> None:
    assert title_case("MARÍA DE LA O O'DONNELL-RUIZ IV") == "María de la O O'Donnell-Ruiz IV"
    assert undisambiguated("Jane Roe (actor)") == "Jane Roe"
