"""Lining spans up with names."""

import pytest

from mtqa.detection.alignment import CASE, FOLDED, FUZZY, GLOSS, HISPANIC, RESPELT, SAME, STEM, align, nearly, relate

DICTIONARY = {"bell": {"campana": 1.0, "campanas": 1.0}, "white": {"blanco": 1.0, "blanca": 1.0}}


NAMESAKES = {("Juan", "John")}


class Book:
    def glosses(self, word: str) -> dict[str, float]:
        return DICTIONARY.get(word.lower(), {})

    def is_namesake(self, given: str, origin: str) -> bool:
        return (given, origin) in NAMESAKES

    def is_head_of_sense(self, word: str, origin: str) -> bool:
        return (word.lower(), origin) == ("fence", "Cerca")


BOOK = Book()


@pytest.mark.parametrize(
    ("token", "origin", "relation"),
    [
        ("Ana", "Ana", SAME),
        ("Lopez", "López", FOLDED),
        ("lopez", "López", CASE),
        ("LOPEZ", "López", FOLDED),
        ("Bell", "Campana", GLOSS),
        ("Gutierez", "Gutiérrez", RESPELT),
        ("Lagrade", "Lagarde", FUZZY),
        ("Juan", "John", HISPANIC),
        ("Pouchkine", "Pushkin", RESPELT),
        ("Ana", "Eva", None),
        ("Bell", "Blanco", None),
    ],
)
def test_relations(token: str, origin: str, relation: str | None) -> None:
    assert relate(token, origin, BOOK) == relation


@pytest.mark.parametrize(("a", "b", "relation"), [
    ("Telecommunications", "Telecomunicaciones", STEM),
    ("Horticultural", "Hospitalaria", None),
    ("Governmental", "Gubernamental", None),
])  # fmt: skip
def test_long_words_of_one_origin_are_known_by_most_letters(a: str, b: str, relation: str | None) -> None:
    assert relate(a, b, BOOK, loosely=True) == relation


@pytest.mark.parametrize(("a", "b"), [("ana", "ann"), ("li", "lu"), ("abcd", "abcd"), ("smith", "smythe")])
def test_short_names_and_far_ones_are_never_near(a: str, b: str) -> None:
    assert not nearly(a, b)


def test_a_translated_and_a_kept_token() -> None:
    found = align(("Ana", "Bell"), ("Ana", "María", "Campana"), BOOK)
    assert found is not None
    assert [(pair.token, pair.origin, pair.relation) for pair in found.pairs] == [
        ("Ana", "Ana", SAME),
        ("Bell", "Campana", GLOSS),
    ]
    assert found.skipped == 1
    assert [pair.token for pair in found.changed] == ["Bell"]
    assert [pair.token for pair in found.kept] == ["Ana"]


def test_every_word_needs_an_origin_of_its_own() -> None:
    assert align(("Bell", "Bell"), ("Campana",), BOOK) is None
    assert align(("Ana", "Smith"), ("Ana", "Campana"), BOOK) is None


def test_people_keep_their_order_and_bodies_may_not() -> None:
    assert align(("White", "Ana"), ("Ana", "Blanca"), BOOK) is None
    assert align(("White", "Ana"), ("Ana", "Blanca"), BOOK, ordered=False) is not None


def test_the_cheapest_alignment_wins() -> None:
    found = align(("Bell",), ("Campana", "Bell"), BOOK)
    assert found is not None
    assert found.pairs[0].relation == SAME
