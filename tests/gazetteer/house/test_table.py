"""Reading a house table, and what is said of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.gazetteer import Gazetteer, Tenure
from mtqa.gazetteer.house.sheet import parse
from mtqa.gazetteer.house.table import open_house, read_entries


def problems(base: Gazetteer, table: str) -> list[tuple[int, int, str]]:
    return [(p.line, p.column, p.message) for p in read_entries(parse(table.encode()), base)[1]]


@pytest.mark.parametrize(
    ("table", "place", "says"),
    [
        ("", (1, 1), "no header"),
        ("# only a comment\n", (1, 1), "no header"),
        ("name,not\nA,B2\n", (1, 1), "english"),
        ("english,nto\nAb,Ac\n", (1, 9), "did you mean not"),
        ("english,not,not\nAb,Ac,\n", (1, 13), "twice"),
        ("english,not\n,Ab\n", (2, 1), "missing"),
        ("english,not\nAb,Ac,Ad\n", (2, 7), "more cells"),
        ('english,not\nAb,"Ac\n', (2, 4), "not closed"),
        ('english,not\n"Ab"x,Ac\n', (2, 5), "closing"),
        ("english,not\nAb,Ac||Ad\n", (2, 4), "empty form"),
        ("english,not\nAb, Ac|Ac\n", (2, 5), "twice"),
        ("english,not\nAb,A\n", (2, 4), "too short"),
        ("english,not\nAb,(Ac)\n", (2, 4), "letter"),
        ("english,not\nAb,Ab\n", (2, 4), "approved here"),
        ("english,not\nAb,Ac\nAc,Ab\n", (2, 4), "approved in line 3"),
        ("english,not\nAb,Ad\nAc,Ad\n", (3, 4), "line 2"),
        ("english,kind\nAb,persn\n", (2, 4), "did you mean person"),
        ("english,country\nAb,Narnia\n", (2, 4), "no country"),
        ("english,office,place\nAb,baker of bread,FR\n", (2, 4), "no title"),
        ("english,office,place\nAb,mayor of Villarrota,\n", (2, 4), "column place"),
        ("english,office\nAb,mayor\n", (2, 4), "place or a country"),
        ("english,start\nAb,2020\n", (2, 4), "without an office"),
        ("english,office,place,start\nAb,mayor,Xil,2020-13\n", (2, 14), "no date"),
        ("english,office,place,start\nAb,mayor,Xil,yesterday\n", (2, 14), "no date"),
        ("english,office,place,start,end\nAb,mayor,Xil,2020,2019\n", (2, 19), "before it starts"),
        ("english,kind,office,place\nAb,place,mayor,Xil\n", (2, 4), "only a person"),
        ("english,not\nAb,Ac\nAb,Ad\n", (3, 1), "line 2 already"),
        ("english,id\nAb,42\n", (2, 4), "Wikidata"),
        ("english,not\nA\u200bb,Ac\n", (2, 1), "U+200B"),
        ("english,not\nAb,A\0c\n", (2, 5), "NUL"),
    ],
)
def test_a_problem_has_its_place(base: Gazetteer, table: str, place: tuple[int, int], says: str) -> None:
    found = problems(base, table)
    assert place in [(line, column) for line, column, _ in found]
    assert any(says in message for line, column, message in found if (line, column) == place), found


def test_bytes_that_are_not_utf8_have_a_place(base: Gazetteer) -> None:
    (problem,) = parse("english,not\nNuñez,".encode() + b"N\xfa\n").problems
    assert (problem.line, problem.column) == (2, 8) and "UTF-8" in problem.message


def test_every_problem_is_told(base: Gazetteer) -> None:
    assert len(problems(base, "english,kind,country\nAb,x,y\nAc,z,\n,,\n,,FR\n")) == 4


def test_a_row_becomes_an_entry(base: Gazetteer) -> None:
    table = (
        "\ufeffEnglish;not;spanish;office;place;start\r\n"
        '# The mayor.\r\n\r\n Ana  Ril ;"Ann ""Nan"" Ril|Nan Ril";Ana Ril;mayor;Villarrota;2019-06\r\n'
        "Ana Ril;;;minister for finance;Austria;2015\r\n"
    )
    entries, found = read_entries(parse(table.encode()), base)
    assert not found
    (entry,) = entries
    assert entry.english == "Ana Ril" and entry.forbidden == ('Ann "Nan" Ril', "Nan Ril") and entry.kind == "person"
    assert entry.tenures == (
        Tenure("mayor", "Villarrota", "2019-06", "", "house"),
        Tenure("minister of finance", "AT", "2015", "", "house"),
    )


def test_spaces_of_any_kind_are_single_ones(base: Gazetteer) -> None:
    table = "english,not\nAna\u00a0Ril , Ann  Ril | Nan\u2003Ril|Nan Ri\n"
    ((entry,), problems) = read_entries(parse(table.encode()), base)
    assert (entry.english, entry.forbidden, problems) == ("Ana Ril", ("Ann Ril", "Nan Ril", "Nan Ri"), [])


def test_opening_a_bad_table_names_the_first_problem_and_counts_the_others(base: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "mtqa.gazetteer.csv"
    path.write_text("english,kind\nAb,x\nAc,y\n", encoding="utf-8")
    with pytest.raises(MtqaError, match=r"csv:2:4: no kind is called 'x'.*and 1 more"):
        open_house(path, base)
    with pytest.raises(MtqaError, match="cannot read"):
        open_house(tmp_path, base)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(base: Gazetteer, data: bytes) -> None:
    sheet = parse(data)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in read_entries(sheet, base)[1])


@given(st.text(alphabet='ab,"|#;\n\r é', max_size=80))
def test_a_table_that_is_read_is_written_as_it_was(text: str) -> None:
    data = text.encode()
    sheet = parse(data)
    if sheet.newline == "\n" and "\r" not in text:
        assert sheet.encoded() == data
