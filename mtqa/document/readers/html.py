"""HTML: the text that a page shows, block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.document.blocks import PLACEHOLDER, BlockBuilder
from mtqa.document.model import Block, Document
from mtqa.document.readers.htmlmeta import page_date, page_language
from mtqa.document.readers.htmltokens import Tag, Text, html_tokens, references

BLOCK_ELEMENTS = frozenset(
    """
        address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
        figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
        nav ol optgroup option p pre search section select summary table tbody td template textarea tfoot th
        thead title tr ul
    """.split()
)
"""Elements that begin a line of their own (the HTML standard's section on rendering)."""

_INLINE_SKIPPED = frozenset(["code", "kbd", "samp", "var", "tt", "sup", "sub", "rt", "rp", "svg", "math"])
_BLOCK_SKIPPED = frozenset(
    "pre template canvas object audio video script style xmp iframe noembed noframes textarea".split()
)
SKIPPED_ELEMENTS = _INLINE_SKIPPED | _BLOCK_SKIPPED
"""Elements whose content is not copy."""

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
_PARTS = {
    **dict.fromkeys(("ul", "ol", "menu"), ("li",)),
    "dl": ("dt", "dd"),
    "table": ("td", "th", "caption"),
}
"""What the end of a container ends with it: the end tags of its parts may be left out."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Skipped content; inline, it leaves a placeholder."""

    start: int
    end: int
    inline: bool


def read_html(text: str, path: str) -> Document:
    """The document that an HTML file is. Never fails, whatever the markup."""
    tokens = list(html_tokens(text))
    blocks = tuple(_Walker(text, "paragraph").blocks(tokens))
    return Document(path, text, blocks, page_date(text, tokens), page_language(tokens))


def html_blocks(source: str, kind: str) -> list[Block]:
    """The blocks of a fragment of HTML; ``kind`` is that of a block outside headings, lists and tables."""
    return list(_Walker(source, kind).blocks(list(html_tokens(source))))


def _without_skipped(tokens: Sequence[Tag | Text]) -> Iterator[Tag | Text | _Gap]:
    """The tokens with each skipped element as one gap."""
    last_end = {token.name: index for index, token in enumerate(tokens) if isinstance(token, Tag) and token.closing}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if not isinstance(token, Tag) or token.closing or token.name not in SKIPPED_ELEMENTS:
            yield token
        elif last_end.get(token.name, -1) >= index:
            index = _after_element(tokens, index, token.name, last_end[token.name])
            yield _Gap(token.start, tokens[index - 1].end, token.name in _INLINE_SKIPPED)
        # Without an end tag it would hide the rest of the page: then only the tag itself is passed over.


def _after_element(tokens: Sequence[Tag | Text], index: int, name: str, last: int) -> int:
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
        elif name in _INLINE_SKIPPED and token.name in BLOCK_ELEMENTS:
            return place  # somebody forgot the end tag; a new paragraph ends inline code
    return last + 1


class _Walker:
    """Walks over the tokens once and keeps what is open."""

    def __init__(self, source: str, kind: str) -> None:
        self._source = source
        self._default_kind = kind
        self._open: list[str] = []
        self._open_count: Counter[str] = Counter()
        self._builder = BlockBuilder(kind)
        self._after_break = False

    def blocks(self, tokens: Sequence[Tag | Text]) -> Iterator[Block]:
        """The readable blocks, in order."""
        for token in _without_skipped(tokens):
            if isinstance(token, Text):
                self._text(token)
            elif isinstance(token, Tag) and token.name in BLOCK_ELEMENTS:
                yield from self._finish()
                self._nest(token)
            elif isinstance(token, Tag) and token.name == "br":
                if self._after_break:
                    yield from self._finish()
                self._builder.stand_in(" ", token.start, token.end)
                self._after_break = True
            elif isinstance(token, _Gap):
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
            while self._open and self._open[-1] in _PARTS.get(name, ()):
                self._close()
            while self._open_count[name] and self._close() != name:
                pass
        elif name in _KINDS and (not self._open or self._open[-1] != name):  # a new <li> ends the one before
            self._open.append(name)
            self._open_count[name] += 1
        self._builder = BlockBuilder(self._kind())

    def _close(self) -> str:
        name = self._open.pop()
        self._open_count[name] -= 1
        return name

    def _kind(self) -> str:
        return _KINDS[self._open[-1]] if self._open else self._default_kind

    def _finish(self) -> Iterator[Block]:
        block = self._builder.build()
        self._builder = BlockBuilder(self._kind())
        self._after_break = False
        if block:
            yield block
