from array import array

import pytest

from mtqa.document import Block, Document, Span


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("one\r\n\ntwo\r\n", 6, (3, 1)),
        ("a\u2028b\x0cc\x85d\ve", 8, (1, 9)),  # none of these ends a line of a file
        ("\n", 0, (1, 1)),
        ("a", 0, (1, 1)),
        ("e\u0301a", 2, (1, 3)),  # columns are code points
    ],
)
def test_only_line_breaks_count_as_lines(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Document("x", text, ()).line_column(offset) == place


def test_source_line_has_no_break_and_keeps_other_separators() -> None:
    document = Document("x", "one\u2028still one\r\n\rlast", ())
    assert [document.source_line(number) for number in (1, 2, 3)] == ["one\u2028still one", "", "last"]


def test_source_span_of_a_slice_and_of_mapped_text() -> None:
    assert Block("abc", (), offset=7).source_span(1, 3) == Span(8, 10)
    mapped = Block("a&b", (), origins=array("q", [3, 4, 9]), ends=array("q", [4, 9, 10]))
    assert mapped.source_span(1, 2) == Span(4, 9)
    assert mapped.source_span(0, 3) == Span(3, 10)
