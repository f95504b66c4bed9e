"""``mtqa report``: one page, written whole, of what a lint finds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import WRONG, Mtqa


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'id="mtqa-data">(.*?)</script>', page, re.S)
    assert match
    data: dict[str, Any] = json.loads(match[1])
    return data


def test_the_page_holds_what_the_lint_finds(mtqa: Mtqa) -> None:
    Path("copy").mkdir()
    Path("copy/a.txt").write_text(f"The mayor, {WRONG}, spoke.\n")
    Path("copy/b.txt").write_text("Nothing here.\n")
    done = mtqa("report", "copy", "-o", "page.html", "--title", "Desk")
    assert (done.status, done.out) == (0, "")
    assert done.err == "mtqa: page.html: 1 finding in 2 files; open it in a browser\n"
    data = data_of(Path("page.html").read_text(encoding="utf-8"))
    assert (data["kind"], data["project"], data["signature"]) == ("report", "Desk", "mtqa:test")
    assert [article["path"] for article in data["articles"]] == ["copy/a.txt", "copy/b.txt"]
    assert [finding["text"] for finding in data["findings"]] == [WRONG]
    assert len(data["articles"][0]["digest"]) == 64


def test_baseline_suppression_and_configuration_hold(mtqa: Mtqa) -> None:
    Path("a.txt").write_text(f"The mayor, {WRONG}, spoke.\n")
    Path("b.md").write_text(f"<!-- mtqa: ignore[NAM101] her name -->\n{WRONG} spoke.\n")
    Path("mtqa.toml").write_text('baseline = "known.json"\n')
    assert mtqa("baseline", "create", "a.txt").status == 0
    assert mtqa("report", "a.txt", "b.md", "-q").status == 0
    data = data_of(Path("report.html").read_text(encoding="utf-8"))
    assert data["findings"] == []
    assert [article["hidden"] for article in data["articles"]] == [1, 1]


def test_a_file_that_cannot_be_checked_is_named_on_the_page(mtqa: Mtqa) -> None:
    Path("a.txt").write_text(f"{WRONG} spoke.\n")
    done = mtqa("report", "a.txt", "gone.txt", "-q")
    assert done.status == 2
    data = data_of(Path("report.html").read_text(encoding="utf-8"))
    assert len(data["findings"]) == 1
    assert data["problems"] == ["gone.txt: cannot be read: No such file or directory"]


def test_exit_status(mtqa: Mtqa) -> None:
    Path("a.txt").write_text(f"{WRONG} spoke.\n")
    assert mtqa("report", "a.txt").status == 0
    assert mtqa("report", "a.txt", "--fail-on", "warning").status == 1
    assert mtqa("report").status == 2
    assert "no-such/r.html" in mtqa("report", "a.txt", "-o", "no-such/r.html").err


def test_reproducible_with_a_given_time(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(f"{WRONG} spoke.\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    mtqa("report", "a.txt")
    first = Path("report.html").read_bytes()
    mtqa("report", "a.txt")
    assert Path("report.html").read_bytes() == first
    assert b'"generated":"1970-01-01T00:00:00Z"' in first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    done = mtqa("report", "a.txt")
    assert (done.status, done.err) == (2, "mtqa: SOURCE_DATE_EPOCH: 'soon' is no number of seconds\n")


SCRIPT = """
import sys
import mtqa.cli.lint, mtqa.cli.report, mtqa.cli.main
loaded = {"jinja2", "mtqa.review", "torch", "transformers", "starlette"} & set(sys.modules)
assert not loaded, loaded
"""


def test_the_template_engine_comes_in_only_to_write_a_page() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
