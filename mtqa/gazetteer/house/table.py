"""From the rows of a house table to its entries, and everything that may be wrong with them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from mtqa.errors import MtqaError
from mtqa.gazetteer.dates import day_range
from mtqa.gazetteer.house.entry import SOURCE, HouseEntry
from mtqa.gazetteer.house.forms import Forms
from mtqa.gazetteer.house.sheet import Line, Problem, Sheet, parse, read_bytes
from mtqa.gazetteer.model import KINDS, Tenure
from mtqa.gazetteer.offices import normalise_office

LISTS = ("also", "not", "spanish", "acronym", "spanish_acronym")
"""Columns that hold several forms, parted by "|"."""
OFFICE = ("office", "place", "start", "end")
"""Columns of an office held; a further row with the same english form gives a further office."""
SCALARS = ("kind", "country", "family", "id", "note")
COLUMNS = ("english", *LISTS, *SCALARS, *OFFICE)
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_ITEM = re.compile(r"Q[1-9][0-9]*")


class Countries(Protocol):
    """What the table needs of the gazetteer: which territories there are."""

    def territory(self, text: str) -> str | None:
        """The ISO code of a country's English name or demonym."""

    def country_name(self, code: str, lang: str = "en") -> str:
        """The name of a country, or the code itself when it is none."""


class House(NamedTuple):
    """The entries of a table, in its order, their forms, and a signature of the table's content."""

    entries: tuple[HouseEntry, ...]
    forms: Forms
    signature: str
    path: Path | None = None


def open_house(path: Path, countries: Countries) -> House:
    """The house table at ``path``.

    Raises :class:`MtqaError` when it cannot be read or something is wrong in it: the first problem, with its place.
    """
    data = read_bytes(path)
    reader, problems = _read(parse(data), countries)
    if problems:
        first = problems[0]
        more = f" (and {len(problems) - 1} more: mtqa gazetteer check --house lists them)" if problems[1:] else ""
        raise MtqaError(f"{path}:{first.line}:{first.column}: {first.message}{more}")
    return House(tuple(reader.entries.values()), reader.forms, _signature(data), path)


def signature_of(path: Path) -> str:
    """The signature of the house table at ``path``, right or wrong. Raises MtqaError when it cannot be read."""
    return _signature(read_bytes(path))


def read_entries(sheet: Sheet, countries: Countries) -> tuple[list[HouseEntry], list[Problem]]:
    """The entries of a table and the problems in it, by place; entries hold what could be read."""
    reader, problems = _read(sheet, countries)
    return list(reader.entries.values()), problems


def _signature(data: bytes) -> str:
    return f"house:{hashlib.sha256(data).hexdigest()[:8]}"


def _read(sheet: Sheet, countries: Countries) -> tuple[_Reader, list[Problem]]:
    reader = _Reader(sheet, countries)
    reader.header()
    if "english" in sheet.columns:
        for line in sheet.lines:
            reader.row(line)
        reader.forms = Forms(reader.entries.values())
        reader.conflicts()
    problems = sorted({*sheet.problems, *reader.problems}, key=lambda problem: (problem.line, problem.column))
    return reader, problems


