"""Suppressions seen from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke. <!-- mtqa: ignore[NAM101] her name -->\n"
UNUSED = "It rained. <!-- mtqa: ignore[NAM101] -->\n"


def codes(outcome: Any) -> list[tuple[str, str]]:
    return [(file["path"], f["code"]) for file in json.loads(outcome.out)["files"] for f in file["findings"]]


def test_what_is_put_aside_counts_no_more_but_is_told(mtqa: Mtqa) -> None:
    Path("a.md").write_text(BAD)
    outcome = mtqa("lint", "a.md")
    assert (outcome.status, outcome.out) == (0, "Nothing found in 1 file (1 suppressed).\n")
    (run,) = json.loads(mtqa("lint", "a.md", "--format", "sarif").out)["runs"]
    assert run["results"][0]["suppressions"][0]["justification"] == "her name"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--select", "NAM"), 0),
        (("--ignore", "SPA101"), 0),
        (("--no-models",), 0),
        (("--min-confidence", "0.9"), 0),
    ],
)
def test_unused_suppressions_fail_the_run_unless_it_is_narrowed(mtqa: Mtqa, options: tuple[str], status: int) -> None:
    Path("a.md").write_text(UNUSED)
    outcome = mtqa("lint", "a.md", "--format", "json", *options)
    assert (outcome.status, codes(outcome)) == (status, [("a.md", "SUP101")] * status)


@pytest.mark.parametrize(
    "config",
    ["ignore = ['SUP101']", "ignore = ['NAM101']", "[severity]\nunused-suppression = 'info'", "select = ['ROL']"],
)
def test_the_configuration_decides_of_them_too(mtqa: Mtqa, config: str) -> None:
    Path("mtqa.toml").write_text(config)
    Path("a.md").write_text(UNUSED)
    assert mtqa("lint", "a.md").status == 0


def test_a_sidecar_at_fault_is_a_result_of_its_own(mtqa: Mtqa) -> None:
    Path("a.txt").write_text("It rained.\n")
    Path("a.txt.mtqa.toml").write_text("[[ignore]]\nrules = ['NAM101']\n")
    assert codes(mtqa("lint", ".", "--format", "json")) == [("./a.txt.mtqa.toml", "SUP101")]
    Path("a.txt.mtqa.toml").write_text("[[ignore]\n")
    outcome = mtqa("lint", ".")
    assert outcome.status == 2
    assert outcome.err.startswith("mtqa: ./a.txt.mtqa.toml: is no valid TOML")


def test_the_rules_about_suppressions_are_listed_and_explained(mtqa: Mtqa) -> None:
    assert "SUP101  unused-suppression" in mtqa("rules").out
    assert mtqa("explain", "SUP").out.count("## Fix safety") == 2
