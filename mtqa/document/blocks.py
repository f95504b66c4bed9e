"""Building blocks: readable text gathered piece by piece, each character with its place in the file."""

from __future__ import annotations

from array import array

import regex

from mtqa.document.model import Block
from mtqa.document.segmentation import segment

PLACEHOLDER = "\ufffc"
"""Stands for something that is not text, so that the words around it do not run together."""

_TO_SPACE = {code: " " for code in range(0x3001) if chr(code).isspace()}
_INVISIBLE = regex.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
"""Soft hyphens, zero-width spaces, direction marks and stray byte order marks."""
_SPACE_RUN = regex.compile(" {2,}")
_LATER_SPACES = regex.compile("(?<= ) +")


def as_spaces(text: str) -> str:
    """``text`` with every kind of white space as U+0020; the same length."""
    return text.translate(_TO_SPACE)


class BlockBuilder:
    """Gathers the text of one block; ``build`` gives the block, or None when there is nothing to read.

    Pieces come in file order. White space at either end goes; with ``collapse`` a run of it inside becomes
    one space, which stands for the whole run.
    """

    def __init__(self, kind: str = "paragraph", *, collapse: bool = True) -> None:
        self.kind = kind
        self._collapse = collapse
        self._pieces: list[tuple[str, int, int]] = []

    def slice(self, text: str, start: int) -> None:
        """Add ``text``, which stands in the file at ``start`` just so."""
        if text:
            self._pieces.append((text, start, -1))

    def stand_in(self, text: str, start: int, end: int) -> None:
        """Add ``text`` (an entity's character, a space, a placeholder) for the file's ``[start, end)``."""
        for character in text:
            self._pieces.append((character, start, end))

    def build(self) -> Block | None:
        """The block, with its sentences."""
        text, origins, ends = self._joined()
        text, origins, ends = _without(_INVISIBLE, text, origins, ends)
        if self._collapse:
            text, origins, ends = _collapsed(text, origins, ends)
        left = len(text) - len(text.lstrip(" "))
        right = len(text.rstrip(" "))
        if left >= right:
            return None
        text, origins, ends = text[left:right], origins[left:right], ends[left:right]
        if not any(character.isalnum() for character in text):
            return None
        first, length = origins[0], len(text)
        if ends[-1] - first == length and _is_slice(origins, ends):
            return Block(text, segment(text), first, self.kind)
        return Block(text, segment(text), first, self.kind, origins, ends)

    def _joined(self) -> tuple[str, array[int], array[int]]:
        origins, ends = array("q"), array("q")
        for text, start, end in self._pieces:
            if end < 0:
                origins.extend(range(start, start + len(text)))
                ends.extend(range(start + 1, start + len(text) + 1))
            else:
                origins.append(start)
                ends.append(end)
        return as_spaces("".join(text for text, _, _ in self._pieces)), origins, ends


def _is_slice(origins: array[int], ends: array[int]) -> bool:
    first = origins[0]
    return origins == array("q", range(first, first + len(origins))) and ends[0] == first + 1


def _without(
    pattern: regex.Pattern[str], text: str, origins: array[int], ends: array[int]
) -> tuple[str, array[int], array[int]]:
    """The text without what ``pattern`` matches."""
    kept = [match.span() for match in pattern.finditer(text)]
    if not kept:
        return text, origins, ends
    parts, starts, stops, position = [], array("q"), array("q"), 0
    for begin, end in [*kept, (len(text), len(text))]:
        parts.append(text[position:begin])
        starts += origins[position:begin]
        stops += ends[position:begin]
        position = end
    return "".join(parts), starts, stops


def _collapsed(text: str, origins: array[int], ends: array[int]) -> tuple[str, array[int], array[int]]:
    """The text with each run of spaces as one, standing for all of the run."""
    for match in _SPACE_RUN.finditer(text):
        ends[match.start()] = max(ends[match.start() : match.end()])
    return _without(_LATER_SPACES, text, origins, ends)
