"""From a stream of tags and text to blocks: what HTML and XML have in common.

A table says what the elements of a format are: those that begin a block, headings, those that hold no copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mtqa.document.blocks import PLACEHOLDER, BlockBuilder
from mtqa.document.model import Block
from mtqa.document.readers.htmltokens import Tag, Text, references


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a format, by name. One that is in no set is inline markup, and its content is read."""

    block: frozenset[str]
    """Those that begin a line of their own."""
    inline_skipped: frozenset[str]
    """Not copy, within a line: a placeholder stands for them."""
    block_skipped: frozenset[str]
    """Not copy, and the line ends there."""
    kinds: Mapping[str, str]
    """The block elements that make a block of another kind than a paragraph (see :class:`Block`)."""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the end of a container ends with it, where the end tags of its parts may be left out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Content that is not copy; inline, it leaves a placeholder."""

    start: int
    end: int
    inline: bool


def _without_skipped(tokens: Sequence[Tag | Text | Gap], elements: Elements) -> Iterator[Tag | Text | Gap]:
    """The tokens with each skipped element as one gap."""
    skipped = elements.inline_skipped | elements.block_skipped
    last_end = {token.name: index for index, token in enumerate(tokens) if isinstance(token, Tag) and token.closing}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if not isinstance(token, Tag) or token.closing or token.name not in skipped:
            yield token
        elif last_end.get(token.name, -1) >= index:
            index = _after_element(tokens, index, token.name, last_end[token.name], elements)
            yield Gap(token.start, tokens[index - 1].end, token.name in elements.inline_skipped)
        # Without an end tag it would hide the rest of the page: then only the tag itself is passed over.


def _after_element(tokens: Sequence[Tag | Text | Gap], index: int, name: str, last: int, elements: Elements) -> int:
    """The index after the end tag of the element whose content begins at ``index``; ``last`` is that name's
    last end tag."""
    depth = 1
    for place in range(index, last + 1):
        token = tokens[place]
        if not isinstance(token, Tag):
            continue
        if token.name == name:
            depth += -1 if token.closing else 1
            if depth == 0:
                return place + 1
        elif name in elements.inline_skipped and token.name in elements.block:
            return place  # somebody forgot the end tag; a new paragraph ends inline code
    return last + 1


class Walker:
    """Walks over the tokens of ``source`` once and keeps what is open. ``kind`` is that of a block in no element that
    has a kind of its own."""

    def __init__(self, source: str, elements: Elements, kind: str = "paragraph") -> None:
        self._source = source
        self._elements = elements
        self._default_kind = kind
        self._open: list[str] = []
        self._open_count: Counter[str] = Counter()
        self._builder = BlockBuilder(kind)
        self._after_break = False

    def blocks(self, tokens: Sequence[Tag | Text | Gap]) -> Iterator[Block]:
        """The readable blocks, in order."""
        for token in _without_skipped(tokens, self._elements):
            if isinstance(token, Text):
                self._text(token)
            elif isinstance(token, Tag) and token.name in self._elements.block:
                yield from self._finish()
                self._nest(token)
            elif isinstance(token, Tag) and token.name == "br":
                if self._after_break:
                    yield from self._finish()
                self._builder.stand_in(" ", token.start, token.end)
                self._after_break = True
            elif isinstance(token, Gap):
                if not token.inline:
                    yield from self._finish()
                else:
                    self._builder.stand_in(PLACEHOLDER, token.start, token.end)
        yield from self._finish()

    def _text(self, token: Text) -> None:
        if token.raw:
            self._builder.slice(self._source[token.start : token.end], token.start)
            return
        for text, start, end in references(self._source, token.start, token.end):
            if len(text) == end - start:
                self._builder.slice(text, start)
            else:
                self._builder.stand_in(text, start, end)
            self._after_break = self._after_break and text.isspace()

    def _nest(self, tag: Tag) -> None:
        name = tag.name
        if tag.closing:
            while self._open and self._open[-1] in self._elements.parts.get(name, ()):
                self._close()
            while self._open_count[name] and self._close() != name:
                pass
        elif name in self._elements.kinds and (
            not self._open or self._open[-1] != name
        ):  # a new <li> ends the one before
            self._open.append(name)
            self._open_count[name] += 1
        self._builder = BlockBuilder(self._kind())

    def _close(self) -> str:
        name = self._open.pop()
        self._open_count[name] -= 1
        return name

    def _kind(self) -> str:
        return self._elements.kinds[self._open[-1]] if self._open else self._default_kind

    def _finish(self) -> Iterator[Block]:
        block = self._builder.build()
        self._builder = BlockBuilder(self._kind())
        self._after_break = False
        if block:
            yield block
