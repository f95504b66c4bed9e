"""Stretches between quotation marks, or marks of italics, that may be the title of a work: not what somebody said.

Titles that were put into English word by word mostly have a capital at the beginning and nowhere else, as in Spanish
("The bell of the hill"): no run of capitals finds them, but the marks around them do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mtqa.detection.article import Article
from mtqa.document import Token
from mtqa.mentions import Mention
from mtqa.mentions.runs import sentence_case

SHORTEST, LONGEST = 2, 9
"""Words of a title that is looked for: one alone may be anything, and what is longer was said by somebody."""
_DOUBLE, _SINGLE = frozenset('"”“'), frozenset("’'")
CLOSING = {
    '"': _DOUBLE, "“": _DOUBLE, "”": _DOUBLE, "„": _DOUBLE, "«": frozenset("»"), "‘": _SINGLE, "'": _SINGLE,
    "*": frozenset("*"), "_": frozenset("_"),
}  # fmt: skip
"""What closes each mark; copy opens with one kind of double mark and closes with another."""
STOPS = frozenset(",.")
"""American copy writes them before the closing mark, whatever they end."""
SAYING = frozenset(
    "said says say saying added adds told tells replied replies answered answers asked asks declared declares stated"
    " states warned warns insisted insists shouted shouts cried cries chanted chants chanting shouting joked jokes"
    " explained explains argued argues tweeted tweets concluded concludes commented comments claimed claims yelled"
    " admitted admits assured assures affirmed affirms thinks thought believes wondered wonders reads reading"
    " recalled recalls repeated repeats".split()
)
"""Verbs beside which quotation marks hold what somebody said, or what is written somewhere."""
OTHERS = frozenset(
    "slogan slogans motto banner banners placard placards sign signs hashtag hashtags campaign campaigns headline"
    " headlines headlined article articles editorial column conference seminar talk lecture workshop debate exhibition"
    " exhibitions show-room operation nickname nicknamed dubbed so-called initiative plan report dish restaurant bar"
    " ship boat letter speech essay-prize chant graffiti message theme panel phrase words word quote expression"
    " proverb saying idiom known stall stand award cocktail doctrine policy strategy theory principle concept term"
    " course class degree chapter section".split()
)
"""What else bears names in quotation marks, or is written so."""
NOUNS = frozenset(
    "film movie comedy thriller documentary series miniseries telenovela sitcom novel book play musical opera song"
    " album painting".split()
)
"""Nouns right behind which a title stands without marks: "the film La colina"."""
REACH = 4
"""Words before a quotation in which one of these says what it is."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: ``before`` and ``after`` are the words of its sentence around them, in order.

    ``stop`` tells that a comma or a full stop stands before the closing mark, ``guillemets`` that the marks are those
    of Spanish.
    """

    mention: Mention
    before: tuple[str, ...]
    after: tuple[str, ...]
    stop: bool
    guillemets: bool


def quotations(article: Article) -> Iterator[Quotation]:
    """The stretches of a document that may be titles by their marks, their length and the words around them."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            for start, end in _between_marks(tokens):
                stop = tokens[end - 1].text in STOPS
                inside = tokens[start : end - stop]
                if not _is_titular(inside):
                    continue
                mention = Mention(
                    block=number,
                    sentence=index,
                    first=start,
                    tokens=inside,
                    text=block.text[inside[0].start : inside[-1].end],
                    initial=start == 1,
                    titled=sentence_case(tokens) != "sentence",
                )
                before, after = _texts(tokens[: start - 1]), _texts(tokens[end + 1 :])
                if not _is_said(before, after):
                    yield Quotation(mention, before, after, stop, tokens[start - 1].text == "«")


def unmarked(article: Article, is_title: Callable[[str], bool]) -> Iterator[Quotation]:
    """The longest stretch right behind each noun for a work that is a title, where no marks stand around it."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            for start in range(1, len(tokens)):
                if tokens[start - 1].text.lower() not in NOUNS:
                    continue
                for end in range(min(len(tokens), start + LONGEST), start + SHORTEST - 1, -1):
                    inside = tokens[start:end]
                    text = block.text[inside[0].start : inside[-1].end]
                    if inside[-1].is_word and _is_titular(inside) and is_title(text):
                        mention = Mention(number, index, start, inside, text)
                        before, after = tokens[:start], tokens[end:]
                        yield Quotation(mention, _texts(before), _texts(after), stop=False, guillemets=False)
                        break


def _texts(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens)


def _between_marks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First token, and one past the last, of every stretch between an opening mark and the next one that closes it."""
    position = 0
    while position < len(tokens):
        end = _closed_at(tokens, position) if _opens(tokens, position) else None
        if end is None:
            position += 1
            continue
        if end > position + 1:
            yield position + 1, end
        position = end + 1


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a mark that belongs to the word behind it, and to none before it."""
    if tokens[index].text not in CLOSING or index + 1 >= len(tokens):
        return False
    apart = index == 0 or tokens[index - 1].end < tokens[index].start or not tokens[index - 1].is_word
    return apart and tokens[index].end == tokens[index + 1].start


def _closed_at(tokens: Sequence[Token], opened: int) -> int | None:
    closing = CLOSING[tokens[opened].text]
    for index in range(opened + 1, len(tokens)):
        if tokens[index].text not in closing or tokens[index - 1].end < tokens[index].start:
            continue
        if index + 1 == len(tokens) or tokens[index].end < tokens[index + 1].start or not tokens[index + 1].is_word:
            return index
    return None


def _is_titular(inside: Sequence[Token]) -> bool:
    """Whether tokens are as many as a title has, begin with a capital and are no sentences."""
    if not inside or not inside[0].is_word or not inside[0].text[0].isupper():
        return False
    words = sum(token.is_word or token.text.isdecimal() for token in inside)
    return SHORTEST <= words <= LONGEST and not any(token.text in {".", ";", "…", "..."} for token in inside)


def _is_said(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words around a quotation make it speech, or the name of something that is no work."""
    if before and before[-1] == ":":
        return True
    near = {word.lower() for word in before[-REACH:]}
    return bool(near & (SAYING | OTHERS) or {word.lower() for word in after[:3]} & SAYING)
