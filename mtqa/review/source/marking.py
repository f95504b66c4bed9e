"""The words of a Spanish sentence that a finding's span was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from mtqa.document.model import Span, Token
from mtqa.document.tokens import tokenise
from mtqa.gazetteer.folding import fold
from mtqa.review.page.model import FindingData

ALIKE = 85.0
"""How alike (0 to 100, rapidfuzz's ratio) words must be to be the same name in two spellings."""
_LONE = 4
"""Letters of a word that may stand for its whole name."""


def mark_of(finding: FindingData, sentence: str) -> Span | None:
    """Where the original of a finding stands in a Spanish sentence, in code points; None where that cannot be told.

    Looked for are the Spanish that the finding supposes, what it suggests and what the copy has: whole, then the longer
    words of each, for half of a mistranslated name mostly came through.
    """
    words = [token for token in tokenise(sentence) if token.is_word]
    keys = [fold(token.text) for token in words]
    texts = [text for text in (finding["spanish"], *finding["suggestions"], finding["text"]) if text]
    for text in texts:
        if found := _whole(text, words, keys):
            return found
    for text in texts:
        if found := _parts(text, words, keys):
            return found
    return None


def _whole(text: str, words: Sequence[Token], keys: Sequence[str]) -> Span | None:
    wanted = [fold(token.text) for token in tokenise(text) if token.is_word]
    length, best, place = len(wanted), ALIKE, -1
    if not length:
        return None
    for start in range(len(words) - length + 1):
        score = fuzz.ratio(" ".join(wanted), " ".join(keys[start : start + length]))
        if score > best or (score == best and place < 0):
            best, place = score, start
    return Span(words[place].start, words[place + length - 1].end) if place >= 0 else None


def _parts(text: str, words: Sequence[Token], keys: Sequence[str]) -> Span | None:
    """The first run of words that are words of the text; small ones between them belong to it."""
    wanted = [key for token in tokenise(text) if len(key := fold(token.text)) >= _LONE and token.text[:1].isupper()]
    hits = [number for number, key in enumerate(keys) if any(_alike(key, other) for other in wanted)]
    run = next(_runs(hits), None)
    return Span(words[run[0]].start, words[run[-1]].end) if run else None


def _alike(one: str, other: str) -> bool:
    return len(one) >= _LONE and fuzz.ratio(one, other) >= ALIKE


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > 2:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
