"""Names go into both sides of sentences, and only in place of names."""
from __future__ import annotations

import random

from mtqa.translation.training.swapping import PASSES, given_names, swapped

PEOPLE = [(f"Rut {letter}ova", f"Rut {letter}ova") for letter in "BCDFGHJKLMNPQRSTVWXZ"]
PEOPLE += [(f"Will {letter}ova", f"Will {letter}ova") for letter in "BCDFGHJKLMNPQRSTVWXZ"]
PEOPLE += [("Ana Bell", "Ana Campana")] * 30


def test_given_names_are_borne_by_many() -> None:
    assert given_names(PEOPLE) == {"Rut", "Will"}


def test_both_sides_get_the_same_name() -> None:
    plain = [("I saw Rut.", "Vi a Rut."), ("Rut saw Rut.", "Rut vio a Rut."), ("Rut left.", "Se fue."),
             ("The bell rang.", "Sonó la campana.")]
    out = list(swapped(random.Random(2), plain, PEOPLE))
    assert len(out) == PASSES
    for en, es in out:
        name = en.removeprefix("I saw ")
        assert es == f"Vi a {name}" and len(name.split()) == 2
    assert out == list(swapped(random.Random(2), plain, PEOPLE))


def test_words_that_sentences_write_small_are_no_names() -> None:
    plain = [("He will go.", "Irá.")] * 30 + [("Will sings.", "Will canta.")]
    assert list(swapped(random.Random(2), plain, PEOPLE)) == []
