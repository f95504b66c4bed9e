"""The words that Spanish makes from places, by the shipped lists of words."""

from __future__ import annotations

import pytest

from mtqa.detection.demonyms import demonyms
from mtqa.detection.knowledge import Knowledge
from mtqa.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(("place", "word"), [
    ("Oaxaca", "oaxaqueño"), ("Murcia", "murciano"), ("Texas", "tejano"), ("Seville", "sevillano"),
    ("Chubut", "chubutense"),
])  # fmt: skip
def test_people_are_called_by_a_regular_ending(gazetteer: Gazetteer, place: str, word: str) -> None:
    assert word in demonyms(gazetteer, place)


@pytest.mark.parametrize("text", ["murcia", "Market", "Hong", "New York", "Gordon"])
def test_what_is_no_place_of_one_word_has_none(gazetteer: Gazetteer, text: str) -> None:
    assert demonyms(gazetteer, text) == []


def test_they_are_words_of_phrases_and_of_nobody(gazetteer: Gazetteer) -> None:
    knowledge = Knowledge(gazetteer)
    assert knowledge.phrasebook.glosses("Murcia").keys() >= {"murciano", "murciana", "murcianos"}
    assert "murciano" not in knowledge.glosses("Murcia")
