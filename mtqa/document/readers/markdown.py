"""Markdown: paragraphs, headings, list items, table cells; no code, link targets, HTML tags or front
matter."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mtqa.document.blocks import PLACEHOLDER, BlockBuilder
from mtqa.document.model import LINE_BREAK, Block, Document
from mtqa.document.readers.frontmatter import date_and_language, front_matter
from mtqa.document.readers.html import SKIPPED_ELEMENTS, html_blocks
from mtqa.document.readers.mdplaces import Lines, places_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_KINDS = {"heading": "heading", "th": "cell", "td": "cell", "list_item": "item"}


def read_markdown(text: str, path: str) -> Document:
    """The document that a Markdown file is: CommonMark with tables and strikethrough."""
    begin, head = front_matter(text)
    day, language = date_and_language(head)
    return Document(path, text, tuple(_blocks(text, begin)), day, language)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from mtqa.document.readers.mdinline import parser

    return parser()


def _source_lines(text: str, begin: int) -> Lines:
    lines, position = [], begin
    for match in LINE_BREAK.finditer(text, begin):
        lines.append((position, text[position : match.start()]))
        position = match.end()
    lines.append((position, text[position:]))
    return lines


def _blocks(text: str, begin: int) -> Iterator[Block]:
    lines = _source_lines(text, begin)
    env: dict[str, Any] = {}
    open_kinds: list[str] = []
    row, after = -1, 0
    for token in _parser().parse(text[begin:], env):
        name, _, side = token.type.rpartition("_")
        if name in _KINDS and side in ("open", "close"):
            open_kinds.append(_KINDS[name]) if side == "open" else open_kinds.pop()
        if not token.map or not token.content:
            continue
        kind = open_kinds[-1] if open_kinds else "paragraph"
        first, last = token.map
        if token.type == "html_block":
            places = places_of(token.content, lines[first:last])
            yield from (_moved(block, places) for block in html_blocks(token.content, kind))
        elif token.type == "inline":
            # The cells of a row share its line: each is looked for after the one before.
            after = after if kind == "cell" and first == row else 0
            places = places_of(token.content, lines[first:last], after)
            row, after = first, places[-1]
            yield from _inline_blocks(token.content, token.children or (), places, kind, env)


def _moved(block: Block, places: array[int]) -> Block:
    """A block of a fragment with its places in the file."""
    spans = [block.source_span(index, index + 1) for index in range(len(block.text))]
    return replace(
        block,
        origins=array("q", (places[span.start] for span in spans)),
        ends=array("q", (places[span.end - 1] + 1 for span in spans)),
    )


def _inline_blocks(
    content: str, tokens: Sequence[Token], places: array[int], kind: str, env: dict[str, Any], base: int = 0
) -> Iterator[Block]:
    """The block that inline tokens make, and one for each image's caption; tokens' places count from
    ``base``."""
    from mtqa.document.readers.mdinline import PLACE, inline_tokens

    builder = BlockBuilder(kind)
    captions: list[Block] = []
    # The rule for [links](…) steps over the bracket before it makes its token.
    starts = [base + token.meta[PLACE] - (token.type == "link_open" and token.info != "auto") for token in tokens]
    last_end = {_closed(token): index for index, token in enumerate(tokens)}
    skip_to = 0
    for index, token in enumerate(tokens):
        if index < skip_to:
            continue
        start = starts[index]
        following = _after_skipped(tokens, index, last_end)
        stop = starts[following] if following < len(tokens) else base + len(content)
        if token.type == "text" and token.content:
            _add_text(builder, token.content, places, start)
        elif token.type == "text_special":
            builder.stand_in(token.content, places[start], places[start + len(token.markup) - 1] + 1)
        elif token.type in ("softbreak", "hardbreak") or token.content[:3].lower() == "<br":
            builder.stand_in(" ", places[start], max(places[stop - 1], places[start]) + 1)
        elif following > index + 1 or token.type in ("code_inline", "shortcode", "image"):
            builder.stand_in(PLACEHOLDER, places[start], places[stop - 1] + 1)
            skip_to = following
        if token.type == "image" and token.content:
            children = inline_tokens(token.content, _parser(), env)
            captions += _inline_blocks(token.content, children, places, "caption", env, start + 2)
    block = builder.build()
    if block:
        yield block
    yield from captions


def _add_text(builder: BlockBuilder, text: str, places: array[int], start: int) -> None:
    if places[start + len(text) - 1] - places[start] == len(text) - 1:
        builder.slice(text, places[start])
    else:
        for number, character in enumerate(text, start):
            builder.stand_in(character, places[number], places[number] + 1)


def _after_skipped(tokens: Sequence[Token], index: int, last_end: dict[str, int]) -> int:
    """The index after the token, or after what it opens when that is no copy: a bare link, an element of
    code."""
    token = tokens[index]
    if token.type == "link_open" and token.info == "auto":
        return index + 3
    name = _opened(token)
    if name in SKIPPED_ELEMENTS and last_end.get(name, 0) > index:
        return next(place for place in range(index + 1, len(tokens)) if _closed(tokens[place]) == name) + 1
    return index + 1


def _opened(token: Token) -> str:
    """The name of the element that a token opens, "" for all else."""
    tag = _TAG.match(token.content) if token.type == "html_inline" else None
    return tag[2].lower() if tag and not tag[1] else ""


def _closed(token: Token) -> str:
    tag = _TAG.match(token.content) if token.type == "html_inline" else None
    return tag[2].lower() if tag and tag[1] else ""
