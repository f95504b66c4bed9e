"""Entities of the file, read as far as somebody asks: most look-ups want little of what a record holds."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import fields
from typing import Any

from mtqa.gazetteer.codec import read_varints
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import KINDS, LANGUAGES, ROLES, Entity, Name, Tenure, table_of
from mtqa.gazetteer.records import KEEP_ORIGINAL, NAMES_TRACED, ROADS, ROWS, Expected

_DERIVED, _SPANISH = ROLES.index("derived"), LANGUAGES.index("es")


class Record:
    """The numbers of a record (see :func:`mtqa.gazetteer.records.encode`) and where its parts begin.

    ``text`` gives the text of a number, ``files`` are the files of provenances.
    """

    __slots__ = (
        "_at",
        "_files",
        "_flags",
        "_names",
        "_names_at",
        "_origins",
        "_step",
        "_tenures_at",
        "_text",
        "_values",
    )

    def __init__(self, data: bytes, text: Callable[[int], str], files: Sequence[str] = ()) -> None:
        self._values = values = read_varints(data)
        self._text, self._files = text, files
        self._names: list[Name] = []
        self._origins: tuple[str, ...] | None = None
        self._at = at = 1 if values[0] else 2
        self._flags = flags = values[at + 4]
        self._names_at = names = at + 7 + values[at + 6] * (2 if flags & ROWS else 1)
        self._step = step = 3 if flags & NAMES_TRACED else 2
        self._tenures_at = names + 1 + values[names] * step

    def entity(self) -> StoredEntity:
        """The entity, of which nothing is filled in yet."""
        entity = StoredEntity.__new__(StoredEntity)
        _SET_RECORD(entity, self)
        return entity

    def calls(self, number: int) -> bool:
        """Whether English may call it by the text of a number: :meth:`Entity.is_called`, and no text is read."""
        values, first, end = self._values, self._names_at + 1, self._tenures_at
        at = first
        while True:
            try:
                at = values.index(number, at, end)
            except ValueError:
                return False
            if (at - first) % self._step == 1:
                lang, role = values[at - 1] & 3, values[at - 1] >> 2
                if role != _DERIVED and (lang != _SPANISH or self._flags & KEEP_ORIGINAL):
                    return True
            at += 1

    def form(self, name: str, key: str, codes: Container[int]) -> tuple[str, int] | None:
        """The first form that is ``name``, or folds to ``key``, of a language and role whose code is in ``codes``.

        With its code; :func:`mtqa.gazetteer.records.code_of` makes them. No name is made of it.
        """
        values = self._values
        for at in range(self._names_at + 1, self._tenures_at, self._step):
            if values[at] in codes:
                text = self._text(values[at + 1])
                if text == name or fold(text) == key:
                    return text, values[at]
        return None

    def id(self) -> str:
        """Its identifier."""
        return f"Q{self._values[0]}" if self._values[0] else self._text(self._values[1])

    def kind(self) -> str:
        """Its kind."""
        return KINDS[self._values[self._at]]

    def prominence(self) -> float:
        """Its prominence."""
        return self._values[self._at + 3] / 255

    def keep_original(self) -> bool:
        """Whether English keeps its Spanish name."""
        return bool(self._flags & KEEP_ORIGINAL)

    def subkind(self) -> str:
        """What kind of its kind it is."""
        return self._text(self._values[self._at + 1])

    def country(self) -> str:
        """Its country."""
        return self._text(self._values[self._at + 2])

    def family(self) -> str:
        """The surname of a person."""
        return self._text(self._values[self._at + 5])

    def forms(self) -> Iterator[Name]:
        """Its names, one by one, each read when its turn comes first."""
        yield from self._names
        values, text, names, step = self._values, self._text, self._names, self._step
        for at in range(self._names_at + 1 + len(names) * step, self._tenures_at, step):
            name = StoredName.__new__(StoredName)
            _SET_TEXT(name, text(values[at + 1]))
            _SET_LANG(name, LANGUAGES[values[at] & 3])
            _SET_ROLE(name, ROLES[values[at] >> 2])
            _SET_TRACE(name, (self, values[at + 2] if step == 3 else 0))
            names.append(name)
            yield name

    def names(self) -> tuple[Name, ...]:
        """All its names."""
        return tuple(self.forms())

    def tenures(self) -> tuple[Tenure, ...]:
        """The offices held."""
        values, text, rows = self._values, self._text, self._flags & ROWS
        first, step = self._tenures_at + 1, 6 if rows else 5
        found = []
        for at in range(first, first + values[first - 1] * step, step):
            office, country, start, end = map(text, values[at : at + 4])
            source, _, row = self._place(at + 4).partition("/") if rows else (text(values[at + 4]), "", "")
            found.append(Tenure(office, country, start, end, source, row))
        return tuple(found)

    def expected(self) -> tuple[Expected, ...]:
        """The expected mistranslations."""
        values, text = self._values, self._text
        first = self._tenures_at + 1 + values[self._tenures_at] * (6 if self._flags & ROWS else 5)
        found = []
        for mask, wording, origin in zip(values[first::3], values[first + 1 :: 3], values[first + 2 :: 3]):
            roads = tuple(road for bit, road in enumerate(ROADS) if mask >> bit & 1)
            found.append(Expected(text(wording), text(origin), roads, bool(mask & 0x80)))
        return tuple(found)

    def sources(self) -> tuple[str, ...]:
        """The tables that have it."""
        return tuple(dict.fromkeys(map(table_of, self._provenances()))) if self._flags & ROWS else self._provenances()

    def origins(self) -> tuple[str, ...]:
        """The rows that have it; none where the file knows tables alone."""
        return self._provenances() if self._flags & ROWS else ()

    def traced(self, mask: int) -> tuple[str, ...]:
        """Those of the provenances whose bits are in ``mask``."""
        return tuple(origin for bit, origin in enumerate(self._provenances()) if mask >> bit & 1)

    def _provenances(self) -> tuple[str, ...]:
        if self._origins is None:
            first, end = self._at + 7, self._names_at
            if self._flags & ROWS:
                self._origins = tuple(map(self._place, range(first, end, 2)))
            else:
                self._origins = tuple(map(self._text, self._values[first:end]))
        return self._origins

    def _place(self, at: int) -> str:
        file, line = self._files[self._values[at]], self._values[at + 1]
        return f"{file}:{line - 1}" if line else file


class StoredEntity(Entity):
    """An entity whose parts are read from its record when they are first asked for."""

    __slots__ = ("_record", "expected")
    _record: Record
    expected: tuple[Expected, ...]
    """The English that translators may make of its Spanish names."""

    def __getattr__(self, attribute: str) -> Any:
        """Called where a slot is empty: it is filled."""
        part = _PARTS.get(attribute)
        if part is None:
            raise AttributeError(f"an entity has no {attribute!r}")
        read, fill = part
        value = read(self._record)
        fill(self, value)
        return value

    def is_text(self, number: int) -> bool:
        """Whether English may call it by the text that has a number in the file."""
        return self._record.calls(number)

    def form(self, name: str, key: str, codes: Sequence[Container[int]]) -> tuple[str, int] | None:
        """See :meth:`Record.form`; the second of ``codes`` holds where English keeps the entity's Spanish name."""
        record = self._record
        return record.form(name, key, codes[record.keep_original()])

    def forms(self) -> Iterator[Name]:
        """See :meth:`Entity.forms`: read as far as the caller goes on."""
        try:
            record = self._record
        except AttributeError:  # a changed copy of one that was stored
            return iter(self.names)
        return record.forms()

    def __eq__(self, other: object) -> bool:
        """Entities are equal by what they say, wherever they are kept."""
        return _said(self) == _said(other) if isinstance(other, Entity) else NotImplemented

    __hash__ = Entity.__hash__


