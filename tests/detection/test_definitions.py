"""Acronyms that a text explains."""
from __future__ import annotations

import pytest

from mtqa.detection.definitions import bracketed
from mtqa.document.readers.text import read_text


@pytest.mark.parametrize(("text", "found"), [
    ("The Independent Bell Commission (CIB) met.", [("CIB", ("Independent", "Bell", "Commission"))]),
    ("The progressive market party (PPM) won.", [("PPM", ("progressive", "market", "party"))]),
    ("CIB (Independent Bell Commission) met.", [("CIB", ("Independent", "Bell", "Commission"))]),
    ("The Bank of the Old World (BOW) met.", [("BOW", ("Bank", "Old", "World"))]),
    ("The Bell Commission (CIB) met.", []),
    ("They said, bell commission (IBC).", []),
    ("The Bell Union (UB) met.", []),
    ("It was (CIB) and CIB.", []),
    ("CIB (", []),
])  # fmt: skip
def test_bracketed(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    document = read_text(text, "story.txt")
    tokens = [token for block in document.blocks for sentence in block.sentences for token in sentence.tokens]
    assert [(tokens[position].text, words) for position, words in bracketed(tokens)] == found
