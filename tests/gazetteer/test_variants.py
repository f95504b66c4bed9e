"""British and American spellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.detection.knowledge import Dictionary
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.variants import american, british, spellings
from tests.support.toy import body, toy


@pytest.mark.parametrize(("one", "other"), [
    ("National Theatre", "National Theater"), ("CENTRES of Defence", "CENTERS of Defense"),
    ("the World Health Organisation", "the World Health Organization"), ("Labour's Neighbours", "Labor's Neighbors"),
    ("Theatre, Programme-Centre", "Theater, Program-Center"),
])  # fmt: skip
def test_each_side_of_the_atlantic(one: str, other: str) -> None:
    assert american(one) == other
    assert british(other) == one
    assert spellings(one) == [one, other]


def test_what_both_spell_alike_comes_once() -> None:
    assert spellings("The Hill") == ["The Hill"]


def test_dictionaries_and_the_index_answer_for_either(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("organisation", "agency", "Winter Office", "Centro del Invierno"))
    made.expected["toy:Centro del Invierno"] = (
        Expected("Center of the Winter", "Centro del Invierno", ("model",), False),
    )
    made.glosses["theater"] = {"teatro": 0.9}
    gazetteer = Gazetteer.open(made.write(tmp_path / "toy.mtqg"))
    assert [match.name for match in gazetteer.mistranslation("Centre of the Winter")] == ["Centro del Invierno"]
    assert "teatro" in Dictionary(gazetteer).glosses("Theatre")
