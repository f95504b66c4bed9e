"""``mtqa gazetteer build --wikidata`` from the outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mtqa.cli.main import run
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build import lexicon

from .dumps import write_dump


@pytest.fixture
def build(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(lexicon, "frequency_table", lambda lang, least=1.0: {"the": 7.0, "stone": 4.8})
    output = tmp_path / "news.mtqg"
    return ["gazetteer", "build", str(sources / "gazetteer"), "-o", str(output), "--no-apertium", "--jobs", "0"]


def test_what_the_dump_knows_is_in_the_gazetteer(
    build: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = write_dump(tmp_path / "latest-all.json.gz")
    assert run([*build, "--wikidata", str(dump)]) == 0
    out, err = capsys.readouterr()
    assert "wikidata " in out and "wikidata: 11 of 13 items kept" in err
    opened = Gazetteer.open(tmp_path / "news.mtqg")
    assert [m.entity.english for m in opened.holders("president", "SK", date(2015, 1, 1))] == ["Matej Encinas"]
    assert opened.spanish("Junta del Puerto")[0].entity.english == "Harbour Board"
    assert opened.acronym("HB")[0].entity.id == "Q920001"
    assert opened.exact("El Faro"), "the tables are there, too"
    before = (tmp_path / "news.mtqg").read_bytes()
    assert run([*build, "--wikidata", str(dump)]) == 0
    assert "read before" in capsys.readouterr().err and (tmp_path / "news.mtqg").read_bytes() == before


def test_a_truncated_dump_is_one_line(build: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = write_dump(tmp_path / "latest-all.json.gz", member=1000)
    dump.write_bytes(dump.read_bytes()[:-700])
    assert run([*build, "--wikidata", str(dump)]) == 2
    err = capsys.readouterr().err
    assert "ends in the middle" in err and "Traceback" not in err
    assert not (tmp_path / "news.mtqg").exists()
    assert run([*build, "--wikidata", str(dump), "--partial"]) == 0


def test_a_missing_dump_is_one_line(build: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*build, "--wikidata", str(tmp_path / "none.json.gz")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