class StoredName(Name):
    """A name whose provenances are read when they are first asked for."""

    __slots__ = ("_trace",)
    _trace: tuple[Record, int]

    def __getattr__(self, attribute: str) -> Any:
        """Called where a slot is empty: it is filled."""
        if attribute != "sources":
            raise AttributeError(f"a name has no {attribute!r}")
        record, mask = self._trace
        sources = record.traced(mask)
        _SET_SOURCES(self, sources)
        return sources

    def __eq__(self, other: object) -> bool:
        """Names are equal by what they say, wherever they are kept."""
        if not isinstance(other, Name):
            return NotImplemented
        return (self.text, self.lang, self.role) == (other.text, other.lang, other.role)

    __hash__ = Name.__hash__


def _said(entity: Entity) -> tuple[Any, ...]:
    """What entities are compared by."""
    return tuple(getattr(entity, field.name) for field in fields(Entity) if field.compare)


def _filler(kind: type, slot: str) -> Callable[[Any, Any], None]:
    """What fills a slot of a class, a frozen one too."""
    fill: Callable[[Any, Any], None] = kind.__dict__[slot].__set__
    return fill


_SET_RECORD, _SET_TRACE = _filler(StoredEntity, "_record"), _filler(StoredName, "_trace")
_SET_TEXT, _SET_LANG, _SET_ROLE = _filler(Name, "text"), _filler(Name, "lang"), _filler(Name, "role")
_SET_SOURCES = _filler(Name, "sources")
_PARTS: dict[str, tuple[Callable[[Record], Any], Callable[[Any, Any], None]]] = {
    **{field.name: (getattr(Record, field.name), _filler(Entity, field.name)) for field in fields(Entity)},
    "expected": (Record.expected, _filler(StoredEntity, "expected")),
}
"""Each part of an entity: what reads it, and what keeps it."""
