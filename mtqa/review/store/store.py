"""The store: what a review does with it, each step a transaction that is on the disk when the call returns."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from mtqa.errors import MtqaError
from mtqa.review.decisions import Decision, now
from mtqa.review.store import queries
from mtqa.review.store.model import OPEN, Act, Stored
from mtqa.review.store.schema import upgrade

_WAIT = 30.0
"""Seconds to wait for another process that is writing."""
_PAUSE = 0.02
"""Seconds between two tries at what SQLite does not wait for itself."""


class Store:
    """The decisions in a file, which is made when it is not there. Safe in several threads and processes at once.

    The journal is a write-ahead log, flushed to the disk at each commit (``synchronous=FULL``): what was returned from
    survives a killed process and a power cut. Raises MtqaError from every method when the file cannot be used.
    """

    def __init__(self, path: str, clock: Callable[[], str] = now) -> None:
        self.path = path
        self._clock = clock
        self._lock = threading.RLock()
        with self._told():
            self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            _keep_a_log(self._connection)
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            upgrade(self._connection, path)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    def words(self, since: int = 0) -> list[Stored]:
        """The last word on each finding, oldest first; only those with a row after ``since``."""
        with self._lock, self._told():
            return queries.last_words(self._connection, since)

    def stamp(self) -> int:
        """A number that grows with every word, whoever says it."""
        with self._lock, self._told():
            return int(self._connection.execute("SELECT coalesce(max(number), 0) FROM words").fetchone()[0])

    def history(self) -> list[Act]:
        """All that was ever done, oldest first."""
        with self._lock, self._told():
            return queries.all_acts(self._connection)

    def decide(self, decisions: Iterable[Decision], by: str) -> None:
        """Decide on findings, all at once; a decision OPEN takes back what was decided."""
        at = self._clock()
        with self._writing() as connection:
            act = queries.add_act(connection, "decide", by, at)
            for decision in decisions:
                queries.add_word(connection, act, replace(decision, by=by, at=at))

    def undo(self, by: str, paths: Collection[str] | None = None) -> list[Decision]:
        """Take back the last thing that an editor decided (in some files) and that still holds: what nobody has decided
        otherwise since, and what is not in the copy yet. The findings have the state from before, or OPEN, which is
        what is returned; nothing, where there is nothing to take back."""
        at = self._clock()
        with self._writing() as connection:
            for number in list(queries.acts_of(connection, by)):
                holding = list(self._holding(number))
                if not any(paths is None or word.decision.path in paths for word, _ in holding):
                    continue
                act = queries.add_act(connection, "undo", by, at)
                restored = []
                for word, before in holding:
                    state = before.decision if before else _open(word.decision, by, at)
                    queries.add_word(connection, act, state, word.row)
                    restored.append(state)
                return restored
        return []

    def carry(self, moves: Iterable[tuple[Stored, Decision]]) -> None:
        """Give findings whose surroundings have changed the decision that was made on them before: each a word and the
        same on the finding as it is now. Whoever decided stays the one who decided. A finding on which something was
        said meanwhile keeps that."""
        at = self._clock()
        with self._writing() as connection:
            act = 0
            for word, decision in moves:
                if queries.last_word(connection, decision.path, decision.id) is None:
                    act = act or queries.add_act(connection, "carry", "", at)
                    queries.add_word(connection, act, decision, word.row)

    def apply(self, decisions: Iterable[Decision], by: str) -> None:
        """Note that decisions are in the copy now."""
        at = self._clock()
        with self._writing() as connection:
            act = queries.add_act(connection, "apply", by, at)
            for decision in decisions:
                word = queries.last_word(connection, decision.path, decision.id)
                queries.add_word(connection, act, decision, word.row if word else None)

    def _holding(self, act: int) -> Iterator[tuple[Stored, Stored | None]]:
        """The words of an act that hold on their findings, wherever they were carried to; each with the one before."""
        for word in queries.words_of(self._connection, act):
            for each in (word, *queries.carried_from(self._connection, word.row)):
                words = queries.standing(self._connection, each.decision.path, each.decision.id)
                if words and words[-1].row == each.row:
                    yield each, words[-2] if len(words) > 1 else None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            hint = "" if os.access(os.path.dirname(self.path) or ".", os.W_OK) else " (its folder cannot be written to)"
            raise MtqaError(f"{self.path}: the decisions cannot be kept: {error}{hint}") from None
        except UnicodeEncodeError:  # a file name that is not in the system's encoding
            raise MtqaError(f"{self.path}: the decision cannot be kept: a name or text in it is no Unicode") from None


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Turn the file into one with a write-ahead log. SQLite refuses that at once, whatever the timeout, while another
    process that is making the same file is about to write."""
    until = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)


def _open(decision: Decision, by: str, at: str) -> Decision:
    return replace(decision, decision=OPEN, replacement=None, reason="", by=by, at=at)
