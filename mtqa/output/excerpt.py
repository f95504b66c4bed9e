"""The source line of a finding with its span underlined, cut to the width of the terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex
from wcwidth import wcswidth

_CLUSTER = regex.compile(r"\X")
_TAB = "    "
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a line in three pieces, and how many terminal columns the first two take."""

    before: str
    span: str
    after: str
    indent: int
    length: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The part of ``line`` around code points ``[start, end)`` that fits in ``width`` columns.

    Columns are terminal columns: a combining mark takes none, a wide character two. Tabs become four spaces
    and control characters U+FFFD. A span that alone is too long is cut.
    """
    end = min(max(end, start + 1), max(len(line), 1))
    # Far more than can be shown is left out first: a line may hold a million characters.
    reach = 4 * width
    first, last = max(0, start - reach), min(len(line), end + reach)
    before = _cells(line[first:start])
    span = _cells(line[start:end])
    after = _cells(line[end:last])
    whole = first == 0 and last == len(line)
    if not whole or _width(before) + _width(span) + _width(after) > width:
        room = width - 2
        span = _take(span, room)
        left = max(room - _width(span), 0)
        half = max(left // 2, left - _width(after))
        kept = _take(before[::-1], half)[::-1]
        rest = _take(after, left - _width(kept))
        before = [_ELLIPSIS, *kept] if len(kept) < len(before) or first > 0 else kept
        after = [*rest, _ELLIPSIS] if len(rest) < len(after) or last < len(line) else rest
    pieces = ("".join(before), "".join(span), "".join(after).rstrip())
    return Excerpt(*pieces, indent=_width(before), length=max(_width(span), 1))


def printable(text: str) -> str:
    """``text`` on one line and without what a terminal would take for a command."""
    return _safe(text.replace("\n", " ").replace("\r", " ").replace("\t", " "))


def _cells(text: str) -> list[str]:
    """The user-perceived characters of ``text``, as they may be sent to a terminal."""
    return [_TAB if cluster == "\t" else _safe(cluster) for cluster in _CLUSTER.findall(text)]


def _safe(cluster: str) -> str:
    """Control characters, and those that turn the direction of writing, must not reach the terminal."""
    if cluster.isprintable():
        return cluster
    return "".join(
        character
        if character.isprintable() or character in "\u200c\u200d"
        else " "
        if unicodedata.category(character) == "Zs"
        else "\ufffd"
        for character in cluster
    )


def _width(cells: list[str]) -> int:
    return sum(max(wcswidth(cell), 0) for cell in cells)


def _take(cells: list[str], width: int) -> list[str]:
    """The first cells that fit in ``width`` columns."""
    used = 0
    for index, cell in enumerate(cells):
        used += max(wcswidth(cell), 0)
        if used > width:
            return cells[:index]
    return cells
