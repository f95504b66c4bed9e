"""Where findings stand in the readable text: from code points of the file to code points of a block's text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.document.model import Block
from mtqa.review.page.model import BlockData, PlaceData

_KINDS = {"item": "list"}
_LINE_HEAD = re.compile(r"[ \t>]*")
_HASHES = re.compile(r"(#{1,6})[ \t]+$")
_HEADING_TAG = re.compile(r"<h([1-6])\b[^<]*$", re.I)
_REACH = 200
"""Code points before a heading in which its own mark or tag must stand."""


def blocks_of(document: Document) -> list[BlockData]:
    """The readable blocks of a document, in order."""
    found: list[BlockData] = []
    for block in document.blocks:
        span = block.source_span(0, len(block.text))
        kind = _KINDS.get(block.kind, block.kind)
        if kind == "paragraph" and _is_quote(document.text, span.start):
            kind = "quote"
        level = 0
        if kind == "heading":
            level = _level(document.text, span.start) or (1 if not found else 2)
        found.append({"kind": kind, "level": level, "start": span.start, "end": span.end, "text": block.text})
    return found


class Places:
    """Finds the block and the span of its text for spans of a document's file."""

    def __init__(self, document: Document) -> None:
        spans = [block.source_span(0, len(block.text)) for block in document.blocks]
        self._blocks = document.blocks
        # Blocks may lie inside others (an image's caption in its paragraph): the last to begin before a span is its.
        self._order = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._order]
        self._ends = [span.end for span in spans]

    def of(self, start: int, end: int) -> PlaceData | None:
        """The place of a span, None when it is not wholly in one block's text."""
        for number in self._before(start):
            if end <= self._ends[number] and (inside := _inside(self._blocks[number], start, end)):
                return {"block": number, "start": inside[0], "end": inside[1]}
        return None

    def _before(self, start: int) -> Iterator[int]:
        last = bisect_right(self._starts, start)
        return (self._order[index] for index in range(last - 1, max(last - 4, -1), -1))


def _inside(block: Block, start: int, end: int) -> tuple[int, int] | None:
    if block.origins is None or block.ends is None:
        return start - block.offset, end - block.offset
    first = bisect_right(block.ends, start)
    last = bisect_left(block.origins, end)
    return (first, last) if first < last else None


def _is_quote(text: str, start: int) -> bool:
    """Whether a paragraph is quoted with ``>``, as Markdown has it."""
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return ">" in line and _LINE_HEAD.fullmatch(line) is not None


def _level(text: str, start: int) -> int:
    """The level that Markdown's signs or an HTML tag before a heading give, 0 for none."""
    before = text[max(0, start - _REACH) : start]
    if match := _HASHES.search(before.rpartition("\n")[2]):
        return len(match[1])
    match = _HEADING_TAG.search(before)
    return int(match[1]) if match else 0
