"""A decoded file is read when somebody asks for its blocks, and is then what it would have been."""

from __future__ import annotations

from datetime import date

import pytest

from mtqa.document.later import LaterBlocks
from mtqa.document.readers import decode_bytes, parse, read_bytes

PAGE = b"\xef\xbb\xbf<html lang='es'><meta name='date' content='2021-11-28'><p>One.<p>Two."


def test_what_is_read_later_is_what_would_have_been_read() -> None:
    unread, read = decode_bytes(PAGE, "a.html"), read_bytes(PAGE, "a.html")
    later = unread.later(date(2021, 11, 28), "es")
    assert (later.date, later.language, later.text) == (read.date, read.language, read.text)
    assert later.metadata == read.metadata
    assert tuple(later.blocks) == tuple(read.blocks)
    assert (len(later.blocks), later.blocks[0].text) == (2, "One.")


def test_read_once_and_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    blocks = LaterBlocks(lambda: calls.append(1) or parse("One.", "a.txt", "text").blocks)  # type: ignore[func-returns-value]
    assert calls == []
    assert [block.text for block in blocks] == [block.text for block in blocks[:1]] == ["One."]
    assert calls == [1]
