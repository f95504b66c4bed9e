"""XML as a stream of tags and text with exact places in the source.

The parser is expat, which says at which byte each event begins; an event ends where the next one begins. It reads no
external DTD and no external entity, and because of the default handler it puts no entity in the place of a reference:
a reference to an entity that the document itself declares is kept as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.entities import html5
from typing import Literal
from xml.parsers import expat

from mtqa.document.readers.htmltokens import Tag, Text
from mtqa.document.readers.walking import Gap
from mtqa.document.readers.xmlroot import SEPARATOR, EntityBombError, entity_guard
from mtqa.errors import FormatError

_LANGUAGE = f"http://www.w3.org/XML/1998/namespace{SEPARATOR}lang"
_Kind = Literal["start", "end", "text", "reference", "cdata", "cdata end", "other"]


@dataclass(frozen=True, slots=True)
class XmlTag(Tag):
    """A start or end tag; ``name`` is the local name, in its own letter case. An empty element has both, the end tag
    of no length."""

    namespace: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def attributes(self) -> dict[str, str]:
        """The attributes; a name in a namespace is that, a space and the local name."""
        return dict(self.values)

    @property
    def language(self) -> str:
        """The language that ``xml:lang``, or ``lang`` as in XHTML, states here; "" where neither does."""
        return self.values.get(_LANGUAGE) or self.values.get("lang") or ""


Token = XmlTag | Text | Gap


@dataclass(frozen=True, slots=True)
class _Event:
    kind: _Kind
    byte: int
    name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def xml_tokens(source: str, path: str) -> list[Token]:
    """The tags and texts of ``source`` in order; ``path`` is the file's, for messages. Comments, instructions and the
    doctype are left out, character data in CDATA sections is ``raw``.

    References to characters, to the five entities of XML and to those of HTML stay in the text; others (a name that
    the document declares in another sense, or one that nobody knows) are inline gaps. Raises FormatError for a source
    that is not well-formed.
    """
    recorder = _Recorder()
    recorder.parse(source.encode("utf-8", "surrogatepass"), path)
    return list(_tokens(recorder, _offsets(source, [event.byte for event in recorder.events]), len(source)))


class _Recorder:
    """What expat reports, with places in bytes."""

    def __init__(self) -> None:
        self.events: list[_Event] = []
        self.own_entities: set[str] = set()
        self._depth = 0
        parser = expat.ParserCreate("utf-8", SEPARATOR)
        # As if there were a DTD that we do not read: an entity that nobody declares is then no error.
        parser.UseForeignDTD(True)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda _: self._add("text")
        parser.StartCdataSectionHandler = lambda: self._add("cdata")
        parser.EndCdataSectionHandler = lambda: self._add("cdata end")
        parser.CommentHandler = lambda _: self._add("other")
        parser.ProcessingInstructionHandler = lambda *_: self._add("other")
        parser.EntityDeclHandler = entity_guard(self._entity)
        parser.DefaultHandler = self._default
        self._parser = parser

    def parse(self, data: bytes, path: str) -> None:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            where = f"{path}:{error.lineno}:{error.offset + 1}"
            reason = expat.ErrorString(error.code)
            raise FormatError(f"{where}: is no well-formed XML: {reason}; repair the file or leave it out") from None
        except EntityBombError:
            where = f"{path}:{self._parser.CurrentLineNumber}:{self._parser.CurrentColumnNumber + 1}"
            raise FormatError(f"{where}: declares too many entities within entities; leave the file out") from None

    def _add(self, kind: _Kind, name: str = "", values: Mapping[str, str] | None = None) -> None:
        self.events.append(_Event(kind, self._parser.CurrentByteIndex, name, values or {}))

    def _start(self, name: str, values: dict[str, str]) -> None:
        self._depth += 1
        self._add("start", name, values)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._add("end", name)

    def _default(self, data: str) -> None:
        if self._depth and data.startswith("&"):
            self._add("reference", data[1:-1])
        else:
            self._add("other")

    def _entity(self, name: str, value: str | None) -> None:
        if value != html5.get(f"{name};"):
            self.own_entities.add(name)


def _offsets(source: str, places: Sequence[int]) -> Sequence[int]:
    """The code points of ``source`` at ``places``, bytes of its UTF-8 in ascending order."""
    if source.isascii():
        return places
    data = source.encode("utf-8", "surrogatepass")
    offsets, offset, position = [], 0, 0
    for place in places:
        offset += len(data[position:place].decode("utf-8", "surrogatepass"))
        position = place
        offsets.append(offset)
    return offsets


def _tokens(recorder: _Recorder, offsets: Sequence[int], length: int) -> Iterator[Token]:
    raw = False
    begin = -1
    """Where the text begins that goes on to the event at hand; -1 where there is none."""
    for index, event in enumerate(recorder.events):
        start, stop = offsets[index], offsets[index + 1] if index + 1 < len(offsets) else length
        known = event.kind == "reference" and event.name not in recorder.own_entities and f"{event.name};" in html5
        if event.kind == "text" or known:
            begin = start if begin < 0 else begin
            continue
        if begin >= 0:
            yield Text(begin, start, raw)
            begin = -1
        if event.kind in ("start", "end"):
            namespace, _, name = event.name.rpartition(SEPARATOR)
            yield XmlTag(name, start, stop, event.kind == "end", "", namespace, event.values)
        elif event.kind == "reference":
            yield Gap(start, stop, inline=True)
        elif event.kind in ("cdata", "cdata end"):
            raw = event.kind == "cdata"
