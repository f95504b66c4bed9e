"""Changing a house table, by the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.cli.main import run
from mtqa.errors import MtqaError
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.house.edit import Editor

TABLE = """\
# The desk's names.
english,not,country

# People
Ana Ril,Anne Ril,ES
 Berta Olmo ,"B. Olmo|Berta ""Bea"" Olmo",
# The end.
"""

Outcome = tuple[int, str, str]
Mtqa = Callable[..., Outcome]


@pytest.fixture
def mtqa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, base: Gazetteer) -> Mtqa:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mtqa.gazetteer.store.SHIPPED", base.path)

    def call(*arguments: str) -> Outcome:
        status = run(["gazetteer", *arguments])
        return (status, *capsys.readouterr())

    return call


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mtqa.gazetteer.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def changed(path: Path) -> list[str]:
    """The lines that differ from TABLE, where the number of lines is the same."""
    return [line for line, old in zip(path.read_text(encoding="utf-8").split("\n"), TABLE.split("\n")) if line != old]


def test_a_new_table_is_made_in_the_working_folder(mtqa: Mtqa, tmp_path: Path) -> None:
    status, out, _ = mtqa(
        "add", "Ana Ril", "--not", "Anne Ril", "--office", "mayor", "--place", "Xil", "--start", "2019"
    )
    assert (status, out) == (0, "mtqa.gazetteer.csv: added Ana Ril\n")
    table = (tmp_path / "mtqa.gazetteer.csv").read_text(encoding="utf-8")
    assert table == "english,not,office,place,start\nAna Ril,Anne Ril,mayor,Xil,2019\n"


def test_a_new_row_comes_last_and_everything_else_stays(mtqa: Mtqa, path: Path) -> None:
    assert mtqa("add", "Xil, the Town", "--country", "Spain")[0] == 0
    assert path.read_text(encoding="utf-8") == TABLE + '"Xil, the Town",,Spain\n'


def test_forms_join_those_that_are_there(mtqa: Mtqa, path: Path) -> None:
    assert mtqa("add", "Ana Ril", "--not", "Anna Ril", "--not", "Anne Ril")[0] == 0
    assert changed(path) == ["Ana Ril,Anne Ril|Anna Ril,ES"]


def test_a_further_office_is_a_further_row(mtqa: Mtqa, path: Path) -> None:
    for start in ("2015", "2019"):
        assert mtqa("add", "Ana Ril", "--office", "mayor", "--place", "Xil", "--start", start)[0] == 0
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[1] == "english,not,country,office,place,start"
    assert lines[4:7] == ["Ana Ril,Anne Ril,ES,mayor,Xil,2015", "Ana Ril,,,mayor,Xil,2019", TABLE.split("\n")[5]]


def test_removing_an_entity_and_a_form(mtqa: Mtqa, path: Path) -> None:
    assert mtqa("remove", "Berta Olmo", "--form", "B. Olmo")[0] == 0
    assert changed(path) == ['Berta Olmo,"Berta ""Bea"" Olmo"']
    assert mtqa("remove", "Berta  Olmo")[0] == 0
    assert path.read_text(encoding="utf-8") == TABLE.replace(TABLE.split("\n")[5] + "\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "Ana Ril", "--kind", "perso"], "did you mean person"),
        (["add", "Ana Ril", "--not", "Berta Olmo"], "approved in line 6"),
        (["add", "Ana Ril", "--not", "a|b"], "once for each"),
        (["add", "Ana\nRil"], "one line"),
        (["add", ""], "missing"),
        (["remove", "Ana Rill"], "did you mean 'Ana Ril'"),
        (["remove", "Ana Ril", "--form", "Nan"], "no form 'Nan'"),
    ],
)
def test_what_would_be_wrong_is_not_written(mtqa: Mtqa, path: Path, arguments: list[str], says: str) -> None:
    status, out, err = mtqa(*arguments)
    assert (status, out) == (2, "") and says in err and err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == TABLE


def test_a_table_that_is_wrong_already_is_left_alone(mtqa: Mtqa, path: Path) -> None:
    path.write_text(TABLE + "Ana Ril,x\n", encoding="utf-8")
    status, _, err = mtqa("add", "Ox Yil")
    assert status == 2 and "csv:8:" in err and "wrong already" in err


def test_check_lists_every_problem_with_its_place(mtqa: Mtqa, path: Path) -> None:
    assert mtqa("check") == (0, "mtqa.gazetteer.csv: 2 entities, 3 forbidden forms, nothing wrong\n", "")
    path.write_text(TABLE + ",Nan\nXil,,Narnia\n", encoding="utf-8")
    status, out, err = mtqa("check")
    assert (status, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["mtqa.gazetteer.csv:8:1", "mtqa.gazetteer.csv:9:6"]


def test_check_without_a_table(mtqa: Mtqa) -> None:
    status, _, err = mtqa("check")
    assert status == 2 and "add makes one" in err
    assert mtqa("check", "--shipped")[0] == 0


def test_lookup_goes_through_the_nearest_table(mtqa: Mtqa, path: Path) -> None:
    assert "from: house" in mtqa("lookup", "Ana Ril")[1]
    assert "from: house" not in mtqa("lookup", "Ana Ril", "--no-house")[1]


def test_nothing_is_lost_when_writing_fails(path: Path, base: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str, target: Path) -> None:
        raise OSError(28, "No space left on device")

    editor = Editor(path, base)
    editor.add("Ox Yil", {})
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(MtqaError, match="No space left"):
        editor.save()
    assert path.read_text(encoding="utf-8") == TABLE and os.listdir(path.parent) == [path.name]


def test_what_somebody_else_wrote_meanwhile_stays(path: Path, base: Gazetteer) -> None:
    editor = Editor(path, base)
    editor.add("Ox Yil", {})
    path.write_text(TABLE + "Ez Uil\n", encoding="utf-8")
    with pytest.raises(MtqaError, match="try again"):
        editor.save()
    assert path.read_text(encoding="utf-8") == TABLE + "Ez Uil\n"


def test_a_link_is_followed_and_permissions_stay(path: Path, base: Gazetteer, tmp_path: Path) -> None:
    os.chmod(path, 0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    editor = Editor(link, base)
    editor.add("Ox Yil", {})
    editor.save()
    assert link.is_symlink() and path.read_text(encoding="utf-8") == TABLE + "Ox Yil\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_line_breaks_mark_and_delimiter_stay(tmp_path: Path, base: Gazetteer) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("\ufeffenglish;not\r\nÑu;Nu".encode())
    editor = Editor(path, base)
    editor.add("Ox; Yil", {"not": "Oxil"})
    editor.save()
    assert path.read_bytes() == '\ufeffenglish;not\r\nÑu;Nu\r\n"Ox; Yil";Oxil\r\n'.encode()


words = st.text(alphabet='Aaéñ,;"#|. -', min_size=1, max_size=12)


@given(st.lists(st.tuples(words, words), max_size=6))
def test_what_was_added_can_be_removed(
    base: Gazetteer, tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("house") / "x.csv"
    path.write_text(TABLE, encoding="utf-8")
    added = []
    for english, form in names:
        editor = Editor(path, base)
        try:
            editor.add(english, {"not": form})
            editor.save()
        except MtqaError:
            continue
        added.append(english)
    for english in dict.fromkeys(" ".join(english.split()) for english in added):
        editor = Editor(path, base)
        editor.remove(english)
        editor.save()
    assert path.read_text(encoding="utf-8") == TABLE
