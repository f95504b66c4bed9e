"""Where decisions are put into a file, and where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.readers import read_bytes
from mtqa.review.decisions import Decision
from mtqa.review.planning import corrected, plan
from tests.support.decided import decided

TEXT = "The mayor, Ana Churches, spoke. Later the writer Ana Churches left. “Churches” is sold.\n"


def document(text: str, path: str = "a.md") -> Document:
    return read_bytes(text.encode(), path)


def result(text: str, *decisions: Decision, path: str = "a.md") -> str:
    read = document(text, path)
    return corrected(read, plan(read, decisions))


def test_accepted_and_edited_ones_are_put_in_and_false_alarms_are_not() -> None:
    first = decided(TEXT, "Ana Churches", "Ana Iglesias")
    second = decided(TEXT, "Ana Churches", None, nth=2)
    assert result(TEXT, first, second) == TEXT.replace("Churches", "Iglesias", 1)


def test_the_places_are_found_again_when_paragraphs_have_moved() -> None:
    decisions = [decided(TEXT, "Ana Churches", "Ana Iglesias", nth=nth) for nth in (1, 2)]
    moved = f"A line before.\n\n{TEXT}"
    assert result(moved, *decisions) == moved.replace("Ana Churches", "Ana Iglesias")


def test_repeats_between_the_same_words_are_told_apart_by_their_number() -> None:
    line = "He said that the minister Ana Churches would speak on the same evening.\n\n"
    second = decided(line * 3, "Ana Churches", "Ana Iglesias", nth=2)
    assert second.id.endswith("-2")
    moved = "First.\n\n" + line * 3
    assert result(moved, second) == "First.\n\n" + line + line.replace("Churches", "Iglesias") + line


def test_what_has_changed_is_left_alone_and_told() -> None:
    made = decided(TEXT, "Ana Churches", "Ana Iglesias")
    other = TEXT.replace("The mayor, Ana", "Yesterday morning the old Ana")
    outcome = plan(document(other), [made])
    assert outcome.edits == []
    assert outcome.skipped == [
        "a.md: “Ana Churches”: is not there any more, or the words around it have changed"
    ]


def test_what_is_corrected_already_is_no_failure() -> None:
    made = [decided(TEXT, "Ana Churches", "Ana Iglesias", nth=nth) for nth in (1, 2)]
    once = result(TEXT, *made)
    again = plan(document(once), made)
    assert (again.edits, again.skipped, len(again.present)) == ([], [], 2)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("`Ana Churches` is code.\n", "a.md"),
        ("---\nauthor: Ana Churches\n---\nCopy.\n", "a.md"),
        ("See [her](<https://example.org/Ana Churches>).\n", "a.md"),
        ("<p>She.</p><script>Ana Churches</script>\n", "a.html"),
        ('<p title="Ana Churches">She.</p>\n', "a.html"),
    ],
)
def test_what_is_no_copy_is_not_touched(text: str, path: str) -> None:
    assert result(text, decided(text, "Ana Churches", "Ana Iglesias", path=path), path=path) == text


def test_markup_in_a_suggestion() -> None:
    html = "<p>The bank Ana Churches.</p>\n"
    assert "Ana &lt;b&gt; &amp; Co" in result(html, decided(html, "Ana Churches", "Ana <b> & Co"), path="a.html")
    outcome = plan(document(TEXT), [decided(TEXT, "Ana Churches", "*Ana*")])
    assert outcome.edits == []
    assert outcome.skipped == [
        "a.md: “Ana Churches”: “*Ana*” would be markup there, or the file's encoding lacks it"
    ]


def test_a_letter_that_the_encoding_lacks() -> None:
    read = read_bytes("Ana Churches caf\xe9\n".encode("cp1252"), "a.txt")
    outcome = plan(read, [decided(read.text, "Ana Churches", "Ana Čapek", path="a.txt")])
    assert (outcome.edits, len(outcome.skipped)) == ([], 1)


def test_a_name_over_a_line_break_is_one() -> None:
    text = "The mayor, Ana\nChurches, spoke in the\nhouse.\n"
    assert result(text, decided(text, "Ana\nChurches", "Ana Iglesias")) == text.replace(
        "Ana\nChurches", "Ana Iglesias"
    )


def test_of_two_that_overlap_the_longer_is_put_in() -> None:
    both = [decided(TEXT, "Churches", "Iglesia"), decided(TEXT, "Ana Churches", "Ana Iglesias")]
    outcome = plan(document(TEXT), both)
    assert [edit.text for edit in outcome.edits] == ["Ana Iglesias"]
    assert outcome.skipped == ["a.md: “Churches”: another correction changes the same words"]


def test_an_empty_replacement_removes() -> None:
    assert result(TEXT, decided(TEXT, ", Ana Churches,", "")) == TEXT.replace(", Ana Churches,", "", 1)


@given(
    words=st.lists(st.sampled_from(["Ana", "Churches", "the", "é\u0301", "🙂", "שלום", "\n", "\n\n"]), max_size=30),
    before=st.lists(st.sampled_from(["One.", "Two 🙂."]), max_size=3),
)
def test_only_the_decided_words_change(words: list[str], before: list[str]) -> None:
    text = " ".join(words)
    count = text.count("Churches")
    decisions = [decided(text, "Churches", "Iglesias", path="a.txt", nth=nth) for nth in range(1, count + 1)]
    read = document(text, "a.txt")
    outcome = plan(read, decisions)
    assert corrected(read, outcome) == text.replace("Churches", "Iglesias")
    assert outcome.skipped == []
