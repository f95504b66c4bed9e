"""Processes that lint: each opens gazetteer and model once, and is given a text at a time.

Not concurrent.futures: there the death of one process breaks the whole pool, and does not tell which text it had. Here
it is that text's failure alone, a new process takes its place, and all others are still checked.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from mtqa.cache.entries import Entry
from mtqa.cli.linters import Linters, lint_unread
from mtqa.config.settings import Settings
from mtqa.document.readers import Unread
from mtqa.errors import BugError, LostError, MtqaError

_TEXTS_EACH = 8
"""So many texts make it worth the start of another process, which takes as long as a few of them."""

Answer = Entry | Exception


class Task(NamedTuple):
    """What a process is to do."""

    unread: Unread
    settings: Settings


class Workers:
    """At most ``most`` processes, started as the work that has come in makes them worth it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._context = _context()
        self._waiting: deque[tuple[int, Task]] = deque()
        self._idle: list[tuple[Connection, BaseProcess]] = []
        self._busy: dict[Connection, tuple[BaseProcess, int, Task]] = {}
        self._answers: dict[int, Answer] = {}
        self._asked = 0

    def ask(self, task: Task, *, at_once: bool = False) -> int:
        """Have a text linted; the number under which the answer comes. ``at_once``: before all that wait."""
        self._asked += 1
        if at_once:
            self._waiting.appendleft((self._asked, task))
        else:
            self._waiting.append((self._asked, task))
        self._hand_out()
        return self._asked

    def answer(self, number: int) -> Answer:
        """The answer, which is waited for. An exception is what the lint raised, or tells that its process died.

        Raises OSError when no process can be started.
        """
        while number not in self._answers:
            self._hand_out()
            ready = wait(list(self._busy))
            for connection in [each for each in self._busy if each in ready]:
                self._take(connection)
        return self._answers.pop(number)

    def close(self) -> None:
        """End all processes, whatever they do."""
        everyone = [*self._idle, *((connection, process) for connection, (process, _, _) in self._busy.items())]
        self._idle, self._busy = [], {}
        self._waiting.clear()
        for connection, process in everyone:
            connection.close()
            process.terminate()
        for _, process in everyone:
            process.join(5)
            if process.is_alive():
                process.kill()

    def _hand_out(self) -> None:
        while self._waiting and (self._idle or self._may_start()):
            try:
                connection, process = self._idle.pop() if self._idle else self._start()
            except OSError:
                if not self._busy:
                    raise
                self._most = len(self._busy)
                return
            number, task = self._waiting.popleft()
            try:
                connection.send(task)  # it waits for it, so this ends: see _serve
            except OSError:  # died while it had nothing to do
                process.join()
                self._waiting.appendleft((number, task))
                continue
            self._busy[connection] = (process, number, task)

    def _may_start(self) -> bool:
        running = len(self._busy) + len(self._idle)
        return running < min(self._most, 1 + self._asked // _TEXTS_EACH)

    def _start(self) -> tuple[Connection, BaseProcess]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        return ours, process

    def _take(self, connection: Connection) -> None:
        process, number, task = self._busy.pop(connection)
        try:
            self._answers[number] = connection.recv()
            self._idle.append((connection, process))
        except (EOFError, OSError):
            process.join()
            connection.close()
            self._answers[number] = LostError(_obituary(task.unread.path, process.exitcode))


def _obituary(path: str, status: int | None) -> str:
    how = f"exit status {status}"
    if status is not None and status < 0:
        try:
            how = signal.Signals(-status).name
        except ValueError:
            how = f"signal {-status}"
    return f"{path}: not checked: the process that checked it died ({how}); for want of memory, use fewer --jobs"


def _serve(connection: Connection) -> None:
    """What a process does until the connection closes. It always waits for a task before it gives an answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to deal with
    linters = Linters()
    with contextlib.suppress(EOFError, OSError):
        while True:
            task: Task = connection.recv()
            connection.send(_linted(linters, task))


def _linted(linters: Linters, task: Task) -> Answer:
    try:
        linter = linters.of_settings(replace(task.settings, threads=1))
        return lint_unread(linter, task.unread, task.settings)[1]
    except MtqaError as error:
        return error
    except Exception as error:  # ours; not every exception can be sent as it is
        return BugError(f"{type(error).__name__}: {error}")


def _context() -> BaseContext:
    """Not fork: a copy of a process that has threads may hang, and would hold the others' connections open."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mtqa.cli.workers", "mtqa.linting"])
    return context


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process inherits that until it says so itself: one that only starts would print a traceback."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
