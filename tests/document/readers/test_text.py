from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.readers.text import read_text

WRAPPED = """\
Council approves the new harbour

The council of the port approved on Tuesday the new harbour, which
will be built north of the old one. The mayor said that the works
would begin in spring, after the summer's report by the long-time-
serving engineers, and that nobody would lose a house.

  - The first stage costs ten million and is to be finished by the
    end of next year.
  - The second has no date.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_text(text, "a.txt").blocks]


def test_each_line_is_a_paragraph() -> None:
    text = "Talks in Lima end\nThe ministers met on Monday.\nThey will meet again, said the host.\r\n\r\nNobody came.\r"
    assert kinds(text) == [
        ("heading", "Talks in Lima end"),
        ("paragraph", "The ministers met on Monday."),
        ("paragraph", "They will meet again, said the host."),
        ("paragraph", "Nobody came."),
    ]


def test_wrapped_lines_are_joined() -> None:
    assert kinds(WRAPPED) == [
        ("heading", "Council approves the new harbour"),
        (
            "paragraph",
            "The council of the port approved on Tuesday the new harbour, which will be built north of the old one."
            " The mayor said that the works would begin in spring, after the summer's report by the"
            " long-time-serving engineers, and that nobody would lose a house.",
        ),
        ("item", "- The first stage costs ten million and is to be finished by the end of next year."),
        ("item", "- The second has no date."),
    ]


def test_a_name_across_a_wrapped_line_is_found_in_the_file() -> None:
    document = read_text(WRAPPED, "a.txt")
    block = document.blocks[1]
    start = block.text.index("which will")
    span = block.source_span(start, start + len("which will"))
    assert document.text[span.start : span.end] == "which\nwill"


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    lines = [
        "Where: the town hall of the old port",
        "When: on Tuesday, at eight in the evening",
        "Who: the mayor and all",
    ]
    assert [text for _, text in kinds("\n".join(lines))] == lines


def test_one_line_alone_is_no_heading() -> None:
    assert kinds("The president spoke in Quito") == [("paragraph", "The president spoke in Quito")]


def test_title_case_line_further_down_is_a_heading() -> None:
    assert kinds("It rained.\nWhat Happens Next\nNobody knows.")[1] == ("heading", "What Happens Next")


def test_empty_and_blank() -> None:
    assert read_text("", "a.txt").blocks == read_text(" \n\t\r\n", "a.txt").blocks == ()


LINES = st.lists(st.text(st.sampled_from("aB é.,-•1\u00a0\u00ad\u0301\u2028漢"), max_size=70) | st.just("word " * 12))


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_offsets(check_offsets: Callable[[Document], None], lines: list[str], ending: str) -> None:
    check_offsets(read_text(ending.join(lines), "a.txt"))
