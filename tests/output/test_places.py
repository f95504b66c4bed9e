"""Lines and columns of every format that has them, on text that tells the units apart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.readers import parse, read_bytes
from mtqa.output import FileResult, Report, Style, formatter
from mtqa.output.places import code_points, region, utf8_bytes
from tests.output.conftest import finding

Place = tuple[int, int, int | None, int | None]
"""Line and column of the start and of the end, None where the format has none."""


def rendered(form: str, document: Document, text: str) -> str:
    result = FileResult(document, (finding(document, text, suggestions=("Ana",), fix_safety="safe"),))
    return "".join(formatter(form, Style()).render(Report([result], lambda: "mtqa:0")))


def _first_line(out: str) -> Place:
    _, line, column, _ = out.split(":", 3)
    return int(line), int(column), None, None


def _json(out: str) -> Place:
    entry = json.loads(out)["files"][0]["findings"][0]
    return entry["line"], entry["column"], None, None


def _json_line(out: str) -> Place:
    entry = json.loads(out)
    return entry["line"], entry["column"], None, None


def _sarif(out: str) -> Place:
    (run,) = json.loads(out)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return place["startLine"], place["startColumn"], place["endLine"], place["endColumn"]


def _github(out: str) -> Place:
    values = {name: int(value) for name, value in re.findall(r"(line|col|endLine|endColumn)=(\d+)", out)}
    return values["line"], values["col"], values["endLine"], values["endColumn"]


def _gitlab(out: str) -> Place:
    place = json.loads(out)[0]["location"]["positions"]
    return place["begin"]["line"], place["begin"]["column"], place["end"]["line"], place["end"]["column"]


def _junit(out: str) -> Place:
    case = ElementTree.fromstring(out.encode()).find(".//testcase")
    assert case is not None
    line, column = re.findall(r"\d+", case.attrib["name"].removeprefix("NAM101"))
    return int(line), int(column), None, None


def _checkstyle(out: str) -> Place:
    error = ElementTree.fromstring(out.encode()).find(".//error")
    assert error is not None
    return int(error.attrib["line"]), int(error.attrib["column"]), None, None


def _rdjson(out: str) -> Place:
    place = json.loads(out)["diagnostics"][0]["location"]["range"]
    return place["start"]["line"], place["start"]["column"], place["end"]["line"], place["end"]["column"]


def _markdown(out: str) -> Place:
    match = re.search(r"^\| (\d+) \|", out, re.M)
    assert match
    return int(match[1]), 0, None, None


READ: dict[str, tuple[Callable[[str], Place], str]] = {
    "text": (_first_line, "code points"),
    "concise": (_first_line, "code points"),
    "json": (_json, "code points"),
    "json-lines": (_json_line, "code points"),
    "sarif": (_sarif, "code points"),
    "github": (_github, "code points"),
    "gitlab": (_gitlab, "code points"),
    "junit": (_junit, "code points"),
    "checkstyle": (_checkstyle, "code points"),
    "rdjson": (_rdjson, "bytes"),
    "markdown": (_markdown, "none"),
}
TABLE = [
    # text before the span on its line, the span, columns of start and end in code points, in bytes of UTF-8
    ("é: ", "Ana", (4, 7), (5, 8)),
    ("el niño y ", "Peña", (11, 15), (12, 17)),
    ("“The” ", "Ana", (7, 10), (11, 14)),
    ("\U0001f600 ", "A\U0001f600", (3, 5), (6, 11)),
    ("cafe\u0301 ", "Jose\u0301", (7, 12), (8, 14)),
    ("\t\t", "Ana", (3, 6), (3, 6)),
    ("👩\u200d👩\u200d👧 ", "Ana", (7, 10), (20, 23)),
]


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("before", "span", "points", "units"), TABLE)
def test_columns(
    form: str, line_break: str, before: str, span: str, points: tuple[int, int], units: tuple[int, int]
) -> None:
    document = parse(f"ñ 1{line_break}{before}{span} spoke.{line_break}", "a.txt", "text")
    read, unit = READ[form]
    line, column, end_line, end_column = read(rendered(form, document, span))
    start, end = {"code points": points, "bytes": units, "none": (0, 0)}[unit]
    assert (line, column) == (2, start)
    if end_line is not None:
        assert (end_line, end_column) == (2, end)


def test_every_format_is_in_the_table() -> None:
    from mtqa.output import FORMATS

    assert list(READ) == list(FORMATS)


@pytest.mark.parametrize(("line", "column"), [(1, 4 + 3), (2, 4)])
def test_rdjson_counts_the_byte_order_mark(line: int, column: int) -> None:
    text = "ab Ana\n" if line == 1 else "x\nab Ana\n"
    document = read_bytes(text.encode("utf-8-sig"), "a.txt")
    assert _rdjson(rendered("rdjson", document, "Ana"))[:2] == (line, column)


@given(st.text(alphabet="aéñ“😀\u0301\t\r\n", max_size=30), st.data())
def test_a_region_names_the_span(text: str, data: st.DataObject) -> None:
    """Line and column lead back to the offset, in each unit."""
    document = Document("a.txt", text, ())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    for measure in (code_points, utf8_bytes):
        place = region(document, start, end, measure)
        for offset, line, column in (
            (start, place.start_line, place.start_column),
            (end, place.end_line, place.end_column),
        ):
            before = sum(map(len, lines[: line - 1]))
            assert measure(text[before:offset]) + 1 == column
            assert "\n" not in text[before:offset]
