from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mtqa.document import Document
from mtqa.document.blocks import PLACEHOLDER
from mtqa.document.readers.markdown import read_markdown

STORY = """\
---
title: Not copy
date: 2022-03-04
---
# The *long* road #

The president of **Peru**, [Ana *Ruiz*](https://example.org/a "Title"), said `code` to
> a quoted &amp; wrapped
> line \\*here\\*

1. one
   goes on
2. two <b>bold</b><br>three

| Name | A \\| B |
|------|--------|
| Lima | caf&eacute; |

![A boat on the *sea*](boat.png)

<div class="x">
<p>Inside &lt;html&gt;</p>
</div>

    indented code

~~~
fenced
~~~

<!-- a comment -->
{{< figure src="a" >}} See <https://example.org> {% include x %}now.

[ref]: https://example.org
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_markdown(text, "a.md").blocks]


def test_what_is_read_and_what_is_not() -> None:
    assert kinds(STORY) == [
        ("heading", "The long road"),
        ("paragraph", f"The president of Peru, Ana Ruiz, said {PLACEHOLDER} to"),
        ("paragraph", "a quoted & wrapped line *here*"),
        ("item", "one goes on"),
        ("item", "two bold three"),
        ("cell", "Name"),
        ("cell", "A | B"),
        ("cell", "Lima"),
        ("cell", "café"),
        ("caption", "A boat on the sea"),
        ("paragraph", "Inside <html>"),
        ("paragraph", f"{PLACEHOLDER} See {PLACEHOLDER} {PLACEHOLDER}now."),
    ]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("a **Palomas**\n> Campana b", "Palomas", "Palomas"),
        ("a Ana\nRuiz b", "Ana Ruiz", "Ana\nRuiz"),
        ("a Ana\r\nRuiz b", "Ana Ruiz", "Ana\r\nRuiz"),
        ("> a Ana\n> Ruiz b", "Ana Ruiz", "Ana\n> Ruiz"),
        ("- a Ana  \n  Ruiz b", "Ana Ruiz", "Ana  \n  Ruiz"),
        ("a Ana *Ruiz* b", "Ana Ruiz", "Ana *Ruiz"),
        ("a Mu&ntilde;oz b", "Muñoz", "Mu&ntilde;oz"),
        ("a A\\_B b", "A_B", "A\\_B"),
        ("| x | Ana \\| Ruiz |\n|--|--|\n", "Ana | Ruiz", "Ana \\| Ruiz"),
        ("[a](a) a Ruiz", "a Ruiz", "a Ruiz"),
        ("x `Ruiz` Ruiz b", "Ruiz", "Ruiz"),
        ("x Ana\n[Ruiz](y) b", "Ana ", "Ana\n"),
        ("x `Ana`[Ruiz](y) b", PLACEHOLDER, "`Ana`"),
        ("# Ana Ruiz #", "Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz\n===", "Ana Ruiz", "Ana Ruiz"),
        ("- a\n\n\tAna Ruiz", "Ana Ruiz", "Ana Ruiz"),
        ("snake_case 5 * 3 * 2 **open", "snake_case 5 * 3 * 2 **open", "snake_case 5 * 3 * 2 **open"),
    ],
)
def test_places(text: str, words: str, source: str) -> None:
    document = read_markdown("---\na: 1\n---\n" + text, "a.md")
    block = next(block for block in document.blocks if words in block.text)
    start = block.text.index(words)
    span = block.source_span(start, start + len(words))
    assert document.text[span.start : span.end] == source


def test_inline_code_in_html_is_skipped() -> None:
    assert kinds("a <code>b c</code> d <kbd>unclosed") == [("paragraph", f"a {PLACEHOLDER} d unclosed")]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("---\ndate: 2021-11-28\n---\n", date(2021, 11, 28)),
        ("---\r\npubDate: 2021-11-28T10:00:00Z\r\n---\r\n", date(2021, 11, 28)),
        ("---\npublished: '28 November 2021'\n...: [\n---\n", date(2021, 11, 28)),  # no valid YAML
        ("+++\ndate = 2021-11-28\n+++\n", date(2021, 11, 28)),
        ('+++\ndate = "2021-11-28"\nbroken = \n+++\n', date(2021, 11, 28)),
        ('{"date": "2021-11-28"}\n', date(2021, 11, 28)),
        ("---\ntitle: none\n---\n", None),
        ("---\n---\n", None),
        ("", None),
    ],
)
def test_front_matter(head: str, day: date | None) -> None:
    document = read_markdown(head + "Body text.", "a.md")
    assert document.date == day
    assert [block.text for block in document.blocks] == ["Body text."]


def test_rules_around_prose_are_no_front_matter() -> None:
    assert kinds("---\nJust a line of prose.\n---\nBody.")[0][1] == "Just a line of prose."


def test_language_of_the_front_matter() -> None:
    assert read_markdown("---\nlang: en-GB\n---\nx", "a.md").language == "en-GB"


PIECES = st.lists(
    st.sampled_from(
        [
            "word ",
            "Ana ",
            "é",
            "e\u0301",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "``",
            "[a](b)",
            "[",
            "](",
            "](x) ",
            ")",
            "![alt *x*](u)",
        ]
        + [
            "![",
            "&amp;",
            "&eacute;",
            "&nope;",
            "&",
            "\\*",
            "\\",
            "\\\n",
            "\n",
            "\r\n",
            "\r",
            "  \n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
        ]
        + [
            "# ",
            " #",
            "\t",
            "    ",
            "| a \\| b | c |\n|---|---|\n| d | e |\n",
            "|",
            "\n===\n",
            "\n---\n",
            "<b>",
            "</b>",
            "<br>",
        ]
        + [
            "<code>",
            "</code>",
            "<!-- c -->",
            "<!--",
            "<div>\n",
            "</div>\n\n",
            "{{< x >}}",
            "{{",
            "{% y %}",
            "<https://a.bc>",
            "\n```\n",
        ]
        + ["[r]: /url\n", "[r]", "\u00a0", "\u00ad", "漢"]
    )
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=5),
    max_size=25,
).map("".join)


@given(PIECES)
def test_offsets(check_offsets: Callable[[Document], None], text: str) -> None:
    check_offsets(read_markdown(text, "a.md"))


@given(PIECES)
def test_the_inline_text_is_markdown_its_own(text: str) -> None:
    """Keeping places must not change how the text is parsed."""
    from mtqa.document.readers.mdinline import parser

    own = [token for token in parser().parse(text) if token.type == "inline"]
    plain = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    for ours, theirs in zip(own, [token for token in plain if token.type == "inline"], strict=True):
        assert ours.content == theirs.content
        if "{" in ours.content:
            continue  # shortcodes are ours alone
        texts = [
            "".join(child.content for child in token.children or () if child.type in ("text", "text_special"))
            for token in (ours, theirs)
        ]
        assert texts[0] == texts[1]


@pytest.mark.parametrize(
    "piece",
    ["word ", "[", "*a ", "> ", "`", "- ", "[a](", "<a ", "![a", "a\n", "{{", "_a", "&amp;", "<code>", "<!--", "\\*"],
)
def test_deep_and_broken_markup_is_no_problem(piece: str) -> None:
    read_markdown(piece * (8_000 // len(piece)), "a.md")
