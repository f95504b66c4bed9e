"""Plain text: paragraphs, whether the lines are wrapped at a width or each line is a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from mtqa.document.blocks import BlockBuilder
from mtqa.document.model import LINE_BREAK, Block, Document

_WIDEST_WRAP = 130
"""Nobody wraps by hand beyond this many columns."""
_NARROWEST_WRAP = 40
_SLACK = 6
"""A wrapped line may end this much before the width beyond the word that did not fit (hyphens, double
spaces)."""
_FULL_SHARE = 0.8
_GOING_ON_SHARE = 0.4
_HEADING_LENGTH = 120
_TITLE_LENGTH = 90
_SENTENCE_END = tuple('.!?…:;,”"’)»')
_ITEM = regex.compile(r"\s*(?:[-*•–—]|\(?\d{1,3}[.)])\s")
_LONG_WORD = regex.compile(r"\p{L}{4,}")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def read_text(text: str, path: str) -> Document:
    """The document that a plain text file is."""
    groups = _groups(_lines(text))
    wrapped = _is_wrapped(groups)
    paragraphs = [
        paragraph for group in groups for paragraph in (_joined(group) if wrapped else [[line] for line in group])
    ]
    blocks = (
        _block(paragraph, first=index == 0, only=len(paragraphs) == 1) for index, paragraph in enumerate(paragraphs)
    )
    return Document(path, text, tuple(block for block in blocks if block))


def _lines(text: str) -> list[_Line]:
    lines, position = [], 0
    for match in LINE_BREAK.finditer(text):
        lines.append(_Line(position, text[position : match.start()]))
        position = match.end()
    lines.append(_Line(position, text[position:]))
    return lines


def _groups(lines: list[_Line]) -> list[list[_Line]]:
    """Runs of lines without a blank one between."""
    groups: list[list[_Line]] = []
    open_group = False
    for line in lines:
        if line.blank:
            open_group = False
        elif open_group:
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = True
    return groups


def _is_wrapped(groups: list[list[_Line]]) -> bool:
    """Whether the lines were broken at a width rather than at the ends of paragraphs.

    A wrapped line is *full*: the next line's first word would not have fitted. Nearly all lines that are followed by
    another must be full, and a good part of the next lines must go on with a small letter.
    """
    # A line of one word is a link or the like: it may stick out.
    width = max((len(line.text.rstrip()) for group in groups for line in group if " " in line.text.strip()), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [(line.text.rstrip(), after.text.strip()) for group in groups for line, after in pairwise(group)]
    if not pairs:
        return False
    full = sum(len(line) + 1 + len(after.split(None, 1)[0]) + _SLACK > width for line, after in pairs)
    going_on = sum(after[0].islower() for _, after in pairs)
    return full >= _FULL_SHARE * len(pairs) and going_on >= _GOING_ON_SHARE * len(pairs)


def _joined(group: list[_Line]) -> list[list[_Line]]:
    """The paragraphs of a run of wrapped lines: a list sign begins a new one."""
    paragraphs: list[list[_Line]] = []
    for line in group:
        if paragraphs and not _ITEM.match(line.text):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _block(lines: list[_Line], *, first: bool, only: bool) -> Block | None:
    builder = BlockBuilder(_kind(lines, first=first, only=only), collapse=len(lines) > 1)
    for index, line in enumerate(lines):
        if index:
            before = lines[index - 1]
            stop = before.start + len(before.text)
            if not before.text.endswith("-"):
                builder.stand_in(" ", stop, line.start)
        # Wrapped lines may be indented; the indentation is no text.
        body = line.text.lstrip() if index else line.text
        builder.slice(body, line.start + len(line.text) - len(body))
    return builder.build()


def _kind(lines: list[_Line], *, first: bool, only: bool) -> str:
    text = lines[0].text.strip()
    if _ITEM.match(lines[0].text):
        return "item"
    if only or text.endswith(_SENTENCE_END) or sum(len(line.text) for line in lines) > _HEADING_LENGTH:
        return "paragraph"
    if first:
        return "heading"
    words = _LONG_WORD.findall(text)
    titled = len(text) <= _TITLE_LENGTH and bool(words) and all(word[0].isupper() for word in words)
    return "heading" if titled else "paragraph"
