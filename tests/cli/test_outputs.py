"""Where findings go: several formats at once, files, standard output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.output import FORMATS

Mtqa = Callable[..., Any]


@pytest.fixture(autouse=True)
def story(mtqa: Mtqa) -> None:
    Path("story.txt").write_text("The mayor, Ana Churches, spoke at José’s.\n", encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_by_name_to_stdout_and_to_a_file(mtqa: Mtqa, form: str) -> None:
    out = mtqa("lint", "story.txt", "--output-format", form)
    filed = mtqa("lint", "story.txt", "--output-format", form, "-o", "out")
    assert (out.status, filed.status, filed.out) == (1, 1, "")
    assert out.out != ""
    assert Path("out").read_text(encoding="utf-8") == out.out


def test_statistics_in_place_of_findings_and_beside_a_file(mtqa: Mtqa) -> None:
    counts = "1  NAM101 literal-name (files: 1)\n"
    assert mtqa("lint", "story.txt", "--statistics").out == counts
    assert mtqa("lint", "story.txt", "--statistics", "--format", "json=out.json").out == counts
    assert "-o" not in mtqa("lint", "story.txt", "--statistics", "-o", "out.txt").out
    assert Path("out.txt").read_text() == counts
    assert "not json and statistics" in mtqa("lint", "story.txt", "--statistics", "--format", "json").err


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--exit-zero", "none.txt"), 2),
        (("--min-severity", "info", "--ignore", "NAM101"), 1),
        (("--min-severity", "info", "--ignore", "NAM101", "--fail-on", "warning"), 0),
        (("--ignore", "NAM101"), 0),
        (("--ignore", "NAM101", "--fail-on", "info"), 1),
    ],
)
def test_the_exit_status(mtqa: Mtqa, options: tuple[str, ...], status: int) -> None:
    Path("story.txt").write_text("The mayor, Ana Churches, spoke. Maybe.\n")
    assert mtqa("lint", "story.txt", *options).status == status


def test_several_at_once(mtqa: Mtqa) -> None:
    outcome = mtqa("lint", "story.txt", "--output-format", "sarif=out.sarif", "--output-format", "github",
                   "--format", "json=a=b.json")  # fmt: skip
    assert outcome.status == 1
    assert outcome.out.startswith("::error title=NAM101 literal-name (error 90 %25),file=story.txt,line=1,")
    (run,) = json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"]
    (file,) = json.loads(Path("a=b.json").read_text(encoding="utf-8"))["files"]
    assert len(run["results"]) == len(file["findings"]) == 1


def test_output_names_the_file_of_the_one_format_without(mtqa: Mtqa) -> None:
    outcome = mtqa(
        "lint", "story.txt", "--format", "sarif=a.sarif", "--format", "junit", "-o", "b.xml", "--color", "always"
    )
    assert (outcome.status, outcome.out) == (1, "")
    assert Path("b.xml").read_text(encoding="utf-8").startswith("<?xml")
    mtqa("lint", "story.txt", "-o", "c.txt", "--color", "always")
    assert "\x1b" not in Path("c.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_checked_is_in_the_report(mtqa: Mtqa) -> None:
    outcome = mtqa("lint", "none.txt", "story.txt", "--format", "sarif")
    (run,) = json.loads(outcome.out)["runs"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert outcome.status == 2
    assert notification["message"]["text"] == "none.txt: cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [
        (("--format", "srif"), "'srif' is not one of 'text', 'concise', "),
        (("--format", "srif"), "Did you mean 'sarif'?"),
        (("--format", "sarif="), "'sarif=' names no file; write sarif=FILE"),
        (("--format", "json", "--format", "github"), "not json and github; write FORMAT=FILE"),
        (("--format", "json=a", "-o", "b"), "-o has nothing to name a file for"),
        (("--format", "json=a", "--format", "sarif=./a"), "two formats cannot go to the same file"),
        (("-o", "none/out.txt"), "none/out.txt: cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be(mtqa: Mtqa, arguments: tuple[str, ...], needle: str) -> None:
    outcome = mtqa("lint", "story.txt", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert needle in " ".join(outcome.err.split())


def test_a_run_that_fails_leaves_the_old_file(mtqa: Mtqa) -> None:
    Path("out.json").write_text("old")
    Path("story.txt").write_text("NO MODEL")
    assert mtqa("lint", "story.txt", "--format", "json", "-o", "out.json").status == 2
    assert Path("out.json").read_text() == "old"
