"""Reading and adding rows; every function works inside the transaction of its caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from mtqa.review.decisions import Decision
from mtqa.review.store.model import Act, Stored

_FIELDS = ("path", "id", "fingerprint", "code", "text", "start", "end", "decision", "replacement", "by", "at", "reason")
_COLUMNS = ", ".join(f'w."{name}"' for name in _FIELDS)
_LAST = "w.number IN (SELECT max(number) FROM words GROUP BY path, id)"
_MOVED = "EXISTS (SELECT 1 FROM words c JOIN acts b ON b.number = c.act WHERE c.origin = w.number AND b.kind = 'carry')"
_SELECT = f"SELECT {_COLUMNS}, w.number, a.kind, {_MOVED} FROM words w JOIN acts a ON a.number = w.act"


def add_act(connection: sqlite3.Connection, kind: str, by: str, at: str) -> int:
    """A new act; its number."""
    cursor = connection.execute("INSERT INTO acts (kind, by, at) VALUES (?, ?, ?)", (kind, by, at))
    return int(cursor.lastrowid or 0)


def add_word(connection: sqlite3.Connection, act: int, decision: Decision, origin: int | None = None) -> int:
    """The new state of a finding; its row."""
    names = ", ".join(f'"{name}"' for name in _FIELDS)
    marks = ", ".join("?" * (len(_FIELDS) + 2))
    values = [getattr(decision, name) for name in _FIELDS]
    cursor = connection.execute(f"INSERT INTO words ({names}, act, origin) VALUES ({marks})", (*values, act, origin))
    return int(cursor.lastrowid or 0)


def last_words(connection: sqlite3.Connection, since: int = 0) -> list[Stored]:
    """The last word on each finding, in the order in which they were said; only those said after the row ``since``."""
    # What is new needs no look at the whole history: a word after it is new, too.
    which = "w.number > ?" if since else f"w.number > ? AND {_LAST}"
    found = [_stored(row) for row in connection.execute(f"{_SELECT} WHERE {which} ORDER BY w.number", (since,))]
    last = {(word.decision.path, word.decision.id): word.row for word in found}
    return [word for word in found if last[word.decision.path, word.decision.id] == word.row]


def last_word(connection: sqlite3.Connection, path: str, name: str) -> Stored | None:
    """The last word on a finding."""
    where = "WHERE w.path = ? AND w.id = ? ORDER BY w.number DESC LIMIT 1"
    row = connection.execute(f"{_SELECT} {where}", (path, name)).fetchone()
    return _stored(row) if row else None


def standing(connection: sqlite3.Connection, path: str, name: str) -> list[Stored]:
    """The words on a finding that were not taken back, the one that holds last: an undo takes the last one away."""
    found: list[Stored] = []
    rows = connection.execute(f"{_SELECT} WHERE w.path = ? AND w.id = ? ORDER BY w.number", (path, name))
    for word in map(_stored, rows):
        if word.kind != "undo":
            found.append(word)
        elif found:
            found.pop()
    return found


def words_of(connection: sqlite3.Connection, act: int) -> list[Stored]:
    """The words of an act."""
    return [_stored(row) for row in connection.execute(f"{_SELECT} WHERE w.act = ? ORDER BY w.number", (act,))]


def carried_from(connection: sqlite3.Connection, row: int) -> list[Stored]:
    """The words that a word was carried to, on and on."""
    found = []
    for line in connection.execute(f"{_SELECT} WHERE w.origin = ? AND a.kind = 'carry'", (row,)).fetchall():
        word = _stored(line)
        found += [word, *carried_from(connection, word.row)]
    return found


def acts_of(connection: sqlite3.Connection, by: str) -> Iterable[int]:
    """The numbers of an editor's decisions, the last first, without those that were taken back."""
    undone = "SELECT o.act FROM words u JOIN acts a ON a.number = u.act AND a.kind = 'undo' JOIN words o ON o.number"
    rows = connection.execute(
        f"SELECT number FROM acts WHERE kind = 'decide' AND by = ? AND number NOT IN ({undone} = u.origin)"
        " ORDER BY number DESC",
        (by,),
    )
    return (int(row[0]) for row in rows)


def all_acts(connection: sqlite3.Connection) -> list[Act]:
    """The whole history."""
    return [
        Act(number, kind, by, at, tuple(word.decision for word in words_of(connection, number)))
        for number, kind, by, at in connection.execute("SELECT number, kind, by, at FROM acts ORDER BY number")
    ]


def _stored(row: Sequence[Any]) -> Stored:
    values = dict(zip(_FIELDS, row, strict=False))
    number, kind, moved = row[len(_FIELDS) :]
    return Stored(Decision(**values), number, kind, bool(moved))
