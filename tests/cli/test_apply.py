"""``mtqa apply`` and ``mtqa baseline import`` on the decisions of a review."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mtqa.review.decisions import Decision, write_decisions
from tests.support.decided import decided

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke.\r\nIt rained.\r\n"
GOOD = BAD.replace("Churches", "Iglesias")
ACCEPT = decided(BAD, "Ana Churches", "Ana Iglesias", path="a.txt")


@pytest.fixture(autouse=True)
def story(mtqa: Mtqa) -> None:
    Path("a.txt").write_bytes(codecs.BOM_UTF8 + BAD.encode())


def save(*decisions: Decision) -> None:
    write_decisions("d.json", decisions)


def test_the_copy_is_corrected_and_all_else_of_the_file_kept(mtqa: Mtqa) -> None:
    save(ACCEPT)
    os.chmod("a.txt", 0o640)
    outcome = mtqa("apply", "d.json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "mtqa: corrected 1 finding in 1 file\n")
    assert Path("a.txt").read_bytes() == codecs.BOM_UTF8 + GOOD.encode()
    assert Path("a.txt").stat().st_mode & 0o777 == 0o640
    again = mtqa("apply", "d.json")
    assert (again.status, again.err) == (0, "mtqa: corrected 0 findings in 0 files, 1 corrected already\n")


def test_a_diff_writes_nothing(mtqa: Mtqa) -> None:
    save(ACCEPT)
    outcome = mtqa("apply", "d.json", "--diff")
    assert outcome.status == 1
    assert "-The mayor, Ana Churches, spoke.\r\n+The mayor, Ana Iglesias, spoke.\r\n" in outcome.out
    assert Path("a.txt").read_bytes() == codecs.BOM_UTF8 + BAD.encode()
    assert mtqa("apply", "d.json").status == 0
    assert mtqa("apply", "d.json", "--diff").status == 0


def test_what_cannot_be_corrected_is_told_and_the_rest_is_done(mtqa: Mtqa) -> None:
    save(replace(ACCEPT, path="gone.txt"), ACCEPT, replace(ACCEPT, id="x", fingerprint="x", text="Bob", start=0, end=3))
    outcome = mtqa("apply", "d.json")
    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        "mtqa: a.txt: “Bob”: is not there any more, or the words around it have changed",
        "mtqa: gone.txt: cannot be read: No such file or directory",
        "mtqa: corrected 1 finding in 1 file, 2 left alone",
    ]
    assert Path("a.txt").read_bytes().endswith(GOOD.encode())


def test_files_outside_of_the_folder_are_written_only_when_named(mtqa: Mtqa, tmp_path: Path) -> None:
    Path("desk").mkdir()
    Path("desk/link.txt").symlink_to(tmp_path / "a.txt")
    os.chdir("desk")
    save(replace(ACCEPT, path="../a.txt"), replace(ACCEPT, path="link.txt"))
    outcome = mtqa("apply", "d.json")
    assert outcome.status == 2
    assert outcome.err.splitlines()[:2] == [
        f"mtqa: {name}: not corrected: lies outside of the folder; name it after the file of decisions"
        for name in ("../a.txt", "link.txt")
    ]
    assert (tmp_path / "a.txt").read_bytes().endswith(BAD.encode())
    assert mtqa("apply", "d.json", "../a.txt").status == 0
    assert (tmp_path / "a.txt").read_bytes().endswith(GOOD.encode())


def test_false_alarms_go_into_the_baseline(mtqa: Mtqa) -> None:
    save(replace(ACCEPT, decision="false-alarm", replacement=None, reason="her name"))
    outcome = mtqa("apply", "d.json")
    assert outcome.err == (
        "mtqa: corrected 0 findings in 0 files, 1 false alarm for 'mtqa baseline import d.json'\n"
    )
    assert mtqa("lint", "a.txt").status == 1
    found = json.loads(mtqa("lint", "a.txt", "--format", "json").out)["files"][0]["findings"][0]
    save(replace(ACCEPT, fingerprint=found["fingerprint"], decision="false-alarm", replacement=None, reason="her name"))
    assert mtqa("baseline", "import", "d.json").out == ".mtqa-baseline.json: 1 decision taken over\n"
    assert mtqa("lint", "a.txt", "--baseline", ".mtqa-baseline.json").status == 0
    (entry,) = json.loads(Path(".mtqa-baseline.json").read_text())["findings"]
    assert {name: entry[name] for name in ("path", "decision", "by", "at", "reason")} == {
        "path": "a.txt",
        "decision": "false-alarm",
        "by": "Eva",
        "at": "2026-11-29",
        "reason": "her name",
    }


def test_a_file_of_something_else(mtqa: Mtqa) -> None:
    Path("d.json").write_text('{"version": 1, "findings": []}')
    outcome = mtqa("apply", "d.json")
    assert outcome.status == 2
    assert outcome.err.startswith("mtqa: d.json: is no file of decisions: export one")
