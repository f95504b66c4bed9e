"""What a baseline knows of a changed text, what an update makes of it, and its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.baseline.matching import Matcher
from mtqa.baseline.model import DECISIONS, Baseline, Entry
from mtqa.baseline.store import empty, read_baseline, write_baseline
from mtqa.baseline.updating import merged, updated, with_decisions
from mtqa.baseline.upgrading import UPGRADES, VERSION
from mtqa.errors import MtqaError
from mtqa.findings import Finding


def finding(text: str, context: str = "", line: int = 1, code: str = "NAM101") -> Finding:
    return Finding(code, "literal-name", "error", 0.9, "wrong", 0, 1, line, 1, text, context=context)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        Path(name).write_text("x")
    return tmp_path


def of(*findings: Finding, path: str = "a.md") -> Baseline:
    return updated(empty("base.json"), [(path, findings)], "2026-01-02")


def new(baseline: Baseline, findings: Sequence[Finding], path: str = "a.md") -> list[Finding]:
    return [found for found, entry in Matcher(baseline).match(path, findings) if entry is None]


ANA, BEN = finding("Ana Churches", "the mayor spoke"), finding("Ben Castle", "the judge wrote")


@pytest.mark.parametrize(
    ("now", "path", "unknown"),
    [
        ([ANA, BEN], "a.md", 0),
        ([BEN, finding("Ana Churches", "the mayor spoke", line=90)], "a.md", 0),  # moved
        ([finding("Ana Churches", "the mayor of Lima spoke"), BEN], "a.md", 0),  # edited around
        ([finding("Ana Church", "the mayor spoke")], "a.md", 1),
        ([finding("Ana Churches", "the mayor spoke", code="NAM102")], "a.md", 1),
        ([ANA, ANA, BEN], "a.md", 1),  # once more than before
        ([ANA], "b.md", 1),  # another file, and the first is still there
        ([ANA, BEN], "./a.md", 0),
    ],
)
def test_what_is_new(now: list[Finding], path: str, unknown: int) -> None:
    assert len(new(of(ANA, BEN), now, path)) == unknown


def test_a_renamed_file_brings_nothing_new() -> None:
    baseline = of(ANA, BEN)
    Path("a.md").rename("c.md")
    assert new(baseline, [ANA, BEN], "c.md") == []


def test_the_surest_match_comes_first() -> None:
    """The exact one must not be used up by one that only resembles it."""
    twins = [finding("Ana Churches", "one"), finding("Ana Churches", "two")]
    entries = [entry for _, entry in Matcher(of(*twins)).match("a.md", [finding("Ana Churches", "three"), *twins])]
    assert [entry and entry.fingerprint for entry in entries] == [None, *(twin.fingerprint for twin in twins)]


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_as_many_are_new_as_there_are_more(before: list[str], after: list[str]) -> None:
    unknown = new(of(*(finding(text) for text in before)), [finding(text) for text in after])
    assert len(unknown) == sum(max(0, after.count(text) - before.count(text)) for text in "abcd")


def test_an_update_keeps_decisions_adds_what_is_new_and_drops_what_is_gone() -> None:
    decided = Entry("a.md", "NAM101", ANA.fingerprint, ANA.text, decision="false-alarm", by="Eva", reason="her name")
    other = Entry("b.md", "NAM101", "f", "t")
    lost = Entry("gone.md", "NAM101", "g", "t")
    gone = Entry("a.md", "NAM101", "h", "t")
    before = Baseline(str(Path.cwd()), (decided, other, lost, gone))
    moved = finding("Ana Churches", "the mayor of Lima spoke", line=7)
    after = updated(before, [("a.md", [moved, BEN])], "2026-01-02")
    assert [(e.path, e.text, e.decision, e.by, e.at) for e in after.entries] == [
        ("a.md", "Ana Churches", "false-alarm", "Eva", ""),
        ("a.md", "Ben Castle", "known", "", "2026-01-02"),
        ("b.md", "t", "known", "", ""),
    ]
    assert after.entries[0].fingerprint == moved.fingerprint
    assert [entry.text for entry in updated(before, [("a.md", [moved, BEN])], add=False).entries] == [
        "Ana Churches",
        "t",
    ]


def test_a_second_update_changes_nothing() -> None:
    once = of(ANA, ANA, BEN)
    assert [entry.count for entry in once.entries] == [2, 1]
    assert updated(once, [("a.md", [ANA, ANA, BEN])], "2030-01-01") == once


def test_decisions_are_taken_over_and_win() -> None:
    Path("desk").mkdir()
    review = Baseline(
        str(Path("desk").resolve()),
        (Entry("../a.md", "NAM101", ANA.fingerprint, ANA.text, decision="accept", by="Eva"),),
    )
    after = with_decisions(of(ANA, BEN), review)
    assert [(entry.path, entry.text, entry.decision) for entry in after.entries] == [
        ("a.md", "Ana Churches", "accept"),
        ("a.md", "Ben Castle", "known"),
    ]


def test_what_is_to_be_corrected_is_still_reported() -> None:
    assert {name: Entry("a", "c", "f", "t", decision=name).hides for name in DECISIONS} == {
        "known": True, "false-alarm": True, "accept": False, "edit": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, ""),
        ({"at": "2026-01-02"}, ""),
        ({"by": "Eva", "at": "2026-01-02"}, "Eva 2026-01-02"),
        ({"reason": "her name"}, "her name"),
        ({"reason": "her name", "by": "Eva", "at": "2026-01-02"}, "her name (Eva 2026-01-02)"),
    ],
)
def test_who_when_and_why_in_a_line(values: dict[str, str], why: str) -> None:
    assert Entry("a", "c", "f", "t", **values).why == why  # type: ignore[arg-type]


TEXTS = st.text(max_size=8)
ENTRIES = st.builds(
    Entry, TEXTS, TEXTS, TEXTS, TEXTS, st.integers(1, 3), st.sampled_from(sorted(DECISIONS)), TEXTS, TEXTS, TEXTS
)


@given(st.lists(ENTRIES, max_size=4))
def test_written_and_read_it_is_the_same(entries: list[Entry]) -> None:
    baseline = Baseline(str(Path.cwd()), merged(entries))
    write_baseline("base.json", baseline)
    assert read_baseline("base.json") == baseline


def test_its_file() -> None:
    """A line an entry, so that two branches that each add one merge; what says nothing is left out."""
    write_baseline("base.json", of(ANA, BEN))
    assert Path("base.json").read_text() == (
        '{\n  "version": 1,\n  "findings": [\n'
        f'    {{"path": "a.md", "code": "NAM101", "fingerprint": "{ANA.fingerprint}", "text": "Ana Churches", '
        '"decision": "known", "at": "2026-01-02"},\n'
        f'    {{"path": "a.md", "code": "NAM101", "fingerprint": "{BEN.fingerprint}", "text": "Ben Castle", '
        '"decision": "known", "at": "2026-01-02"}\n  ]\n}\n'
    )


def test_a_report_of_lint_is_read_as_a_baseline() -> None:
    Path("desk").mkdir()
    report = {"version": 1, "files": [{"path": "a.md", "findings": [ANA.to_json(), ANA.to_json()]}]}
    Path("report.json").write_text(json.dumps(report))
    (entry,) = read_baseline("report.json").entries
    assert (entry.path, entry.count, entry.decision) == ("a.md", 2, "known")
    assert new(read_baseline("report.json"), [ANA]) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{\n,", "base.json:2: is no baseline: it is not JSON"),
        ("[]", "base.json: is no baseline: it has no list of findings"),
        ('{"version": 2, "findings": []}', "is a baseline of version 2; this mtqa reads 0 to 1: upgrade mtqa"),
        ('{"findings": []}', "is a baseline of version None"),
        ('{"version": 1, "findings": [3]}', "base.json: is no baseline: finding 1 is no object"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "finding 1 has no code"),
        ('{"version": 1, "findings": [{"path": 3}]}', "finding 1: path is 3"),
        ('{"version": 1, "findings": [{"path": "a", "code": "c", "fingerprint": "f", "text": "t", "decision": "no"}]}',
         "finding 1: decision is 'no'"),
        ('{"version": 1, "findings": [{"path": "a", "code": "c", "fingerprint": "f", "text": "t", "count": 0}]}',
         "finding 1: count is 0"),
        ('{"files": [{"path": "a"}]}', "it is not what 'mtqa lint --format json' writes"),
        ("\xff", "it is not JSON"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_baseline(content: str, message: str) -> None:
    Path("base.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(MtqaError) as caught:
        read_baseline("base.json")
    assert message in str(caught.value)


def test_a_baseline_that_is_not_there() -> None:
    with pytest.raises(MtqaError, match=r"none.json: there is no such baseline; 'mtqa baseline create' makes one"):
        read_baseline("none.json")


def test_each_version_is_brought_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a version 2 that renames a field would do it."""

    def renamed(values: dict[str, Any], folder: str) -> dict[str, Any]:
        findings = [{**item, "reason": item.pop("why", "")} for item in values["findings"]]
        return {"version": 2, "findings": findings}

    monkeypatch.setattr("mtqa.baseline.upgrading.VERSION", 2)
    monkeypatch.setitem(UPGRADES, 1, renamed)
    known = {"path": "a.md", "code": "NAM101", "fingerprint": "f", "text": "t"}
    Path("one.json").write_text(json.dumps({"version": 1, "findings": [{**known, "why": "her name"}]}))
    Path("two.json").write_text(json.dumps({"version": 2, "findings": [{**known, "reason": "her name"}]}))
    Path("report.json").write_text(json.dumps({"version": 1, "files": [{"path": "a.md", "findings": [known]}]}))
    assert read_baseline("one.json") == read_baseline("two.json")
    assert [entry.reason for entry in read_baseline("one.json").entries] == ["her name"]
    assert [entry.reason for entry in read_baseline("report.json").entries] == [""]  # through both
    Path("one.json").write_text('{"version": 1, "findings": [3]}')
    with pytest.raises(MtqaError, match=r"one.json: is no baseline: version 1 is broken"):
        read_baseline("one.json")


def test_there_is_a_way_from_every_version() -> None:
    assert sorted(UPGRADES) == list(range(VERSION))
