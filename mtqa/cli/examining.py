"""The findings of texts before anything is decided of them: from the cache, from other processes, or made here.

Texts are read some way ahead of where the results are asked for, so that other processes have something to do.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mtqa.cache.entries import Entry, from_bytes, to_bytes
from mtqa.cli.files import Source
from mtqa.cli.linters import Linters, lint_unread
from mtqa.config.config import Config
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.document.readers import Unread
from mtqa.errors import MtqaError
from mtqa.findings import Finding

if TYPE_CHECKING:
    from mtqa.cache.folder import CacheFolder
    from mtqa.cli.workers import Workers

AHEAD = 8
"""Texts that are read ahead for each process."""
_WORTH_IT = 8
"""Texts to lint among those that were read ahead from which on other processes are worth their start."""


@dataclass(slots=True)
class Case:
    """A source, and what is known of it by now: its text, or why that cannot be had; its entry, or the number under
    which a process will give it."""

    source: Source
    config: Config
    unread: Unread | None = None
    problem: Exception | None = None
    key: str = ""
    entry: Entry | None = None
    number: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it must still be linted, and nobody was asked to."""
        return self.unread is not None and self.entry is None and self.number is None


class Examiner:
    """Gives documents with their findings. ``cache`` None: nothing is kept; ``jobs`` is the most processes; with
    ``writes`` the run corrects files, so that one that was read ahead may be another when it is its turn."""

    def __init__(
        self, configs: Configs, linters: Linters, cache: CacheFolder | None, jobs: int, *, writes: bool = False
    ) -> None:
        self._configs = configs
        self._writes = writes
        self._linters = linters
        self._cache = cache
        self._jobs = jobs
        self._workers: Workers | None = None
        self._ahead: deque[Case] = deque()
        if cache is not None:
            from mtqa.cache.inputs import Inputs

            self._inputs = Inputs()

    def cases(self, sources: Iterable[Source]) -> Iterator[Case]:
        """The sources in their order, those to come read ahead. Closes what it has opened."""
        reach = AHEAD * self._jobs if self._jobs > 1 else 0
        try:
            for source in sources:
                self._ahead.append(self._begun(self._read(source)))
                if len(self._ahead) > reach:
                    yield self._as_it_is(self._ahead.popleft())
            while self._ahead:
                yield self._as_it_is(self._ahead.popleft())
        finally:
            self.close()

    def examined(self, case: Case) -> tuple[Document, list[Finding]]:
        """The document of a case that has no problem, and its findings. Raises MtqaError."""
        assert case.unread is not None
        if case.is_open:
            self._share_out([case, *self._ahead])
        return self._answered(case, case.unread)

    def again(self, document: Document, config: Config) -> list[Finding]:
        """The findings of a document that has changed since it was read. Raises MtqaError."""
        unread = Unread(document.path, document.text, document.metadata["format"], document.metadata)
        case = Case(Source(document.path), config, unread)
        self._look_up(case)
        if self._workers is not None:
            self._ask(self._workers, case, at_once=True)
        return self._answered(case, unread)[1]

    def close(self) -> None:
        """End the processes, and clear up in the cache."""
        self._ahead.clear()
        if self._workers is not None:
            self._workers.close()
            self._workers = None
        if self._cache is not None:
            self._cache.prune()

    def _read(self, source: Source) -> Case:
        case = Case(source, self._configs.of(source.path))
        try:
            case.unread = source.decode(case.config["encoding"], int(case.config["max-size"] * 1e6))
        except Exception as error:  # told when it is this source's turn
            case.problem = error
        return case

    def _begun(self, case: Case) -> Case:
        if not case.source.stdin:
            self._look_up(case)
        if self._workers is not None:
            self._ask(self._workers, case)
        return case

    def _as_it_is(self, case: Case) -> Case:
        """The case; a new one where its file was changed since it was read, by a link to it for instance."""
        if not self._writes or self._jobs == 1 or case.source.stdin:
            return case
        now = self._read(case.source)
        same = now.unread is not None and case.unread is not None and now.unread.metadata == case.unread.metadata
        return case if same else self._begun(now)

    def _look_up(self, case: Case) -> None:
        if self._cache is None or case.unread is None:
            return
        try:
            case.key = self._inputs.key(case.unread, self._linters.settings(case.config))
        except (MtqaError, OSError):  # a part is missing: the lint will say which
            return
        data = self._cache.get(case.key)
        if data is None:
            return
        case.entry = from_bytes(data)
        if case.entry is None:
            self._cache.discard(case.key)
        elif case.entry.as_of not in (None, date.today()):
            case.entry = None

    def _share_out(self, cases: list[Case]) -> None:
        """Start other processes, once there is enough for them to do."""
        if self._jobs == 1 or self._workers is not None or sum(case.is_open for case in cases) < _WORTH_IT:
            return
        from mtqa.cli.workers import Workers

        workers = Workers(self._jobs)
        try:
            for case in cases:
                self._ask(workers, case)
        except OSError:  # this machine starts no more processes: then here, one after the other
            workers.close()
            self._jobs = 1
            for case in cases:
                case.number = None
        else:
            self._workers = workers

    def _ask(self, workers: Workers, case: Case, *, at_once: bool = False) -> None:
        if case.is_open:
            from mtqa.cli.workers import Task

            assert case.unread is not None
            case.number = workers.ask(Task(case.unread, self._linters.settings(case.config)), at_once=at_once)

    def _answered(self, case: Case, unread: Unread) -> tuple[Document, list[Finding]]:
        settings = self._linters.settings(case.config)
        if case.entry is not None:
            document, entry = unread.later(case.entry.date, case.entry.language), case.entry
        else:
            if case.number is not None and self._workers is not None:
                answer = self._workers.answer(case.number)
                if isinstance(answer, Exception):
                    raise answer
                document, entry = unread.later(answer.date, answer.language), answer
            else:
                document, entry = lint_unread(self._linters.of(case.config), unread, settings)
            if self._cache is not None and case.key:
                self._cache.put(case.key, to_bytes(entry))
        minimum = case.config["min-confidence"]
        return document, [finding for finding in entry.findings if finding.confidence >= minimum]


def processes(configs: Configs) -> int:
    """The most processes that the settings of the working folder allow."""
    wanted: int = configs.of_folder(".")["jobs"]
    if os.environ.get("MTQA_DEBUG"):  # a traceback comes from this process alone
        return 1
    return wanted or _processors()


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
