"""``mtqa lint`` under house tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.cli.main import run
from mtqa.gazetteer import Gazetteer


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, base: Gazetteer) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mtqa.gazetteer.store.SHIPPED", base.path)
    for name in ("good", "bad", "none"):
        (tmp_path / name).mkdir()
        for story in ("a.txt", "b.txt"):
            (tmp_path / name / story).write_text("They reached Vyshkiv on Monday.\n", encoding="utf-8")
    (tmp_path / "good" / "mtqa.gazetteer.csv").write_text("english,not\nVyshkyv,Vyshkiv\n", encoding="utf-8")
    (tmp_path / "bad" / "mtqa.gazetteer.csv").write_text("english,not\n,Vyshkiv\n", encoding="utf-8")
    return tmp_path


def test_a_wrong_table_is_told_once_and_the_files_elsewhere_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--no-models", "--format", "json", "bad", "good", "none"]) == 2
    out, err = capsys.readouterr()
    assert err.count("\n") == 1 and "mtqa.gazetteer.csv:2:1: the house form is missing" in err
    found = {file["path"]: [f["code"] for f in file["findings"]] for file in json.loads(out)["files"]}
    assert found == {"good/a.txt": ["HOU101"], "good/b.txt": ["HOU101"], "none/a.txt": [], "none/b.txt": []}


def test_a_wrong_table_that_was_named_ends_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--no-models", "--house", "bad/mtqa.gazetteer.csv", "good"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "csv:2:1" in err


def test_a_named_table_holds_for_all_files_and_none_for_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--no-models", "--house", "good/mtqa.gazetteer.csv", "bad", "none"]) == 1
    assert capsys.readouterr().out.count("HOU101") == 4
    assert run(["lint", "--no-models", "--no-house", "bad", "good"]) == 0


def test_the_configuration_may_name_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "none" / "mtqa.toml").write_text('house = "../good/mtqa.gazetteer.csv"\n', encoding="utf-8")
    assert run(["lint", "--no-models", "none"]) == 1
    assert capsys.readouterr().out.count("HOU101") == 2
