import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from mtqa.output.excerpt import excerpt


@pytest.mark.parametrize(
    ("line", "span", "before"),
    [
        ("Ana Ruiz left", "Ruiz", "Ana "),
        ("\tAna Ruiz", "Ruiz", "    Ana "),
        ("caf\u0065\u0301 Ruiz", "Ruiz", "caf\u0065\u0301 "),
        ("東京 Ruiz", "Ruiz", "東京 "),
        ("👨\u200d👩\u200d👧 Ruiz", "Ruiz", "👨\u200d👩\u200d👧 "),
        ("a\u202eb\x1b Ruiz", "Ruiz", "a\ufffdb\ufffd "),
        ("Ana\u00a0Ruiz", "Ruiz", "Ana "),
    ],
)
def test_the_mark_stands_under_the_span(line: str, span: str, before: str) -> None:
    start = line.index(span)
    part = excerpt(line, start, start + len(span), 80)
    assert (part.before, part.span) == (before, span)
    assert (part.indent, part.length) == (wcswidth(before), wcswidth(span))


def test_a_long_line_is_cut_on_both_sides() -> None:
    line = "a" * 500_000 + "RUIZ" + "b" * 500_000
    part = excerpt(line, 500_000, 500_004, 30)
    assert (part.before, part.span, part.after) == ("…" + "a" * 12, "RUIZ", "b" * 12 + "…")


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    assert excerpt("RUIZ" + "b" * 100, 0, 4, 30).after == "b" * 24 + "…"
    assert excerpt("a" * 100 + "RUIZ", 100, 104, 30).before == "…" + "a" * 24


def test_a_span_wider_than_the_line_is_cut() -> None:
    part = excerpt("x" * 100, 10, 90, 20)
    assert part.length <= 20
    assert part.before == "…"


def test_a_span_beyond_the_line_is_marked_at_its_end() -> None:
    assert excerpt("", 0, 5, 20).length == 1
    assert excerpt("abc", 2, 50, 20).span == "c"


@given(
    st.text(
        st.sampled_from("aé漢\t\u0301 \u200d\x00👍🏽") | st.characters(exclude_categories=["Cs"]),
        min_size=1,
        max_size=80,
    ),
    st.integers(0, 79),
    st.integers(1, 20),
    st.integers(20, 60),
)
def test_never_wider_than_asked(line: str, start: int, length: int, width: int) -> None:
    part = excerpt(line, min(start, len(line) - 1), start + length, width)
    assert part.indent + part.length <= width + 1
    assert "\t" not in part.before + part.span + part.after
    assert (part.before + part.span + part.after).isprintable() or "\u200d" in line or "\u200c" in line
