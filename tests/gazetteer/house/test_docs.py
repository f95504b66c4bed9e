"""The example in docs/house.md is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtqa.cli.main import run
from mtqa.gazetteer.house.table import COLUMNS

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "house.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    match = re.search(rf"<!-- {name} begins -->\n```\n(.*?)```\n<!-- {name} ends -->", DOCS, re.S)
    assert match
    return match[1]


def findings(output: str) -> list[str]:
    return re.findall(r"^story\.txt:\d+:\d+: \w+", output, re.M)


def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mtqa.gazetteer.csv").write_text(block("table"), encoding="utf-8")
    (tmp_path / "story.txt").write_text(block("story"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["lint", "--no-models", "--as-of", "2022-11-15", "story.txt"]) == 1
    printed = capsys.readouterr().out
    assert findings(block("example")) == findings(printed) != []


def test_every_column_is_described() -> None:
    assert [name for name in COLUMNS if f"`{name}`" not in DOCS] == []
