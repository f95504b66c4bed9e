"""Wire stories in XML: NITF, and NewsML-G2 with NITF, XHTML or plain text in it. docs/wire.md says what is read.

NITF is that of the IPTC's DTDs and schemas 2.5 to 3.6, NewsML-G2 that of its guidelines up to 2.3x.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from mtqa.document.model import Block, Document
from mtqa.document.readers.html import BLOCK_ELEMENTS, HTML
from mtqa.document.readers.htmltokens import Tag, Text
from mtqa.document.readers.walking import Elements, Gap, Walker
from mtqa.document.readers.wiremeta import is_foreign, story_date, story_language
from mtqa.document.readers.xmlroot import is_g2, is_nitf
from mtqa.document.readers.xmltokens import Token, XmlTag, xml_tokens
from mtqa.errors import FormatError

NITF = Elements(
    block=frozenset(
        """
            abstract bibliography block body body.content body.end body.head bq byline byttl caption credit datasource
            dateline dd distributor dl dt fn head headline hedline hl1 hl2 hr li media media-caption media-producer
            nitf nitf-table note ol p story.date table tagline tbody td tfoot th thead title tr ul
        """.split()
    ),
    inline_skipped=frozenset(["classifier", "sub", "sup"]),
    block_skipped=frozenset(
        """
            custom-table docdata iim media-metadata media-object media-reference nitf-table-metadata postaddr pre
            pubdata revision-history rights tobject
        """.split()
    ),
    kinds={
        **dict.fromkeys(("title", "headline", "hedline", "hl1", "hl2"), "heading"),
        **dict.fromkeys(("li", "dt", "dd"), "item"),
        **dict.fromkeys(("td", "th"), "cell"),
        **dict.fromkeys(("caption", "media-caption"), "caption"),
    },
)

_LINES = Elements(
    block=frozenset(["by", "dateline", "description", "headline", "title"]),
    inline_skipped=frozenset(["rp", "rt"]),
    block_skipped=frozenset(),
    kinds=dict.fromkeys(("headline", "title"), "heading"),
)
"""What NewsML-G2 itself says in words of a story."""
_OF_CONTENT = frozenset(["by", "dateline", "description", "headline"])
_OF_REFERENCE = frozenset(["description", "headline", "title"])

_PLAIN = Elements(frozenset(["inlineData", "p"]), frozenset(), frozenset(), {})
_BLANK_LINES = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_XHTML = "http://www.w3.org/1999/xhtml"


def read_wire(text: str, path: str) -> Document:
    """The document that a wire story is. Raises FormatError for XML that is broken or of another kind."""
    tokens = xml_tokens(text, path)
    root = next(token for token in tokens if isinstance(token, XmlTag))
    if not is_nitf(root.namespace, root.name) and not is_g2(root.namespace, root.name):
        raise FormatError(
            f"{path}: is XML, but neither NITF nor NewsML-G2: its root element is <{root.name}>; "
            "leave it out, or export the story as one of them"
        )
    language = story_language(tokens)
    return Document(path, text, tuple(_Reader(text, tokens, language).blocks()), story_date(text, tokens), language)


class _Reader:
    """Finds the parts of a story that are copy, and reads each by the elements of its format."""

    def __init__(self, source: str, tokens: Sequence[Token], language: str | None) -> None:
        self._source = source
        self._tokens = tokens
        self._language = language
        self._ends = _ends(tokens)

    def blocks(self) -> Iterator[Block]:
        """The readable blocks, in order."""
        namespace = next(token.namespace for token in self._tokens if isinstance(token, XmlTag))
        path: list[str] = []
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            index += 1
            if not isinstance(token, XmlTag):
                continue
            if token.closing:
                path.pop()
            elif is_foreign(token, self._language):
                index = self._ends[index - 1] + 1
            elif elements := _elements(token, path[-1] if path else "", namespace):
                yield from self._part(index - 1, elements)
                index = self._ends[index - 1] + 1
            else:
                path.append(token.name)

    def _part(self, index: int, elements: Elements) -> Iterator[Block]:
        tokens: Iterator[Tag | Text | Gap] = self._readable(index, elements)
        if elements is _PLAIN:
            tokens = chain.from_iterable(_paragraphs(self._source, token) for token in tokens)
        return Walker(self._source, elements).blocks(list(tokens))

    def _readable(self, index: int, elements: Elements) -> Iterator[Token]:
        """The tokens of the element that begins at ``index``, with what is in another language as gaps."""
        stop = self._ends[index]
        while index <= stop:
            token = self._tokens[index]
            end = self._ends.get(index, index)
            index += 1
            if not isinstance(token, XmlTag):
                yield token
            elif not token.closing and is_foreign(token, self._language):
                yield Gap(token.start, self._tokens[end].end, token.name not in elements.block)
                index = end + 1
            elif not token.closing and token.name in elements.inline_skipped and end == index:
                index += 1  # empty: nothing stands there
            elif not (token.closing and token.name == "br"):  # HTML has no such tag
                yield token


def _ends(tokens: Sequence[Token]) -> dict[int, int]:
    """The index of each start tag's end tag."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if isinstance(token, XmlTag):
            if token.closing:
                found[opened.pop()] = index
            else:
                opened.append(index)
    return found


def _elements(token: XmlTag, parent: str, namespace: str) -> Elements | None:
    """How the content of an element is read; None where only elements in it may be. ``namespace`` is the root's."""
    if is_nitf(token.namespace, token.name) or (parent == "inlineXML" and token.name == "nitf"):
        return NITF
    if parent == "inlineXML":
        return HTML if token.namespace == _XHTML or token.name in BLOCK_ELEMENTS else None
    if token.namespace != namespace:
        return None
    if token.name == "inlineData":
        kind = token.values.get("contenttype", "text/plain").partition(";")[0].strip().lower()
        return _PLAIN if kind == "text/plain" and "encoding" not in token.values else None
    wanted = {"contentMeta": _OF_CONTENT, "itemRef": _OF_REFERENCE}.get(parent, ())
    return _LINES if token.name in wanted else None


def _paragraphs(source: str, token: Tag | Text | Gap) -> Iterator[Tag | Text | Gap]:
    """A token of plain text, in which blank lines part paragraphs."""
    if not isinstance(token, Text):
        yield token
        return
    position = token.start
    for match in _BLANK_LINES.finditer(source, token.start, token.end):
        yield Text(position, match.start(), token.raw)
        yield Tag("p", match.start(), match.end(), False, "")
        position = match.end()
    yield Text(position, token.end, token.raw)
