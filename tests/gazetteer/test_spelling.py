"""Spanish spellings derived by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.build.spelling import spanish_spellings


@pytest.mark.parametrize(
    ("name", "country", "form"),
    [
        ("Oleksandr Tarnovsky", "UA", "Oleksandr Tarnovski"),
        ("Mikhail Orlov", "RU", "Mijail Orlov"),
        ("Khaled Mansour", "SY", "Jaled Mansur"),
        ("Valentyna Zaluzhnyi", "UA", "Valentina Zaluzhni"),
        ("Tatyana Orlova", "RU", "Tatiana Orlova"),
        ("Jalil Rahimi", "IR", "Yalil Rahimi"),
        ("Karen Mkhitaryan", "AM", "Karen Mjitarian"),
        ("Hassan Karroubi", "IR", "Hasan Karrubi"),
    ],
)
def test_examples(name: str, country: str, form: str) -> None:
    assert form in spanish_spellings(name, country)


@pytest.mark.parametrize("country", ["CN", "GR", "IL"])
def test_no_rules_where_both_languages_write_alike(country: str) -> None:
    assert spanish_spellings("Li Keqiang", country) == []


def test_no_rules_for_names_of_latin_script() -> None:
    assert spanish_spellings("Khalid Smith", "GB") == []


@given(st.text(), st.sampled_from(["RU", "IR", "ES"]))
def test_never_the_name_itself(name: str, country: str) -> None:
    assert all(form.lower() != name.lower() for form in spanish_spellings(name, country))
