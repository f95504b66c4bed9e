"""The fold key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer import fold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Wałęsa", "walesa"),
        ("Jean‑Marie  O’Neill", "jean marie o'neill"),
        ("«El Faro»", "el faro"),
        ("U.S.", "us"),
        ("Straße", "strasse"),
        ("Ñuñoa", "nunoa"),
    ],
)
def test_examples(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F)))
def test_case_and_composition_do_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)
