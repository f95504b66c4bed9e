"""Sentences of a translation beside those of its source."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.bench.aligning import damaged, measured, unit
from mtqa.review.source.alignment import Bead, Unit, align
from mtqa.review.source.cognates import cognate_key, keys_of, shared

ENGLISH = [
    "The mayor of Vega, Ana Churches, opened the new harbour on Monday after ten years of work.",
    "It cost 1,250 million.",
    "Nobody in the town had believed that it would ever be finished, and few came to the ceremony.",
    "The minister, Leo Stones, was absent.",
    "He sent a letter from Lisbon in which he promised 300 jobs before the summer of 2023.",
]
SPANISH = [
    "La alcaldesa de Vega, Ana Iglesias, inauguró el lunes el nuevo puerto tras diez años de obras.",
    "Costó 1.250 millones.",
    "Nadie en el pueblo había creído que se terminaría algún día, y pocos acudieron a la ceremonia.",
    "El ministro, Leo Piedras, estuvo ausente.",
    "Envió una carta desde Lisboa en la que prometía 300 empleos antes del verano de 2023.",
]


def beads(english: list[str], spanish: list[str]) -> list[tuple[list[int], list[int]]]:
    found = align([unit(text) for text in english], [unit(text) for text in spanish])
    return [(list(bead.english), list(bead.spanish)) for bead in found]


def test_sentence_by_sentence() -> None:
    assert beads(ENGLISH, SPANISH) == [([number], [number]) for number in range(5)]


def test_sentences_that_were_joined() -> None:
    joined = [f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:]]
    assert beads(joined, SPANISH) == [([0], [0, 1]), ([1], [2]), ([2], [3]), ([3], [4])]
    assert beads(ENGLISH, [SPANISH[0], SPANISH[1], f"{SPANISH[2]} {SPANISH[3]}", SPANISH[4]]) == [
        ([0], [0]), ([1], [1]), ([2, 3], [2]), ([4], [3]),
    ]  # fmt: skip


def test_sentences_that_were_left_out() -> None:
    assert beads(ENGLISH, SPANISH[1:]) == [([0], []), ([1], [0]), ([2], [1]), ([3], [2]), ([4], [3])]
    assert beads(ENGLISH[:4], SPANISH) == [([0], [0]), ([1], [1]), ([2], [2]), ([3], [3]), ([], [4])]


def test_nothing_on_a_side() -> None:
    assert beads([], []) == []
    assert beads([], SPANISH[:2]) == [([], [0]), ([], [1])]
    assert beads(ENGLISH[:2], []) == [([0], []), ([1], [])]


def test_cognates_find_what_lengths_cannot() -> None:
    """Sentences of one length, two of them missing on one side: only names and numbers can tell."""
    names = ["Lisboa 12", "Vega 34", "Berlín 56", "Atenas 78", "Varsovia 90", "Moscú 23"]
    english = [f"Then they all went on to {name} again" for name in names]
    spanish = [f"Luego todos siguieron hasta {name} otra vez" for name in names]
    with_cognates = beads(english, spanish[2:])
    assert with_cognates[2:] == [([number], [number - 2]) for number in range(2, 6)]


_units = st.lists(
    st.builds(
        lambda length, keys: Unit(length, Counter(keys)), st.integers(1, 300), st.lists(st.sampled_from("abcdef"))
    ),
    max_size=12,
)


@given(english=_units, spanish=_units, cognates=st.booleans())
def test_every_sentence_is_in_one_bead_in_order(english: list[Unit], spanish: list[Unit], cognates: bool) -> None:
    found: list[Bead] = align(english, spanish, cognates=cognates)
    assert [number for bead in found for number in bead.english] == list(range(len(english)))
    assert [number for bead in found for number in bead.spanish] == list(range(len(spanish)))
    assert all(bead.english or bead.spanish for bead in found)


def test_a_text_with_itself_is_sentence_by_sentence_even_when_long() -> None:
    lines = [f"This is line {number} of a text about the number {number * 37 % 101}." for number in range(150)]
    assert beads(lines, lines) == [([number], [number]) for number in range(150)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ucrania", "Ukraine"), ("presidente", "president"), ("1.250", "1,250"), ("Sévilla", "SEVILLE"), ("2021", "2021")],
)
def test_cognates(one: str, other: str) -> None:
    alike = cognate_key(one) == cognate_key(other)
    assert alike == (one != "Ucrania")  # "ucra" and "ukra": a cognate to us, and none by its letters


def test_what_tells_nothing_has_no_key() -> None:
    assert [cognate_key(text) for text in ("de", "the", ",", "¿", "año")] == [""] * 5


def test_keys_count() -> None:
    one, other = unit("Vega, Vega and Lisbon 3").keys, unit("Vega y Lisboa 3 3").keys
    assert (one["vega"], shared(one, other), shared(other, one)) == (2, 3, 3)
    assert keys_of(()) == Counter()


def test_the_bench_damages_and_measures() -> None:
    towns = [f"Town{number * 7919 % 9973}" for number in range(40)]
    english, spanish = ([f"{town}, {text}" for town, text in zip(towns, texts * 8)] for texts in (ENGLISH, SPANISH))
    side = damaged(english, random.Random(3))
    assert 0 < len(side) < len(english)
    assert {number for numbers, _ in side for number in numbers} < set(range(40))
    found, right = measured(english, spanish, cognates=True)
    assert found.value > 0.7
    assert right.value > 0.7
    assert found.total > 20
