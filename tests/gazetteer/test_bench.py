"""The measures of the gazetteer, on small tables: what they ask, and how they count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli.gazetteer import gazetteer as command
from mtqa.errors import MtqaError
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.bench.lookups import sample, time_lookups
from mtqa.gazetteer.bench.offices import (
    NONE,
    RIGHT,
    WRONG,
    Question,
    factbook_questions,
    is_called,
    measure,
    reign_questions,
    whogov_questions,
)
from mtqa.gazetteer.bench.scale import build, entities

_FACTBOOK = (
    "cia_code,country,office_class,title,name_cia,name_ascii,since,first_seen_in_factbook,last_seen_in_factbook\n"
    "pl,Poland,chief of state,President,Lukasz KOWAL,Lukasz Kowal,2015-08-06,2015-10-26,2020-11-23\n"
    "pl,Poland,chief of state,President,Ewa ZAJAC,Ewa Zajac,2020-08-06,2020-12-10,2021-03-01\n"
)


@pytest.fixture
def factbook(tmp_path: Path) -> Path:
    folder = tmp_path / "factbook_leaders"
    folder.mkdir()
    (folder / "cia_factbook_leaders_2014_2026.csv").write_text(_FACTBOOK, encoding="utf-8")
    return folder


def test_a_table_is_asked_month_by_month_but_not_in_its_gap(factbook: Path) -> None:
    questions = list(factbook_questions(factbook))
    kowal = [question.on for question in questions if question.name == "Lukasz Kowal"]
    assert (kowal[0], kowal[-1], len(kowal)) == (date(2015, 9, 1), date(2017, 3, 1), 19)
    zajac = [question.on for question in questions if question.name == "Ewa Zajac"]
    assert (zajac[0], zajac[-1]) == (date(2020, 9, 1), date(2021, 3, 1))


def test_tables_without_titles_ask_for_any_leader(tmp_path: Path) -> None:
    (tmp_path / "leaderlist_3_21.csv").write_text(
        "stateabb,leader,sdate,smonth,syear,emonth,eyear\nFRN,Durand,5,5,2017,8,2017\nXXX,Nobody,1,1,2017,2,2017\n"
    )
    assert [(q.country, q.on) for q in reign_questions(tmp_path)] == [("FR", date(2017, m, 1)) for m in (6, 7, 8)]
    (tmp_path / "key_ministers.csv").write_text(
        "country,office,person,first_year,last_year\nPoland,leader,Ewa Lis,2001,2016\n"
        "Poland,minister of finance,A B,2015,2015\n"
    )
    assert [q.on for q in whogov_questions(tmp_path)] == [date(2016, 7, 1)]
    assert [q.offices for q in whogov_questions(tmp_path, "minister of finance")] == [("minister of finance",)]


def test_answers_are_counted_by_year(tiny: Gazetteer) -> None:
    asked = [
        Question(("president",), "PL", date(2019, 5, 1), "Lukasz KOWAL"),
        Question(("president",), "PL", date(2019, 6, 1), "Somebody Else"),
        Question(("president",), "FR", date(2021, 6, 1), "Somebody Else"),
    ]
    score = measure(tiny, iter(asked))
    assert {year: dict(row) for year, row in score.outcomes.items()} == {2019: {RIGHT: 1, WRONG: 1}, 2021: {NONE: 1}}
    assert score.share == pytest.approx(1 / 3) and [answer for _, answer in score.wrong] == ["Lukasz Kowal", NONE]


def test_names_are_the_same_by_a_word_or_its_sound(tiny: Gazetteer) -> None:
    (match,) = tiny.exact("Oleksiy Khomenko")
    assert is_called(match.entity, "O. KHOMENKO") and is_called(match.entity, "Olexi Jomenko")
    assert not is_called(match.entity, "Oleksandr Tarnovsky")


def test_look_ups_are_timed_on_names_drawn_alike(tiny: Gazetteer) -> None:
    names = sample(tiny, 5)
    assert names == sample(tiny, 5) and len(names) == 5
    timings = time_lookups(tiny.path, names, rough=2)
    assert {"exact", "folded", "surname", "fuzzy", "holders"} <= {timing.kind for timing in timings}
    assert all(0 < timing.median <= timing.high for timing in timings)


def test_invented_entities_make_a_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "x.mtqg"
    assert build(200, path) == path.stat().st_size
    opened = Gazetteer.open(path)
    assert len(opened) == 200 and [e.english for e in opened] == [e.english for e in entities(200)]
    assert all(opened.exact(entity.english) for entity in opened)


def test_from_the_command_line(tiny: Gazetteer, factbook: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    wrong = tmp_path / "wrong.tsv"
    result = runner.invoke(
        command, ["bench", "offices", str(factbook), "--gazetteer", str(tiny.path), "--wrong", str(wrong)]
    )
    assert result.exit_code == 0, result.output
    assert "right with one name: 100.00 %" in result.output
    assert wrong.read_text("utf-8").splitlines() == ["country\toffice\tday\tname\tanswer"]
    result = runner.invoke(command, ["bench", "offices", str(tmp_path)])
    assert isinstance(result.exception, MtqaError) and "no table to ask from" in str(result.exception)


def test_the_growth_and_its_picture(tmp_path: Path) -> None:
    small = ["bench", "scale", "--entities", "60", "--times", "2", "--names", "10"]
    result = CliRunner().invoke(command, small)
    assert result.exit_code == 0 and "growth" in result.output
    pytest.importorskip("matplotlib")
    picture = tmp_path / "scale.png"
    result = CliRunner().invoke(command, [*small, "--picture", str(picture)])
    assert result.exit_code == 0, result.output
    assert picture.read_bytes().startswith(b"\x89PNG")