class _Reader:
    offices = frozenset(OFFICE)

    def __init__(self, sheet: Sheet, countries: Countries) -> None:
        self.sheet, self.countries = sheet, countries
        self.entries: dict[str, HouseEntry] = {}
        self.problems: list[Problem] = []
        self.places: dict[str, Line] = {}
        """The line in which each entity stands first, by its house form."""
        self.names: tuple[str, ...] = ()
        self.codes: dict[str, str] = {}
        self.forms = Forms()

    def header(self) -> None:
        columns = self.sheet.columns
        if not columns:
            return
        self.names = tuple(sorted(columns, key=columns.__getitem__))
        line = Line(self.sheet.header, self.sheet.raw[self.sheet.header - 1], ())
        for name in columns:
            if name not in COLUMNS:
                hint = _hint(name, COLUMNS, "columns are")
                self._tell(line, name, f"no column is called {name!r}; {hint}")
        if "english" not in columns:
            self.problems.append(Problem(line.number, 1, "no column is called english: it holds the house form"))

    def row(self, line: Line) -> None:
        cells = {name: cell for name, cell in zip(self.names, line.cells) if cell}
        if not line.text.isprintable() or "\ufffd" in line.text:
            for name, cell in cells.items():
                self._characters(line, name, cell)
        english = _single(cells.get("english", ""))
        if not english:
            self._tell(line, "english", "the house form is missing")
            return
        if not english[0].isalnum():
            self._tell(line, "english", f"a form begins with a letter or a digit: {english!r}")
        also, forbidden, spanish, acronyms, spanish_acronyms = [
            self._forms(line, name, english, cells[name]) if name in cells else () for name in LISTS
        ]
        tenures = () if self.offices.isdisjoint(cells) else self._tenures(line, cells)
        known = self.entries.get(english)
        if known is not None:
            self._further(line, cells, known, tenures)
            return
        self.places[english] = line
        get = cells.get
        self.entries[english] = HouseEntry(
            english,
            spanish,
            also,
            forbidden,
            acronyms,
            spanish_acronyms,
            self._kind(line, cells, tenures),
            self._country(line, "country", cells["country"]) if "country" in cells else "",
            get("family", ""),
            self._item(line, cells["id"]) if "id" in cells else "",
            get("note", ""),
            tenures,
            line.number,
        )

    def _further(self, line: Line, cells: dict[str, str], known: HouseEntry, tenures: tuple[Tenure, ...]) -> None:
        """A further row of an entity: it may give a further office and nothing else."""
        if not tenures:
            self._tell(line, "english", f"{known.english} is in line {known.line} already: put all its forms there")
        for name in (*LISTS, *SCALARS):
            if name not in ("country", "kind", "note") and cells.get(name):
                self._tell(line, name, f"{known.english} begins in line {known.line}: put {name} there")
        again = set(tenures) & set(known.tenures)
        if again:
            self._tell(line, "office", f"the same office with the same dates is in an earlier row of {known.english}")
        self.entries[known.english] = known._replace(
            tenures=(*known.tenures, *tenures), kind=known.kind or ("person" if tenures else "")
        )

    def conflicts(self) -> None:
        """Tell forms that two entries claim, and forms both approved and forbidden."""
        for entry in self.entries.values():
            for form in entry.forbidden:
                found = self.forms.get(form)
                assert found is not None
                line = self.places[entry.english]
                if not found.instead:
                    where = "here" if found.entry is entry else f"in line {found.entry.line}"
                    self._tell(line, "not", f"{form!r} is forbidden here and approved {where}")
                elif found.entry is not entry:
                    other = found.entry
                    self._tell(line, "not", f"{form!r} is forbidden in line {other.line} too, for {other.english}")

    def _forms(self, line: Line, name: str, english: str, cell: str) -> tuple[str, ...]:
        if "|" not in cell:
            form = _single(cell)
            if len(form) < 2 or not form[0].isalnum():
                self._check(line, name, form)
            if form == english and name == "also":
                self._tell(line, name, f"{form!r} is there twice")
            return (form,)
        forms = [_single(part) for part in cell.split("|")]
        seen: set[str] = set()
        for form in forms:
            if not form:
                self._tell(line, name, 'an empty form: "|" parts forms and ends none')
            elif form in seen or (name == "also" and form == english):
                self._tell(line, name, f"{form!r} is there twice")
            else:
                self._check(line, name, form)
            seen.add(form)
        return tuple(dict.fromkeys(form for form in forms if form))

    def _check(self, line: Line, name: str, form: str) -> None:
        if not form[0].isalnum():
            self._tell(line, name, f"a form begins with a letter or a digit: {form!r}")
        elif name == "not" and len(form) < 2:
            self._tell(line, name, f"{form!r} is too short to be forbidden: it would stand for too much")

    def _tenures(self, line: Line, cells: dict[str, str]) -> tuple[Tenure, ...]:
        get = cells.get
        office, place, start, end = get("office", ""), get("place", ""), get("start", ""), get("end", "")
        if not office:
            for name in ("place", "start", "end"):
                if cells.get(name):
                    self._tell(line, name, f"{name} says nothing without an office")
            return ()
        title, of, where = office.partition(" of ")
        key = normalise_office(title if of and where[:1].isupper() else office)
        if key is None:
            self._tell(line, "office", f"{office!r} is no title of office in use, as mayor or minister of finance are")
        elif of and where[:1].isupper():
            self._tell(line, "office", f"write the office as {title!r} and {where!r} in the column place")
        where = self._code(place) or place if place else self._country(line, "country", cells.get("country", ""))
        if not where:
            self._tell(line, "place" if "place" in cells else "office", "an office needs a place or a country")
        first = self._date(line, "start", start, 0) if start else ""
        last = self._date(line, "end", end, 1) if end else ""
        if first and last and first > last:
            self._tell(line, "end", f"the office ends ({end}) before it starts ({start})")
        return (Tenure(key, where, start, end, SOURCE),) if key else ()

    def _code(self, text: str) -> str:
        """The code of a country given by its code or English name; "" for anything else."""
        if text not in self.codes:
            is_code = len(text) == 2 and text.isupper() and self.countries.country_name(text) != text
            self.codes[text] = text if is_code else self.countries.territory(text) or ""
        return self.codes[text]

    def _country(self, line: Line, name: str, text: str) -> str:
        code = self._code(text) if text else ""
        if text and not code:
            self._tell(line, name, f"{text!r} is no country: write its two-letter ISO code or its English name")
        return code

    def _kind(self, line: Line, cells: dict[str, str], tenures: tuple[Tenure, ...]) -> str:
        kind = cells.get("kind", "")
        if not kind:
            return "person" if tenures or "family" in cells else ""
        kind = kind.lower()
        if kind not in KINDS:
            hint = _hint(kind, KINDS, "kinds are")
            self._tell(line, "kind", f"no kind is called {kind!r}; {hint}")
            return ""
        if tenures and kind != "person":
            self._tell(line, "kind", f"only a person holds an office, and this is a {kind}")
        return kind

    def _item(self, line: Line, item: str) -> str:
        if not _ITEM.fullmatch(item):
            self._tell(line, "id", f"{item!r} is no Wikidata item, as Q42 is")
        return item

    def _date(self, line: Line, name: str, text: str, side: int) -> str:
        """The first (``side`` 0) or last (1) day of a date, in ISO form; "" for what is none."""
        try:
            if _DATE.fullmatch(text):
                return day_range(text)[side].isoformat()
        except ValueError:
            pass
        self._tell(line, name, f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
        return ""

    def _characters(self, line: Line, name: str, cell: str) -> None:
        for sign in cell:
            if unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co") or sign == "\ufffd":
                self._tell(line, name, f"{name} holds the character U+{ord(sign):04X}, which no reader sees")
                return

    def _tell(self, line: Line, column: str, message: str) -> None:
        self.problems.append(Problem(line.number, self.sheet.column(line, column), message))


def _single(text: str) -> str:
    """``text`` without spaces around it and with single ones in it."""
    # Of all spaces only " " is printable: the ordinary cell needs no splitting.
    return text.strip() if "  " not in text and text.isprintable() else " ".join(text.split())


def _hint(word: str, known: Sequence[str], are: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"{are} {', '.join(known)}"


def lines_of(path: Path, problems: list[Problem]) -> Iterator[str]:
    """One line a problem, with its place as compilers write it."""
    for problem in problems:
        yield f"{path}:{problem.line}:{problem.column}: {problem.message}"
