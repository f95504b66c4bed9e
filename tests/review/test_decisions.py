"""The file of decisions: what is read, what is refused and how that is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.review.decisions import (
    Decision,
    holds_decisions,
    now,
    parse_decisions,
    read_decisions,
    to_json,
    write_decisions,
)
from tests.support.decided import decided

TEXT = "The mayor, Ana Churches, met Ana Churches.\n"
ONE = decided(TEXT, "Ana Churches", "Ana Iglesias")


def as_file(**changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(to_json([ONE], "mtqa:test"))
    values["decisions"][0].update(changes)
    return values


def test_what_is_written_is_read(tmp_path: Path) -> None:
    alarm = decided(TEXT, "Ana Churches", None, nth=2)
    write_decisions(str(tmp_path / "d.json"), [ONE, alarm], "mtqa:test")
    read = read_decisions(str(tmp_path / "d.json"))
    assert (read.decisions, read.signature) == ((ONE, alarm), "mtqa:test")
    assert holds_decisions(str(tmp_path / "d.json"))


_texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@given(path=_texts.filter(bool), text=_texts, replacement=st.none() | _texts, by=_texts, reason=_texts)
def test_any_text_comes_through(path: str, text: str, replacement: str | None, by: str, reason: str) -> None:
    verdict = "false-alarm" if replacement is None else "edit"
    made = Decision(path, "f0-2", "f0", "NAM101", text, 3, 3 + len(text), verdict, replacement, by, now(), reason)
    assert parse_decisions(json.loads(to_json([made])), "d.json").decisions == (made,)
    assert made.number == 2


def test_the_last_decision_on_a_finding_holds() -> None:
    values = as_file()
    values["decisions"].append({**values["decisions"][0], "decision": "edit", "replacement": "Ana Templos"})
    (only,) = parse_decisions(values, "d.json").decisions
    assert only.replacement == "Ana Templos"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"decision": "maybe"}, "decision is 'maybe', not one of accept, false-alarm, edit"),
        ({"replacement": None}, "accept has no replacement"),
        ({"decision": "false-alarm"}, "a false alarm has no replacement"),
        ({"replacement": "two\nlines"}, "replacement holds a line break or another control character"),
        ({"replacement": "x" * 1001}, "replacement is longer than 1000 characters"),
        ({"reason": "a\0b"}, "reason holds a line break or another control character"),
        ({"start": "7"}, "start is '7'"),
        ({"start": True}, "start is True"),
        ({"start": 99}, "start and end are 99 and 23"),
        ({"path": ""}, "path is ''"),
        ({"path": "a\0b"}, "path is 'a\\x00b'"),
    ],
)
def test_a_decision_that_cannot_be(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(MtqaError) as error:
        parse_decisions(as_file(**changes), "d.json")
    assert str(error.value).removeprefix("d.json: decision 1").lstrip(": ") == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "d.json:1: is no file of decisions: it is not JSON"),
        ("[]", "d.json: is no file of decisions: export one from a report or with 'mtqa review export'"),
        (
            '{"kind": "mtqa-decisions", "version": 7}',
            "d.json: has decisions of version 7; this mtqa reads version 1: upgrade it",
        ),
        (
            '{"kind": "mtqa-decisions", "version": 1}',
            "d.json: is no file of decisions: it has no list of decisions",
        ),
        ('{"kind": "mtqa-decisions", "version": 1, "decisions": [3]}', "d.json: decision 1 is no object"),
        ('{"kind": "mtqa-decisions", "version": 1, "decisions": [{}]}', "d.json: decision 1 has no path"),
    ],
)
def test_a_file_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.json").write_text(content)
    with pytest.raises(MtqaError) as error:
        read_decisions("d.json")
    assert str(error.value) == message


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(MtqaError, match=r"none\.json: cannot be read: No such file"):
        read_decisions("none.json")
    assert not holds_decisions("none.json")
