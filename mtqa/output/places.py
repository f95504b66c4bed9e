"""Where a finding stands, in the units that a format counts in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from mtqa.document import Document

Measure = Callable[[str], int]

code_points: Measure = len


def utf8_bytes(text: str) -> int:
    """The length of ``text`` in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file: lines and columns count from 1, the end is exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    @property
    def one_line(self) -> bool:
        """Whether it lies on a single line."""
        return self.start_line == self.end_line


def region(document: Document, start: int, end: int, measure: Measure = code_points) -> Region:
    """The lines and columns of the code points ``[start, end)``; ``measure`` gives the length of a text."""
    first_line, first_column = _place(document, start, measure)
    last_line, last_column = _place(document, end, measure)
    return Region(first_line, first_column, last_line, last_column)


def _place(document: Document, offset: int, measure: Measure) -> tuple[int, int]:
    line, column = document.line_column(offset)
    return line, measure(document.text[offset - column + 1 : offset]) + 1


def slashed(path: str) -> str:
    """A path as other tools' files want it: with ``/``, without ``./``."""
    return os.path.normpath(path).replace(os.sep, "/")
