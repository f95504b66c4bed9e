"""One given name in several languages."""
from __future__ import annotations

import pytest

from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.skeleton import is_variant


@pytest.mark.parametrize(("one", "other"), [
    ("Luisa", "Louise"), ("Juan", "Jean"), ("Horacio", "Horace"), ("Carlos", "Carl"), ("Pedro", "Pietro"),
    ("Carolina", "Caroline"), ("Alejandro", "Alexandre"), ("Micaela", "Michelle"), ("Jeremías", "Jeremiah"),
])  # fmt: skip
def test_cognates(one: str, other: str) -> None:
    assert are_cognate(one, other) and are_cognate(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Juan", "Juan"), ("Juan", "Juana"), ("Mario", "Maria"), ("Leo", "Lea"), ("Ana", "Eva"), ("Sara", "Sergio"),
    ("Дмитрий", "Dmitri"), ("", "Ana"), ("Carlos", "Carla"),
])  # fmt: skip
def test_others(one: str, other: str) -> None:
    assert not are_cognate(one, other) and not are_cognate(other, one)


@pytest.mark.parametrize(("token", "name", "country", "variant"), [
    ("Rachoud", "Rachud", "SY", True), ("Sanoussi", "Sanusi", "LY", True), ("Qadir", "Kadir", "IQ", True),
    ("Rachoud", "Rashud", "SY", False), ("Rachoud", "Rachud", "RU", False), ("Rachoud", "Rachud", "", False),
])  # fmt: skip
def test_variants_of_names_in_arabic_script(token: str, name: str, country: str, variant: bool) -> None:
    assert is_variant(token, name, country) is variant
