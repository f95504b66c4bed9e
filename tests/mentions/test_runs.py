"""Capitalised runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.readers.text import read_text
from mtqa.mentions import Mention, find_mentions


def mentions(text: str) -> list[Mention]:
    return find_mentions(read_text(text, "story.txt"))


def texts(text: str) -> list[str]:
    return [mention.text for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we met Ursula von der Leyen there", ["Ursula von der Leyen"]),
        ("we met Yusuf al-Masri there", ["Yusuf al-Masri"]),
        ("we met Seán O'Brien and left", ["Seán O'Brien"]),
        ("they saw J. K. Rowling again", ["J. K. Rowling"]),
        ("the Bank of Spain said", ["Bank of Spain"]),
        ("the chief of NATO spoke", ["NATO"]),
        ("nothing here at all", []),
        ("the iPhone and the eBook sold well", ["iPhone and the eBook"]),
        ("we met María de la O yesterday", ["María de la O"]),
        ("a walk of the dog", []),
    ],
)
def test_runs_are_as_long_as_capitals_particles_and_joiners_carry_them(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_run_never_ends_with_a_joining_word() -> None:
    assert texts("we saw Peter and the dog, and Mary of course") == ["Peter", "Mary"]


def test_the_first_word_of_a_sentence_is_marked_initial() -> None:
    first, second = mentions("Doubt grew. We met Doubt.")[0], mentions("We met Doubt.")[-1]
    assert first.initial
    assert not second.initial


@pytest.mark.parametrize("text", ["He said: “Churches are closed.”", "“Churches are closed,” he said."])
def test_a_quotation_begins_anew(text: str) -> None:
    churches = next(m for m in mentions(text) if m.text == "Churches")
    assert churches.initial


def test_title_case_and_capitals_tell_nothing() -> None:
    assert all(m.titled for m in mentions("Union Leaders Say More Jobs Will Go As Country Doubts Reform"))
    assert all(m.titled for m in mentions("MAYOR CALLS FOR CALM AFTER CHURCH FIRE"))
    assert not any(m.titled for m in mentions("The mayor told THE VALLEY that he would go home soon."))


def test_parts_keep_their_place() -> None:
    document = read_text("we met Ursula von der Leyen there", "story.txt")
    mention = find_mentions(document)[0]
    part = mention.part(document.blocks[0], 1, 4)
    assert part.text == "von der Leyen"
    assert document.blocks[0].text[part.start : part.end] == part.text


@given(st.text(max_size=200))
def test_every_mention_slices_back_to_its_text(text: str) -> None:
    document = read_text(text, "story.txt")
    for mention in find_mentions(document):
        assert document.blocks[mention.block].text[mention.start : mention.end] == mention.text
