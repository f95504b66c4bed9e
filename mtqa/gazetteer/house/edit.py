"""Changing a house table: its comments, its order and every line that is not concerned stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.gazetteer.house.sheet import Line, Problem, Sheet, parse
from mtqa.gazetteer.house.table import COLUMNS, LISTS, OFFICE, Countries, read_entries

_NEW = ("english", "not")
"""Columns of a new table; others are added when something is written in them."""


class Editor:
    """A house table that is to be changed. ``path`` need not exist; nothing is written before :meth:`save`.

    Raises MtqaError when the table cannot be read, or is wrong as it stands.
    """

    def __init__(self, path: Path, countries: Countries) -> None:
        self.path = path
        self._countries = countries
        self._before = self._read()
        data = self._before or ",".join(_NEW).encode() + b"\n"
        self._sheet = self._checked(data, "is wrong already; mtqa gazetteer check lists what")

    def add(self, english: str, values: Mapping[str, str]) -> str:
        """Add an entity, or forms and an office to one that is there; says in a few words what was done.

        ``values`` are cells by column; forms in a list column join those that are there, other cells replace theirs.
        """
        wanted = {name: cell for name, cell in values.items() if cell}
        line = next((line for line in self._rows(english)), None)
        if line is None:
            self._insert(len(self._sheet.raw), {"english": english, **wanted})
            return f"added {english}"
        office = {name: wanted.pop(name) for name in OFFICE if name in wanted}
        cells = self._cells(line)
        if office and not cells.get("office"):
            wanted.update(office)
            office = {}
        if wanted:
            self._replace(line, _joined(cells, wanted))
        if office:
            last = self._rows(english)[-1]
            self._insert(last.number, {"english": english, **office})
        return f"changed {english}"

    def remove(self, english: str, forms: Iterable[str] = ()) -> str:
        """Remove an entity with all its rows, or only some of its forms; says in a few words what was done.

        Raises MtqaError when the entity or a form is not there.
        """
        rows = self._rows(english)
        if not rows:
            raise MtqaError(f"{self.path}: there is no entity with the house form {english!r}{self._near(english)}")
        wanted = list(forms)
        if not wanted:
            for line in reversed(rows):
                del self._sheet.raw[line.number - 1]
            self._renew()
            return f"removed {english}"
        cells = self._cells(rows[0])
        for form in wanted:
            holding = [name for name in LISTS if form in _parts(cells.get(name, ""))]
            if not holding:
                raise MtqaError(f"{self.path}:{rows[0].number}: {english} has no form {form!r}")
            for name in holding:
                cells[name] = "|".join(part for part in _parts(cells[name]) if part != form)
        self._replace(rows[0], cells)
        return f"removed {', '.join(wanted)} from {english}"

    def save(self) -> None:
        """Write the table in one step, so that at no moment there is half a table.

        Raises MtqaError when the new table would be wrong, or when somebody else changed the file in the meantime.
        """
        data = self._sheet.encoded()
        self._checked(data, "would be wrong; nothing was written")
        if self._read() != self._before:
            raise MtqaError(f"{self.path}: the file was changed in the meantime; nothing was written: try again")
        write_file(str(self.path), data)

    def _read(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise MtqaError(f"{self.path}: cannot read the house table: {error.strerror}") from None

    def _checked(self, data: bytes, what: str) -> Sheet:
        sheet = parse(data)
        _, problems = read_entries(sheet, self._countries)
        if problems:
            first: Problem = problems[0]
            raise MtqaError(f"{self.path}:{first.line}:{first.column}: the table {what}: {first.message}")
        return sheet

    def _rows(self, english: str) -> list[Line]:
        column = self._sheet.columns["english"]
        wanted = " ".join(english.split())
        return [
            line for line in self._sheet.lines if " ".join(line.cells[column : column + 1]).split() == wanted.split()
        ]

    def _near(self, english: str) -> str:
        from difflib import get_close_matches

        column = self._sheet.columns["english"]
        names = [line.cells[column] for line in self._sheet.lines if column < len(line.cells)]
        near = get_close_matches(english, names, n=1)
        return f"; did you mean {near[0]!r}?" if near else ""

    def _cells(self, line: Line) -> dict[str, str]:
        return {
            name: line.cells[position]
            for name, position in self._sheet.columns.items()
            if position < len(line.cells) and line.cells[position]
        }

    def _text(self, cells: Mapping[str, str]) -> str:
        """The line for cells by column; a column that the header lacks is added to it."""
        missing = [name for name in COLUMNS if name in cells and name not in self._sheet.columns]
        if missing:
            header = self._sheet.header - 1
            self._sheet.raw[header] = self._sheet.delimiter.join((self._sheet.raw[header], *missing))
            self._renew()
        names = sorted(self._sheet.columns, key=self._sheet.columns.__getitem__)
        return self._sheet.write_cells([cells.get(name, "") for name in names])

    def _replace(self, line: Line, cells: Mapping[str, str]) -> None:
        self._sheet.raw[line.number - 1] = self._text(cells)
        self._renew()

    def _insert(self, after: int, cells: Mapping[str, str]) -> None:
        """A new line after line ``after``; at the end of the file before the empty last one."""
        text = self._text(cells)
        raw = self._sheet.raw
        if after >= len(raw) and not raw[-1]:
            after = len(raw) - 1
        raw.insert(after, text)
        if raw[-1]:
            raw.append("")
        self._renew()

    def _renew(self) -> None:
        self._sheet = parse(self._sheet.encoded())


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _joined(cells: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    found = dict(cells)
    for name, cell in wanted.items():
        if name in LISTS:
            cell = "|".join(dict.fromkeys((*_parts(found.get(name, "")), *_parts(cell))))
        found[name] = cell
    return found
