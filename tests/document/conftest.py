"""What every reader owes: each character of a block knows where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from mtqa.document import Document
from mtqa.document.blocks import PLACEHOLDER, as_spaces

_MARKUP = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>|</?[A-Za-z][^>]*>|<[!?][^>]*>|<!--", re.S)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def reads_as(source: str, character: str) -> bool:
    """Whether a reader would see ``character`` where the file has ``source``."""
    if character == PLACEHOLDER or source == "\\" + character:
        return True
    seen = as_spaces(_INVISIBLE.sub("", unescape(_MARKUP.sub("", source))))
    if character == " ":
        return not seen.strip(" \\>[*_~")  # a run of spaces may stand for the marks between them, too
    return character in seen or source == character or unescape(source) == character


def _check(document: Document) -> None:
    for block in document.blocks:
        assert block.text == block.text.strip()
        assert any(character.isalnum() for character in block.text)
        before = -1
        for index, character in enumerate(block.text):
            span = block.source_span(index, index + 1)
            assert before <= span.start < span.end <= len(document.text)
            source = document.text[span.start : span.end]
            assert reads_as(source, character), (character, source, block.text)
            before = span.start
        tokens = [token for sentence in block.sentences for token in sentence.tokens]
        assert all(block.text[token.start : token.end] == token.text for token in tokens)
        assert "".join(token.text for token in tokens).replace(" ", "") == block.text.replace(" ", "")


@pytest.fixture(scope="session")
def check_offsets() -> Callable[[Document], None]:
    """Fails where a block's character does not stand where it says."""
    return _check
