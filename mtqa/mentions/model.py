"""A mention: a stretch of a sentence that looks like a name. A role phrase: an office beside a mention."""

from __future__ import annotations

from dataclasses import dataclass

from mtqa.document import Block, Token


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of tokens that may be a name; ``start`` and ``end`` are code points of the block's text.

    ``first`` is the index of its first token among the sentence's tokens. ``initial`` tells that the first
    token would be capitalised anyway (it begins a sentence, or a quotation in one). ``titled`` tells that
    the whole sentence is in title case or in capitals, so that capital letters say nothing.
    """

    block: int
    sentence: int
    first: int
    tokens: tuple[Token, ...]
    text: str
    initial: bool = False
    titled: bool = False

    @property
    def start(self) -> int:
        """First code point in the block's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """One past the last code point in the block's text."""
        return self.tokens[-1].end

    @property
    def span(self) -> tuple[int, int, int]:
        """Block, first code point and the one past the last: what tells the spans of a document apart."""
        return self.block, self.start, self.end

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of the tokens."""
        return tuple(token.text for token in self.tokens)

    @property
    def is_capitals(self) -> bool:
        """Whether every word of it is in capitals."""
        return all(word.isupper() for word in self.words if word[:1].isalpha())

    def part(self, block: Block, start: int, end: int) -> Mention:
        """The mention that tokens ``start:end`` of this one make."""
        tokens = self.tokens[start:end]
        return Mention(
            block=self.block,
            sentence=self.sentence,
            first=self.first + start,
            tokens=tokens,
            text=block.text[tokens[0].start : tokens[-1].end],
            initial=self.initial and start == 0,
            titled=self.titled,
        )


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """An office said of the person a mention names.

    ``office`` is the normalised title, ``body`` an ISO territory code or the name of an organisation ("" when
    the text leaves it out), ``text`` the phrase as it stands. ``current`` is False for "former", "then", "elect" …
    ``apposed`` is True where "the" and a comma tie the office to the person after it as one and the same; in a list
    ("the king, a singer, the mayor") the comma may as well part them.
    """

    mention: Mention
    office: str
    body: str
    text: str
    current: bool
    apposed: bool
