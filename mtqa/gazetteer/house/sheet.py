"""A table of comma-separated values whose lines keep their place, their comments and their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import MtqaError

DELIMITERS = ",;\t"
"""Signs that may part cells: spreadsheets write semicolons where the comma is the decimal sign."""
_CELL = r'[ ]*"(?:[^"]|"")*"[ ]*|[^{0}]*'
_BOM = "\ufeff"


class Problem(NamedTuple):
    """Something wrong with the table: where (line and column from 1) and what."""

    line: int
    column: int
    message: str


class Line(NamedTuple):
    """A line of data: its number from 1, its text as it stands and its cells in NFC, spaces around them gone."""

    number: int
    text: str
    cells: tuple[str, ...]


class Sheet:
    """A table as read. ``lines`` holds the data; ``raw`` every line of the file without its line break.

    ``columns`` maps a column's name to its position; it is empty where the header is missing.
    """

    def __init__(self, raw: list[str], newline: str = "\n", marked: bool = False) -> None:
        self.raw = raw
        self.columns: dict[str, int] = {}
        self.header = 0
        """Number of the header's line, 0 where there is none."""
        self.lines: list[Line] = []
        self.delimiter = ","
        self.newline = newline
        self.marked = marked
        """Whether the file begins with a byte order mark."""
        self.problems: list[Problem] = []

    def column(self, line: Line, name: str) -> int:
        """Where the cell of a column begins in its line, from 1; behind the line where it has no such cell."""
        starts = list(cell_starts(line.text, self.delimiter))
        position = self.columns.get(name, 0)
        return starts[position] if position < len(starts) else len(line.text) + 1

    def encoded(self) -> bytes:
        """The bytes of the file."""
        text = self.newline.join(self.raw)
        return ((_BOM if self.marked else "") + text).encode("utf-8")

    def write_cells(self, cells: list[str]) -> str:
        """A line that holds ``cells``; those that need it are quoted."""
        while len(cells) > 1 and not cells[-1]:
            cells = cells[:-1]
        return self.delimiter.join(quoted(cell, self.delimiter) for cell in cells)


def quoted(cell: str, delimiter: str) -> str:
    """A cell as it is written: in quotation marks where it holds the delimiter, a quotation mark or begins with "#"."""
    if delimiter in cell or '"' in cell or cell.startswith("#") or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def cell_starts(text: str, delimiter: str) -> Iterator[int]:
    """The columns, from 1, at which the cells of a line begin (after the spaces before them)."""
    pattern = re.compile(_CELL.format(re.escape(delimiter)))
    position = 0
    while True:
        match = pattern.match(text, position)
        end = match.end() if match else len(text)
        yield position + 1 + len(text[position:end]) - len(text[position:end].lstrip(" "))
        if end >= len(text) or text[end] != delimiter:
            return
        position = end + 1


def read_bytes(path: Path) -> bytes:
    """The content of a house table. Raises MtqaError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MtqaError(f"{path}: cannot read the house table: {error.strerror}") from None


def parse(data: bytes) -> Sheet:
    """The table in ``data``. What is wrong with its form stands in ``problems``; nothing is raised."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        sheet = Sheet([])
        sheet.problems.append(Problem(line, column, "not UTF-8: save the table as CSV in UTF-8"))
        return sheet
    marked = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    newline = "\r\n" if "\r\n" in text else "\n"
    raw = text.replace("\r\n", "\n").split("\n")
    sheet = Sheet(raw, newline=newline, marked=marked)
    for number, content in enumerate(raw, 1):
        if (nul := content.find("\0")) >= 0:
            sheet.problems.append(Problem(number, nul + 1, "a NUL character: this is no text"))
            return sheet
        if content.strip() and not content.lstrip().startswith("#"):
            _take(sheet, number, content)
    if not sheet.header:
        sheet.problems.append(Problem(1, 1, "no header: the first line names the columns, for example english,not"))
    return sheet


def _take(sheet: Sheet, number: int, content: str) -> None:
    if not sheet.header:
        sheet.delimiter = max(DELIMITERS, key=content.count)
    if '"' in content:
        import csv

        try:
            (cells,) = csv.reader([content], delimiter=sheet.delimiter, strict=True, skipinitialspace=True)
        except csv.Error:
            sheet.problems.append(Problem(number, *_bad_quote(content, sheet.delimiter)))
            cells = []
    else:
        cells = content.split(sheet.delimiter)
    if not content.isascii():
        cells = [unicodedata.normalize("NFC", cell) for cell in cells]
    values = tuple(map(str.strip, cells))
    if not sheet.header:
        sheet.header = number
        sheet.columns = {name.lower(): position for position, name in reversed(list(enumerate(values))) if name}
        _check_header(sheet, number, content, values)
    elif any(values):
        sheet.lines.append(Line(number, content, values))
        if len(values) > len(sheet.columns) and any(values[len(sheet.columns) :]):
            start = list(cell_starts(content, sheet.delimiter))[len(sheet.columns)]
            message = f"more cells than the header has columns ({len(sheet.columns)}); quote a cell that holds a comma"
            sheet.problems.append(Problem(number, start, message))


def _check_header(sheet: Sheet, number: int, content: str, names: tuple[str, ...]) -> None:
    starts = list(cell_starts(content, sheet.delimiter))
    seen: set[str] = set()
    for start, name in zip(starts, names):
        if not name:
            sheet.problems.append(Problem(number, start, "a column without a name"))
        elif name.lower() in seen:
            sheet.problems.append(Problem(number, start, f"the column {name} is there twice"))
        seen.add(name.lower())


def _bad_quote(content: str, delimiter: str) -> tuple[int, str]:
    """Where a line's quotation marks go wrong, and how."""
    for start in cell_starts(content, delimiter):
        if content[start - 1 : start] == '"':
            body = re.match(r'"(?:[^"]|"")*"', content[start - 1 :])
            if body is None:
                return start, "a quotation mark is not closed in this line"
            after = content[start - 1 + body.end() :].lstrip(" ")
            if after and not after.startswith(delimiter):
                return start + body.end(), f"text after a closing quotation mark: write it before, or {delimiter!r}"
    return 1, "quotation marks that do not pair"
