"""What is checked: a document, its readable blocks, their sentences and tokens.

A reader turns a file into a :class:`Document`. The detection works on *blocks*: stretches of readable
text with markup and line wrapping already undone. A block knows where each of its characters stands in the
file, so every finding is reported in code points of the decoded file, whatever the format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line of a file. Not the form feeds and Unicode separators that ``str.splitlines`` also knows:
editors and version control do not count those, and a reported line must be the editor's line."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a punctuation sign or a symbol of a block; offsets are into ``Block.text``.

    ``is_word`` is true of tokens that hold a letter, except clitics ("'s"), URLs, e-mail addresses, handles
    and hashtags. Initials, acronyms and abbreviated titles keep their dots ("J.", "U.S.", "Gen.").
    """

    text: str
    start: int
    end: int
    is_word: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: offsets into ``Block.text`` and the tokens in it."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell: the unit sentences are found in.

    ``text`` is what a reader sees: entities decoded, inline markup gone, a soft line break read as a space.
    Every kind of space reads as one U+0020, invisible characters (soft hyphen, zero-width space) are gone,
    and something that is not text (inline code, an image) stands as U+FFFC.
    ``origins[i]`` is the code point of the file at which ``text[i]`` begins and ``ends[i]`` the one after
    its last, both the same length as ``text``; None when ``text[i]`` stands for the file's code point
    ``offset + i``.
    """

    text: str
    sentences: tuple[Sentence, ...]
    offset: int = 0
    kind: str = "paragraph"
    """``paragraph``, ``heading``, ``item``, ``cell`` or ``caption``: a heading may be in title case."""
    origins: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def source_span(self, start: int, end: int) -> Span:
        """The span of the file that ``text[start:end]`` came from (``start < end``)."""
        if self.origins is None or self.ends is None:
            return Span(self.offset + start, self.offset + end)
        return Span(self.origins[start], self.ends[end - 1])


@dataclass(frozen=True)
class Document:
    """A decoded file and its readable blocks, in reading order."""

    path: str
    text: str
    blocks: Sequence[Block]
    date: date | None = None
    """The copy's own date, where front matter or metadata give one."""
    language: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(match.end() for match in LINE_BREAK.finditer(self.text))
        return starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, columns in code points) of a code point of the file."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def source_line(self, line: int) -> str:
        """The text of a line (counted from 1) without its line break."""
        start = self._line_starts[line - 1]
        stop = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")
