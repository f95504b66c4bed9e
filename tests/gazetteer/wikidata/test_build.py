"""``mtqa gazetteer build --wikidata`` from the outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mtqa.cli.main import run
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build import lexicon
from mtqa.gazetteer.checking import violations

from .dumps import code, instance, item, lines, link, office, write_dump


@pytest.fixture
def build(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(lexicon, "frequency_table", lambda lang, least=1.0: {"the": 7.0, "stone": 4.8})
    output = tmp_path / "news.mtqg"
    tables = [str(sources / "gazetteer"), "--without", "facts"]
    return ["gazetteer", "build", *tables, "-o", str(output), "--no-apertium", "--jobs", "0"]


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


def test_a_dump_alone_renews_the_gazetteer_that_mtqa_carries(
    tiny: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mtqa.gazetteer.store.SHIPPED", tiny.path)
    people = [
        item(900001, {"en": "President of Poland"}, link("P1001", 36), link("P279", 4164871)),
        item(36, {"en": "Poland", "es": "Polonia"}, instance(6256), code("PL"), links=200),
        item(900002, {"en": "Anna Nowa", "es": "Ana Nova"}, instance(5), office(900001, "2025-08-06"), links=50),
        item(910002, {"en": "Berta Olmo"}, instance(5), link("P27", 36), office(900001, "2001", "2003")),
        item(920003, {"en": "La Piedra", "es": "La Piedra"}, instance(11032), link("P17", 29), links=5),
        item(29, {"en": "Spain", "es": "España"}, instance(6256), code("ES"), links=200),
        item(11032, {"en": "newspaper"}, link("P279", 1)),
    ]
    dump, output = write_dump(tmp_path / "dump.json.gz", lines(people)), tmp_path / "new.mtqg"
    call = ["gazetteer", "build", "--wikidata", str(dump), "-o", str(output), "--no-apertium", "--jobs", "0"]
    assert run(call) == 0
    assert "the gazetteer before" in capsys.readouterr().out
    opened = Gazetteer.open(output)
    opened.verify()
    assert list(violations(opened)) == []
    (anna,) = opened.exact("Anna Nowa")
    assert anna.entity.id == "Q900002" and {"wikidata", "every_politician_office_holders"} <= set(anna.entity.sources)
    assert [tenure.office for tenure in anna.entity.tenures] == [
        "minister of economy",
        "minister of finance",
        "president",
    ]
    assert opened.spanish("Ana Nova")[0].entity.english == "Anna Nowa"
    assert [m.entity.english for m in opened.holders("president", "PL", date(2026, 1, 1))] == ["Anna Nowa"]
    assert [m.entity.english for m in opened.holders("president", "PL", date(2002, 1, 1))] == ["Berta Olmo"]
    assert opened.mistranslation("The Stone")[0].entity.english == "La Piedra"
    assert opened.word("piedra") == tiny.word("piedra") and opened.glosses("stone") == tiny.glosses("stone")
    assert opened.mistranslation("The Lighthouse") and len(opened) == len(tiny) + 2 + _new_territories(tiny)


def _new_territories(tiny: Gazetteer) -> int:
    """Countries of the dump that the tiny gazetteer has not under the same name."""
    return sum(not any(m.entity.kind == "place" for m in tiny.exact(name)) for name in ("Poland", "Spain"))


def test_build_needs_something_to_build_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "build", "-o", str(tmp_path / "x")]) == 2
    assert "a dump (--wikidata), or both" in capsys.readouterr().err
