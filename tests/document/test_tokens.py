import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.tokens import tokenise

MARKS = "\u0301\u0308\u200d\ufe0f\u20e3"


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text) if token.is_word]


def tokens(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O'Brien met O’Neill", ["O'Brien", "met", "O’Neill"]),
        ("al-Assad, Jean-Claude and Saint‑Denis", ["al-Assad", "Jean-Claude", "and", "Saint‑Denis"]),
        ("the U.S. and the U.N.", ["the", "U.S.", "and", "the", "U.N."]),
        ("J. K. Rowling, J.R.R. Tolkien", ["J.", "K.", "Rowling", "J.R.R.", "Tolkien"]),
        ("at 5 p.m. e.g.", ["at", "p.m.", "e.g."]),
        ("the EE. UU., JJ.OO or EE UU", ["the", "EE. UU.", "JJ.OO", "or", "EE UU"]),
        ("Type AA. Then II CC, EEE. UU", ["Type", "AA", "Then", "II", "CC", "EEE", "UU"]),
        ("Gen. Mr. Smith Jr. of St. Ives", ["Gen.", "Mr.", "Smith", "Jr.", "of", "St.", "Ives"]),
        ("AT&T and R&D but A & B", ["AT&T", "and", "R&D", "but", "A", "B"]),
        ("a 20-year-old F-16, the 5th, G20", ["a", "20-year-old", "F-16", "the", "5th", "G20"]),
        ("don't", ["don't"]),
        ("Jose\u0301 Nun\u0303ez", ["Jose\u0301", "Nun\u0303ez"]),
        ("the end.The next", ["the", "end", "The", "next"]),
        ("see example.org now", ["see", "example.org", "now"]),
        ("vitamin C.", ["vitamin", "C"]),
        ("No. 5 but No. Never", ["No.", "but", "No", "Never"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("clitic", ["'s", "’s", "'S"])
def test_possessive_is_a_token_of_its_own_and_no_word(clitic: str) -> None:
    for name in ("Spain", "al-Assad", "U.S.", "Andre\u0301", "O'Brien"):
        found = list(tokenise(f"{name}{clitic} law"))
        assert [token.text for token in found] == [name, clitic, "law"]
        assert [token.is_word for token in found] == [True, False, True]


@pytest.mark.parametrize(
    "text",
    ["1,000,000.50", "10:30", "2021-11-28", "1/2", "https://example.org/a?b=c", "www.example.org", "me@example.org"]
    + ["@handle", "#TwoWords", "€", "“", "—", "5\u20e3", "👨\u200d👩\u200d👧", "🇵🇪"],
)
def test_one_token_that_is_no_word(text: str) -> None:
    (token,) = tokenise(text)
    assert (token.text, token.is_word) == (text, False)


def test_punctuation_after_a_link_is_not_part_of_it() -> None:
    assert tokens("(see https://example.org/a).") == ["(", "see", "https://example.org/a", ")", "."]


@given(st.text(st.sampled_from("aB.'’-& \u00a0\n5,s@#/:wé漢" + MARKS) | st.characters(exclude_categories=["Cs"])))
def test_tokens_cover_the_text_and_split_no_grapheme(text: str) -> None:
    found = list(tokenise(text))
    graphemes = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
    position = 0
    for token in found:
        assert token.start >= position
        assert text[token.start : token.end] == token.text != ""
        assert not text[position : token.start].strip()
        assert {token.start, token.end} <= graphemes, (text, token)
        position = token.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "piece", ["word ", "x", "a.", "A.", "'", "a-", "@", "a@", "1,", "1a", ".a", "a+", "www.", "http://", "a'"]
)
def test_time_is_linear(piece: str) -> None:
    """A quadratic pattern takes minutes of processor time on this; we take a fifth of a second."""
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    assert sum(1 for _ in tokenise(text + "b")) > 0
    assert time.process_time() - began < 3
