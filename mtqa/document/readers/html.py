"""HTML: the text that a page shows, block by block."""

from __future__ import annotations

from mtqa.document.model import Block, Document
from mtqa.document.readers.htmlmeta import page_date, page_language
from mtqa.document.readers.htmltokens import html_tokens
from mtqa.document.readers.walking import Elements, Walker

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
_PARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol", "menu"), ("li",)),
    "dl": ("dt", "dd"),
    "table": ("td", "th", "caption"),
}
"""What the end of a container ends with it: the end tags of its parts may be left out."""

HTML = Elements(BLOCK_ELEMENTS, _INLINE_SKIPPED, _BLOCK_SKIPPED, _KINDS, _PARTS)


def read_html(text: str, path: str) -> Document:
    """The document that an HTML file is. Never fails, whatever the markup."""
    tokens = list(html_tokens(text))
    blocks = tuple(Walker(text, HTML).blocks(tokens))
    return Document(path, text, blocks, page_date(text, tokens), page_language(tokens))


def html_blocks(source: str, kind: str) -> list[Block]:
    """The blocks of a fragment of HTML; ``kind`` is that of a block outside headings, lists and tables."""
    return list(Walker(source, HTML, kind).blocks(list(html_tokens(source))))
