"""HTML as a stream of tags and text with exact places in the source.

The tokenizer of the HTML standard (section 13.2.5) as far as reading needs it. The usual parsers (lxml,
lexbor) do not say where in the file a text stands, and ``html.parser`` raises on some broken input. Never
fails; linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is not markup."""
ESCAPABLE_RAW_TEXT = frozenset({"title", "textarea"})
"""Elements whose content is text with entities but no tags."""

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>\x00]*")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?""")
_QUOTED_VALUE = re.compile(r"""=\s*(["'])""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,40};?)")
_LONGEST_ENTITY = max(map(len, html5))


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag: lower-case name, the source it stands in."""

    name: str
    start: int
    end: int
    closing: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """The attributes, names in lower case, values with entities decoded; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, len(self.name) + 1):
            value = next((group for group in match.groups()[1:] if group is not None), "")
            found.setdefault(match[1].lower(), unescape(value))
        return found


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text, entities still in it (``raw``: of a script or style, no entities)."""

    start: int
    end: int
    raw: bool = False


def html_tokens(source: str) -> Iterator[Tag | Text]:
    """The tags and texts of ``source`` in order; comments, doctype and processing instructions are left
    out."""
    position, length = 0, len(source)
    scan = _Scanner(source)
    while position < length:
        mark = source.find("<", position)
        while mark >= 0 and not scan.opens_markup(mark):
            mark = source.find("<", mark + 1)
        if mark < 0:
            mark = length
        if mark > position:
            yield Text(position, mark)
        if mark == length:
            return
        if source.startswith("<![CDATA[", mark):
            stop = scan.find("]]>", mark)
            yield Text(mark + 9, stop if stop >= 0 else length, raw=True)
            position = stop + 3 if stop >= 0 else length
            continue
        tag = scan.tag(mark)
        if tag is None:
            position = scan.after_comment(mark)
            continue
        yield tag
        position = tag.end
        if not tag.closing and (tag.name in RAW_TEXT or tag.name in ESCAPABLE_RAW_TEXT):
            stop = scan.end_of(tag)
            if stop > position:
                yield Text(position, stop, raw=tag.name in RAW_TEXT)
            position = stop


class _Scanner:
    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: dict[str, int] = {}
        self._end_tags: dict[str, list[int]] = {}

    def opens_markup(self, mark: int) -> bool:
        """Whether the ``<`` at ``mark`` begins markup, not text."""
        after = self._source[mark + 1 : mark + 3]
        if after[:1] in ("!", "?"):
            return True
        letter = after[1:] if after[:1] == "/" else after[:1]
        return letter.isascii() and letter.isalpha() and self.find(">", mark) >= 0

    def find(self, what: str, start: int) -> int:
        """``str.find`` that remembers what no longer occurs, so that broken markup costs no second search."""
        if start >= self._absent.get(what, len(self._source) + 1):
            return -1
        found = self._source.find(what, start)
        if found < 0:
            self._absent[what] = start
        return found

    def after_comment(self, mark: int) -> int:
        """The place after the comment, doctype or instruction at ``mark``."""
        source = self._source
        if not source.startswith("<!--", mark):
            stop = self.find(">", mark)
            return stop + 1 if stop >= 0 else len(source)
        if source.startswith((">", "->"), mark + 4):
            return source.index(">", mark) + 1
        ends = [(stop, len(sign)) for sign in ("-->", "--!>") if (stop := self.find(sign, mark + 4)) >= 0]
        if ends:
            return sum(min(ends))
        # A comment that never ends would hide the rest of the page: let it end at the next >.
        stop = self.find(">", mark)
        return stop + 1 if stop >= 0 else mark + 4

    def tag(self, mark: int) -> Tag | None:
        """The tag at ``mark``; None for a comment or another declaration."""
        source = self._source
        closing = source.startswith("/", mark + 1)
        name = _TAG_NAME.match(source, mark + 1 + closing)
        if not name:
            return None
        end = self._tag_end(name.end())
        return Tag(name[0].lower(), mark, end, closing, source[mark + closing : end - 1])

    def _tag_end(self, position: int) -> int:
        """The place after the ``>`` that ends a tag; one inside a quoted attribute value does not."""
        stop = first = self.find(">", position)
        while quoted := _QUOTED_VALUE.search(self._source, position, stop):
            close = self.find(quoted[1], quoted.end())
            if close > stop:
                stop = self.find(">", close)
            if close < 0 or stop < 0:
                return first + 1  # an unclosed quote would hide the rest of the page
            position = close + 1
        return stop + 1

    def end_of(self, tag: Tag) -> int:
        """Where the end tag of a raw text element stands; without one, the end of its start tag."""
        if tag.name not in self._end_tags:
            pattern = re.compile(rf"</{re.escape(tag.name)}(?=[\s/>])", re.I)
            self._end_tags[tag.name] = [match.start() for match in pattern.finditer(self._source)][::-1]
        places = self._end_tags[tag.name]
        while places and places[-1] < tag.end:
            places.pop()
        return places[-1] if places else tag.end


def in_cdata(source: str, offset: int) -> bool:
    """Whether ``offset`` may lie in a CDATA section. Sure of a no; a yes may be due to a comment about such
    sections."""
    opened = source.rfind("<![CDATA[", 0, offset)
    return opened >= 0 and source.find("]]>", opened, offset) < 0


def references(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The text of ``source[start:end]`` in pieces: ``(text, start, end)``, entities decoded, each a piece
    of its own."""
    position = start
    for match in _REFERENCE.finditer(source, start, end):
        if match.start() < position:
            continue
        text, stop = _decoded(match[0], match.start())
        if not text:
            continue
        if match.start() > position:
            yield source[position : match.start()], position, match.start()
        yield text, match.start(), stop
        position = stop
    if position < end:
        yield source[position:end], position, end


def _decoded(reference: str, start: int) -> tuple[str, int]:
    """What a character reference stands for and where it ends; "" for one that is no reference."""
    if reference[1] == "#":
        return unescape(reference), start + len(reference)
    name = reference[1:]
    for length in range(min(len(name), _LONGEST_ENTITY), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], start + 1 + length
    return "", start
