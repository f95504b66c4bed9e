"""One pass over the sources: read, lint, decide, go on where a file cannot be checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from mtqa.cli.cache import open_cache
from mtqa.cli.deciding import Deciding
from mtqa.cli.examining import Case, Examiner, processes
from mtqa.cli.files import Source
from mtqa.cli.linters import Linters, house_tables
from mtqa.cli.messages import say
from mtqa.cli.progress import with_progress
from mtqa.config.config import Config
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.errors import BugError, FormatError, HouseError, LostError, MtqaError
from mtqa.output import FileResult, Style

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.baseline.matching import Matcher
    from mtqa.cli.correcting import Corrections
    from mtqa.findings import Finding
    from mtqa.vcs.changes import Changes

Found = TypeVar("Found")


class _FatalError(MtqaError):
    """No source can be checked: gazetteer or model is missing or broken."""


class Check:
    """One run over sources; afterwards ``status`` is the exit status: 0 nothing found, 1 findings (of severity
    ``fail_on`` or worse; None: what the style shows), 2 failures; and
    ``problems`` has a line for each source that could not be checked."""

    def __init__(
        self,
        configs: Configs,
        style: Style,
        *,
        known: Matcher | None = None,
        changes: Changes | None = None,
        corrections: Corrections | None = None,
        fail_on: str | None = None,
        quiet: bool,
    ) -> None:
        self._configs = configs
        self._fails = replace(style, min_severity=fail_on or style.min_severity)
        self._deciding = Deciding(known=known, changes=changes, narrowed=configs.narrowed)
        self._corrections = corrections
        self._quiet = quiet
        self._linters = Linters()
        self._cache = open_cache(configs)
        writes = corrections is not None
        self._examiner = Examiner(configs, self._linters, self._cache, processes(configs), writes=writes)
        self.status = 0
        self.problems: list[str] = []

    def prepare(self, sources: Iterable[Source]) -> None:
        """Find what is wrong with the settings before a file is read. Raises MtqaError."""
        for config in self._all_configs(sources):
            self._linters.of(config)

    def signature(self, sources: Iterable[Source]) -> str:
        """The signature of what makes the results; several, where folders have settings of their own. House tables
        that are found beside the sources are in it, whether their results were made now or kept."""
        found = []
        for config in self._all_configs(sources):
            looks = config["find-house"] and config["house"] is None
            own = [source.path for source in sources if looks and self._configs.of(source.path) is config]
            found.append(self._linters.of(config).signature_with(house_tables(own)) + config.signature)
        return ";".join(dict.fromkeys(found))

    def results(self, sources: Sequence[Source]) -> Iterator[FileResult]:
        """The result of each source that can be checked; the others are told on stderr and make the status 2.

        Raises MtqaError when gazetteer or model are missing or broken: then no source can be checked.
        """
        for case in with_progress(self._examiner.cases(sources), sources, quiet=self._quiet):
            results = self._results(case)
            if results is None:
                self.status = 2
                continue
            if any(self._fails.shown(result) for result in results):
                self.status = max(self.status, 1)
            yield from results
        if self._cache is not None and self._cache.problem and not self._quiet:
            say(f"{self._cache.problem}; nothing is kept for the next run (--no-cache keeps this quiet)")

    def _all_configs(self, sources: Iterable[Source]) -> list[Config]:
        configs = [self._configs.of_folder("."), *(self._configs.of(source.path) for source in sources)]
        return list({id(config): config for config in configs}.values())

    def _results(self, case: Case) -> list[FileResult] | None:
        """The result of a source, and of its sidecar where that is at fault; None when it cannot be checked."""
        try:
            if case.problem is not None:
                raise case.problem
            document, found = _unless_fatal(partial(self._examiner.examined, case))
            self._tell_reading(document)
            if self._corrections is None:
                return self._deciding.results(document, case.config, found)
            examine = partial(self._examined, case, document, found)
            confidence = case.config["unsafe-fix-confidence"]
            return self._corrections.correct(document, confidence, examine, self._deciding.moved_up)
        except _FatalError:
            raise
        except MtqaError as error:
            self._tell_problem(str(error))
        except Exception as error:
            self._tell_bug(case.source, error)
        return None

    def _examined(self, case: Case, first: Document, found: Sequence[Finding], document: Document) -> list[FileResult]:
        """The results for a document: the first one, whose findings are known, or a correction of it."""
        if document is not first:
            found = _unless_fatal(partial(self._examiner.again, document, case.config))
        return self._deciding.results(document, case.config, found)

    def _tell_reading(self, document: Document) -> None:
        if self._quiet:
            return
        if document.metadata.get("guessed"):
            say(f"{document.path}: not UTF-8; read as {document.metadata['encoding']} (--encoding names another)")
        language = (document.language or "en").lower()
        if not language.startswith("en"):
            say(f"{document.path}: its own metadata says that it is in {document.language!r}; checked as English")

    def _tell_problem(self, message: str) -> None:
        # A wrong house table concerns many files and is told once.
        if message not in self.problems:
            self.problems.append(message)
            say(message)

    def _tell_bug(self, source: Source, error: Exception) -> None:
        """Our own fault: one line, and the other files are still checked; with MTQA_DEBUG set, the traceback."""
        if os.environ.get("MTQA_DEBUG"):
            raise error
        what = str(error) if isinstance(error, BugError) else f"{type(error).__name__}: {error}"
        self._tell_problem(
            f"{source.path}: internal error: {what} (please report it; MTQA_DEBUG=1 gives the traceback)"
        )


def _unless_fatal(ask: Callable[[], Found]) -> Found:
    """The answer to a question that opens gazetteer and model. Raises _FatalError when they are at fault."""
    try:
        return ask()
    except (FormatError, HouseError, LostError):
        raise
    except MtqaError as error:
        raise _FatalError(str(error)) from None


def open_baseline(path: str | Path | None) -> Matcher | None:
    """What compares findings with the baseline in a file, None for no baseline. Raises MtqaError."""
    if path is None:
        return None
    from mtqa.baseline.matching import Matcher
    from mtqa.baseline.store import read_baseline

    return Matcher(read_baseline(str(path)))
