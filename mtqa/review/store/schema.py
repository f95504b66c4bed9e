"""The tables of the store, and how an older file is brought to them."""

from __future__ import annotations

import sqlite3

from mtqa.errors import MtqaError

APPLICATION = 0x6D747161
"""Stands in the head of the file (``mtqa``), so that no other database is taken for one of ours."""

STEPS: tuple[str, ...] = (
    # Version 1. An act is one key press; its words are the new state of the findings that it concerned. ``origin`` is
    # the word that an undo takes back, that was carried to a finding whose surroundings changed, or that was put into
    # the copy.
    """
    CREATE TABLE acts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('decide', 'undo', 'carry', 'apply')),
        by TEXT NOT NULL,
        at TEXT NOT NULL
    );
    CREATE TABLE words (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        act INTEGER NOT NULL REFERENCES acts (number),
        path TEXT NOT NULL,
        id TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        decision TEXT NOT NULL,
        replacement TEXT,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        reason TEXT NOT NULL,
        origin INTEGER REFERENCES words (number)
    );
    CREATE INDEX words_of_finding ON words (path, id, number);
    CREATE INDEX words_of_act ON words (act);
    CREATE INDEX words_from ON words (origin);
    CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN SELECT raise(ABORT, 'history is only added to'); END;
    CREATE TRIGGER acts_are_kept BEFORE DELETE ON acts BEGIN SELECT raise(ABORT, 'history is only added to'); END;
    CREATE TRIGGER words_stay BEFORE UPDATE ON words BEGIN SELECT raise(ABORT, 'history is only added to'); END;
    CREATE TRIGGER words_are_kept BEFORE DELETE ON words BEGIN SELECT raise(ABORT, 'history is only added to'); END;
    """,
)
"""What each version adds to the one before it."""


def upgrade(connection: sqlite3.Connection, path: str) -> None:
    """Make the tables, or bring those of an older mtqa up to date; whole or not at all, decisions kept.

    Raises MtqaError for a database that is none of ours, or of a newer mtqa.
    """
    if _version(connection) == len(STEPS) and _application(connection) == APPLICATION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        known = _application(connection) == APPLICATION
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if not known and not empty:
            raise MtqaError(f"{path}: is no file of decisions; move it away")
        if version > len(STEPS):
            raise MtqaError(f"{path}: was written by a newer mtqa (version {version}); upgrade mtqa")
        for step in STEPS[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _statements(step: str) -> list[str]:
    """The statements of a step; ``executescript`` would end the transaction."""
    found, pending = [], ""
    for line in step.strip().splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
