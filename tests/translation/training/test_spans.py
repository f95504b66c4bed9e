"""Bare spans: gender, plurals and variants."""
from __future__ import annotations

import random

import pytest

from mtqa.translation.training.spans import english_plural, gender, spanish_plural, variants


@pytest.mark.parametrize(("noun", "plural"), [("church", "churches"), ("city", "cities"), ("boy", "boys")])
def test_english_plural(noun: str, plural: str) -> None:
    assert english_plural(noun) == plural


@pytest.mark.parametrize(("noun", "plural"), [("iglesia", "iglesias"), ("canción", "canciones"), ("luz", "luces"),
                                              ("mes", "mes"), ("señor", "señores"), ("café", "cafés")])
def test_spanish_plural(noun: str, plural: str) -> None:
    assert spanish_plural(noun) == plural


@pytest.mark.parametrize(("noun", "pos", "expected"), [
    ("mano", "{f}", "f"), ("mano", "f", "f"), ("casa", "n", "f"), ("libro", "n", "m"), ("juez", "mf", ""),
    ("correr", "v", ""), ("buen libro", "m", "")])
def test_gender(noun: str, pos: str, expected: str) -> None:
    assert gender(noun, pos) == expected


def test_variants() -> None:
    made = list(variants(("church", "iglesia", "f"), random.Random(1), 20))
    assert made[0] == ("church", "iglesia")
    assert {("Church", "Iglesia"), ("the churches", "las iglesias"), ("THE CHURCH", "LA IGLESIA"),
            ("Churches", "Iglesias")} <= set(made)
    assert ("the water", "el agua") in list(variants(("water", "agua", "f"), random.Random(1), 20))
    assert ("to run", "correr") in list(variants(("run", "correr", "v"), random.Random(1), 20))
    assert len(list(variants(("church", "iglesia", "f"), random.Random(1), 3))) == 3
