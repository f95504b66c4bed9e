"""Titles of office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer import normalise_office
from mtqa.gazetteer.offices import office_keys


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("PM", "prime minister"),
        ("the Prime Minister", "prime minister"),
        ("Premier", "prime minister"),
        ("President of the Government", "prime minister"),
        ("foreign minister", "minister of foreign affairs"),
        ("Minister for Foreign Affairs", "minister of foreign affairs"),
        ("defense secretary", "minister of defence"),
        ("Secretary of Defense", "minister of defence"),
        ("Federal Minister of the Interior", "minister of interior"),
        ("secretary of state", "secretary of state"),
        ("Secretary-General", "secretary general"),
        ("Queen", "monarch"),
        ("spokeswoman", "spokesperson"),
        ("acting president", "president"),
        ("Mayor of Madrid", "mayor of madrid"),
    ],
)
def test_key(title: str, key: str) -> None:
    assert normalise_office(title) == key


@pytest.mark.parametrize("title", ["former president", "ex-minister", "president-elect", "Polish", "winner", ""])
def test_no_office_held_now(title: str) -> None:
    assert normalise_office(title) is None


def test_joint_portfolio_gives_one_key_a_part() -> None:
    assert office_keys("Minister of Economy and Finance") == ("minister of economy", "minister of finance")


@given(st.text())
def test_any_text_is_taken(title: str) -> None:
    key = normalise_office(title)
    assert key is None or key
