"""``mtqa baseline`` and ``mtqa lint --baseline``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke.\n"
FILE = ".mtqa-baseline.json"


@pytest.fixture(autouse=True)
def stories(mtqa: Mtqa) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(BAD)


def entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path(FILE).read_text())["findings"]
    return found


def test_what_is_known_is_not_reported_and_what_is_new_is(mtqa: Mtqa) -> None:
    outcome = mtqa("baseline", "create")
    assert (outcome.status, outcome.out, outcome.err) == (0, f"{FILE}: 2 findings, 0 before\n", "")
    assert [entry["path"] for entry in entries()] == ["a.txt", "b.txt"]
    known = mtqa("lint", ".", "--baseline", FILE)
    assert (known.status, known.out) == (0, "Nothing found in 2 files (2 in the baseline).\n")
    Path("c.txt").write_text(BAD)
    assert mtqa("lint", ".", "--baseline", FILE).status == 1


def test_the_baseline_of_the_configuration(mtqa: Mtqa) -> None:
    Path("desk").mkdir()
    Path("mtqa.toml").write_text("baseline = 'desk/known.json'\n")
    assert mtqa("baseline", "create", "a.txt").out == "desk/known.json: 1 finding, 0 before\n"
    assert mtqa("lint", "a.txt").status == 0
    assert mtqa("lint", "b.txt").status == 1


def test_sarif_states_what_is_known(mtqa: Mtqa) -> None:
    mtqa("baseline", "create", "a.txt")
    (run,) = json.loads(mtqa("lint", ".", "--baseline", FILE, "--format", "sarif").out)["runs"]
    assert [result["baselineState"] for result in run["results"]] == ["unchanged", "new"]


def test_create_does_not_write_over_decisions(mtqa: Mtqa) -> None:
    mtqa("baseline", "create", "a.txt")
    outcome = mtqa("baseline", "create", ".")
    assert (outcome.status, len(entries())) == (2, 1)
    assert outcome.err.startswith(f"mtqa: {FILE}: is there already; 'mtqa baseline update' keeps its decisions")
    assert mtqa("baseline", "create", ".", "--force").status == 0
    assert len(entries()) == 2


def test_update_and_prune(mtqa: Mtqa) -> None:
    mtqa("baseline", "create", "a.txt")
    Path("a.txt").write_text("It rained.\n")
    assert mtqa("baseline", "update", "b.txt").out == f"{FILE}: 2 findings, 1 before\n"
    assert mtqa("baseline", "prune", ".").out == f"{FILE}: 1 finding, 2 before\n"
    assert [entry["path"] for entry in entries()] == ["b.txt"]


def test_a_report_is_upgraded_in_place(mtqa: Mtqa) -> None:
    Path("desk").mkdir()
    Path("desk/known.json").write_text(mtqa("lint", "a.txt", "--format", "json").out)
    before = Path("desk/known.json").read_bytes()
    assert mtqa("lint", "a.txt", "--baseline", "desk/known.json").status == 0
    assert Path("desk/known.json").read_bytes() == before  # reading changes nothing
    assert mtqa("baseline", "update", "a.txt", "--baseline", "desk/known.json").status == 0
    written = json.loads(Path("desk/known.json").read_text())
    assert (written["version"], [entry["path"] for entry in written["findings"]]) == (1, ["../a.txt"])
    assert mtqa("lint", "a.txt", "--baseline", "desk/known.json").status == 0
    assert mtqa("lint", "b.txt", "--baseline", "desk/known.json").status == 1


def test_a_run_that_fails_writes_nothing(mtqa: Mtqa) -> None:
    mtqa("baseline", "create", "a.txt")
    before = Path(FILE).read_bytes()
    outcome = mtqa("baseline", "update", "a.txt", "none.txt")
    assert outcome.status == 2
    assert f"{FILE}: not written, because a file could not be checked" in outcome.err
    assert Path(FILE).read_bytes() == before


def test_decisions_of_a_review(mtqa: Mtqa) -> None:
    mtqa("baseline", "create")
    decided = [
        {**entries()[0], "decision": "false-alarm", "by": "Eva", "at": "2026-01-02", "reason": "her name"},
        {**entries()[1], "decision": "accept", "by": "Eva"},
    ]
    Path("review.json").write_text(json.dumps({"version": 1, "findings": decided}))
    assert mtqa("baseline", "import", "review.json").out == f"{FILE}: 2 decisions taken over\n"
    assert mtqa("lint", "a.txt", "--baseline", FILE).status == 0
    assert mtqa("lint", "b.txt", "--baseline", FILE).status == 1  # it is to be corrected, and is not yet
    assert mtqa("baseline", "update").status == 0
    assert [entry["decision"] for entry in entries()] == ["false-alarm", "accept"]
    (run,) = json.loads(mtqa("lint", "a.txt", "--baseline", FILE, "--format", "sarif").out)["runs"]
    assert run["results"][0]["suppressions"][0]["justification"] == "her name (Eva 2026-01-02)"


def test_show(mtqa: Mtqa) -> None:
    mtqa("baseline", "create")
    assert mtqa("baseline", "show").out == (
        "a.txt: NAM101 “Ana Churches” known\nb.txt: NAM101 “Ana Churches” known\n2 findings: 2 known\n"
    )
    assert mtqa("baseline", "show", "--decision", "accept").out == "0 findings\n"
    assert [item["path"] for item in json.loads(mtqa("baseline", "show", "--format", "json").out)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("command", [("lint", "a.txt"), ("baseline", "show"), ("baseline", "update")])
def test_a_baseline_that_is_not_there(mtqa: Mtqa, command: tuple[str, ...]) -> None:
    outcome = mtqa(*command, "--baseline", "none.json")
    assert outcome.status == 2
    assert outcome.err == "mtqa: none.json: there is no such baseline; 'mtqa baseline create' makes one\n"
