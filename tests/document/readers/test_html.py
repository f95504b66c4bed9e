from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.blocks import PLACEHOLDER
from mtqa.document.readers.html import read_html

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Caf&eacute; talks</title><style>p { x: "<p>no</p>" }</style>
<script>var a = "<p>no</p>";</script></head><body>
<h1 title="no > no">Talks <em>end</em></h1>
<p>The   president, Ana&nbsp;Ru&shy;iz,
said <code>x &lt; y</code> &ldquo;no&rdquo;<!-- <p>no</p> --> &amp; left<sup>1</sup>.<br>Then<br><br>new line
<ul><li>one<li>two <b>bold</b></ul>
<table><tr><th>Head<td>5 &lt 6</table>
<figure><img alt="no"><figcaption>A boat</figcaption></figure>
<pre>no</pre><template><p>no</p></template><textarea>no</textarea><noscript>yes</noscript>
Loose text AT&T &notit; <unknown>tag</unknown></body></html>
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_html(text, "a.html").blocks]


def test_what_is_read_and_what_is_not() -> None:
    assert kinds(PAGE) == [
        ("heading", "Café talks"),
        ("heading", "Talks end"),
        ("paragraph", f"The president, Ana Ruiz, said {PLACEHOLDER} “no” & left{PLACEHOLDER}. Then"),
        ("paragraph", "new line"),
        ("item", "one"),
        ("item", "two bold"),
        ("cell", "Head"),
        ("cell", "5 < 6"),
        ("caption", "A boat"),
        ("paragraph", "yes Loose text AT&T ¬it; tag"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("<p>Ana <b>Ruiz</b>", "Ana Ruiz", "Ana <b>Ruiz"),
        ("<p>Mu&ntilde;oz", "Muñoz", "Mu&ntilde;oz"),
        ("<p>x Mu&#241;oz", "Muñoz", "Mu&#241;oz"),
        ("<p>x Ana\r\n  Ruiz", "Ana Ruiz", "Ana\r\n  Ruiz"),
        ("<p>Ana&nbsp;Ruiz", "Ana Ruiz", "Ana&nbsp;Ruiz"),
        ("<p>Ana<br>Ruiz", "Ana Ruiz", "Ana<br>Ruiz"),
        ("<p>Ru&shy;iz", "Ruiz", "Ru&shy;iz"),
        ("<a title='Ana'>Ana</a>", "Ana", "Ana"),
    ],
)
def test_places(text: str, words: str, source: str) -> None:
    document = read_html(text, "a.html")
    (block,) = document.blocks
    start = block.text.index(words)
    span = block.source_span(start, start + len(words))
    assert document.text[span.start : span.end] == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>open <b>bold <p>next", ["open bold", "next"]),
        ("a < b and <3 and a<b", ["a < b and <3 and a<b"]),
        ("text <unfinished", ["text <unfinished"]),
        ("text </", ["text </"]),
        ("text <!-- never closed <p>more</p>", ["text more"]),
        ("text <!--> more", ["text more"]),
        ('<a title="open>text</a><p>more', ["text", "more"]),
        ("<p>a <code>open<p>next</p>", ["a open", "next"]),
        ("<p>a <code>x<p>next</code> more</p>", [f"a {PLACEHOLDER}", "next more"]),
        ("<pre>open <p>text", ["open", "text"]),
        ("<svg><svg></svg>no</svg>yes", [f"{PLACEHOLDER}yes"]),
        ("<script>open <p>text", ["open", "text"]),
        ("<SCRIPT>no</Script >yes", ["yes"]),
        ("<title>a <b>&amp;</b></title>", ["a <b>&</b>"]),
        ("<![CDATA[a & <b>]]> c", ["a & <b> c"]),
        ("<?php echo 1 ?>yes", ["yes"]),
        ("</p></p>yes</li>", ["yes"]),
        ("&#xD800;&#0;&#x110000;x&unknown; &", ["\ufffd\ufffd\ufffdx&unknown; &"]),
        ("", []),
    ],
)
def test_broken_markup(text: str, expected: list[str]) -> None:
    assert [block.text for block in read_html(text, "a.html").blocks] == expected


@pytest.mark.parametrize(
    "text",
    [
        '<meta property="article:published_time" content="2021-11-28T10:00:00+01:00">',
        "<META content=2021-11-28 name=DC.date.issued>",
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-11-28"}]}</script>',
        "<time datetime='2021-11-28T09:00'>yesterday</time><time datetime='2020-01-01'>",
        "<time datetime='2020-01-01'>then</time><time pubdate datetime='2021-11-28'>now</time>",
        "<time datetime='2020-01-01'></time><meta itemprop=datePublished content='28 November 2021'>",
    ],
)
def test_date(text: str) -> None:
    assert read_html(text, "a.html").date == date(2021, 11, 28)


def test_language_and_no_date() -> None:
    document = read_html(PAGE, "a.html")
    assert (document.language, document.date) == ("en-GB", None)


PIECES = st.lists(
    st.sampled_from(
        [
            "word ",
            "Ana",
            " ",
            "\n",
            "\r\n",
            "\t",
            "é",
            "e\u0301",
            "\u00a0",
            "\u00ad",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<br/>",
        ]
        + [
            "<li>",
            "</li>",
            "<td>",
            "<h1>",
            "</h1>",
            "<code>",
            "</code>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<title>",
        ]
        + [
            "</title>",
            "<!-- c -->",
            "<!--",
            "-->",
            "<!x>",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&eacute",
            "&nbsp;",
            "&shy;",
            "&#65;",
            "&#x;",
        ]
        + [
            "&NotEqualTilde;",
            "&",
            "<",
            ">",
            '"',
            "'",
            "<a href='x>y'>",
            '<a b="',
            "</",
            "<svg/>",
            "<svg>",
            "</svg>",
            "<time datetime=x>",
        ]
    )
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=5),
    max_size=25,
).map("".join)


@given(PIECES)
def test_offsets(check_offsets: Callable[[Document], None], text: str) -> None:
    check_offsets(read_html(text, "a.html"))


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<p>",
        "<!--",
        "<code>",
        "<a b='",
        '<a b=">',
        "&",
        "&amp",
        "<li><td>",
        "<![CDATA[",
        "<script>",
        "<br>",
        "</",
        "<svg>",
    ],
)
def test_deep_and_broken_markup_is_no_problem(piece: str) -> None:
    read_html(piece * (40_000 // len(piece)), "a.html")
