"""The two engines say the same of the same weights."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.translation import Translator, open_translator

TEXTS = ["The minister reads the letter.", "the judge", "", "The president signs a long law.",
         "a neighbour buys the book", "   "]
TARGETS = ["El ministro lee la carta.", "el juez", "", "El presidente firma una ley larga.", "la casa", "x"]


@pytest.fixture(scope="module")
def fast(model_folder: Path) -> Translator:
    return open_translator("en-es", name=str(model_folder), engine="ct2", threads=1)


@pytest.fixture(scope="module")
def reference(model_folder: Path) -> Translator:
    return open_translator("en-es", name=str(model_folder), engine="transformers", threads=1)


def test_same_best_translations(fast: Translator, reference: Translator) -> None:
    quick, slow = fast.translate(TEXTS), reference.translate(TEXTS)
    assert [row[0].text for row in quick] == [row[0].text for row in slow]
    for a, b in zip(quick, slow):
        assert a[0].score == pytest.approx(b[0].score, abs=0.15)


def test_same_forced_scores(fast: Translator, reference: Translator) -> None:
    for a, b in zip(fast.score(TEXTS, TARGETS), reference.score(TEXTS, TARGETS)):
        assert a == pytest.approx(b, rel=0.1, abs=0.3)
