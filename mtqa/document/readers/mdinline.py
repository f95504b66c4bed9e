"""Markdown's inline text with the place of every token, which markdown-it itself does not tell."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

PLACE = "place"
"""The key of ``Token.meta`` that holds the offset of an inline token in its block's content."""

_SHORTCODES = {"{{": "}}", "{%": "%}"}
_LONGEST_SHORTCODE = 2000


class TrackedState(StateInline):
    """markdown-it's inline state, noting where each token begins.

    Plain text is gathered in ``pending`` until another token comes, so its place is that of the first piece.
    """

    def __init__(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> None:
        self._pieces: list[str] = []
        self._pieces_place = 0
        super().__init__(src, md, env, tokens)

    @property
    def pending(self) -> str:
        """Text not yet made a token."""
        if len(self._pieces) > 1:
            self._pieces[:] = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    @pending.setter
    def pending(self, value: str) -> None:
        if value and not self._pieces:
            self._pieces_place = self.pos
        self._pieces = [value] if value else []

    def append_pending(self, text: str) -> None:
        """Add literal text (markdown-it-py 4.1 and later call this; before, ``pending`` was set)."""
        if not self._pieces:
            self._pieces_place = self.pos
        self._pieces.append(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        """Make the gathered text a token."""
        place = self._pieces_place
        token = super().pushPending()
        token.meta[PLACE] = place
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token that begins here, or after the signs of the same run that came before ("**")."""
        place = self.pos
        if self.tokens and self.tokens[-1].type == "text":
            place = max(place, self.tokens[-1].meta[PLACE] + len(self.tokens[-1].content))
        token = super().push(ttype, tag, nesting)
        token.meta[PLACE] = place
        return token


def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose inline tokens carry their place and stay unjoined."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.core.ruler.at("inline", _inline)
    markdown.core.ruler.disable("text_join")
    markdown.inline.ruler2.disable("fragments_join")
    markdown.inline.ruler.before("escape", "shortcode", _shortcode)
    return markdown


def inline_tokens(content: str, markdown: MarkdownIt, env: MutableMapping[str, Any]) -> list[Token]:
    """The inline tokens of ``content``, each with its place in it."""
    tokens: list[Token] = []
    state = TrackedState(content, markdown, env, tokens)
    markdown.inline.tokenize(state)
    for rule in markdown.inline.ruler2.getRules(""):
        rule(state)
    return tokens


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            token.children = inline_tokens(token.content, state.md, state.env)


def _shortcode(state: StateInline, silent: bool) -> bool:
    """Template tags of site generators: ``{{< figure >}}``, ``{% include %}``, ``{{ variable }}``."""
    closing = _SHORTCODES.get(state.src[state.pos : state.pos + 2])
    if not closing:
        return False
    stop = state.src.find(closing, state.pos + 2, min(state.posMax, state.pos + _LONGEST_SHORTCODE))
    if stop < 0:
        return False
    if not silent:
        token = state.push("shortcode", "", 0)
        token.content = state.src[state.pos : stop + 2]
    state.pos = stop + 2
    return True
