"""What is kept comes back as it was; what was damaged does not come back at all."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mtqa.cache.entries import Entry, from_bytes, to_bytes
from mtqa.findings import Evidence, Finding

TEXT = st.text(st.characters() | st.sampled_from("ñ“😀\u0301\r\n\ud800"), max_size=12)
FINDING = st.builds(
    Finding, code=TEXT, rule=TEXT, severity=TEXT, confidence=st.floats(0, 1), message=TEXT, start=st.integers(0),
    end=st.integers(0), line=st.integers(1), column=st.integers(1), text=TEXT,
    suggestions=st.lists(TEXT, max_size=2).map(tuple), fix_safety=TEXT,
    evidence=st.lists(st.builds(Evidence, TEXT, TEXT), max_size=2).map(tuple), context=TEXT,
)  # fmt: skip
ENTRY = st.builds(
    Entry, st.lists(FINDING, max_size=3).map(tuple), st.none() | st.dates(), st.none() | TEXT, st.none() | st.dates()
)


@given(ENTRY)
def test_what_is_kept_comes_back(entry: Entry) -> None:
    back = from_bytes(to_bytes(entry))
    assert back == entry
    assert back is not None
    assert [found.context for found in back.findings] == [found.context for found in entry.findings]


@given(ENTRY, st.data())
def test_damage_is_seen(entry: Entry, data: st.DataObject) -> None:
    kept = to_bytes(entry)
    place = data.draw(st.integers(0, len(kept) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != kept[place]))
    assert from_bytes(kept[:place]) is None
    assert from_bytes(kept[:place] + bytes([other]) + kept[place + 1 :]) is None
    assert from_bytes(kept + b"x") is None


def test_other_versions_are_of_no_use() -> None:
    kept = to_bytes(Entry((), date(2021, 1, 2)))
    assert from_bytes(kept.replace(b"mtqa 1 ", b"mtqa 2 ")) is None
    assert from_bytes(b"") is None
