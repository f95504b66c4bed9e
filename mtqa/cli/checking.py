"""One pass over the sources: read, lint, decide, go on where a file cannot be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mtqa.cli.deciding import Deciding
from mtqa.cli.files import Source
from mtqa.cli.linters import Linters
from mtqa.cli.messages import say
from mtqa.config.config import Config
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.errors import HouseError, MtqaError
from mtqa.output import FileResult, Style

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.baseline.matching import Matcher
    from mtqa.cli.correcting import Corrections
    from mtqa.vcs.changes import Changes


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
        self.status = 0
        self.problems: list[str] = []

    def prepare(self, sources: Iterable[Source]) -> None:
        """Find what is wrong with the settings before a file is read. Raises MtqaError."""
        for config in self._all_configs(sources):
            self._linters.of(config)

    def signature(self, sources: Iterable[Source]) -> str:
        """The signature of what makes the results; several, where folders have settings of their own."""
        found = [self._linters.of(config).signature + config.signature for config in self._all_configs(sources)]
        return ";".join(dict.fromkeys(found))

    def results(self, sources: Iterable[Source]) -> Iterator[FileResult]:
        """The result of each source that can be checked; the others are told on stderr and make the status 2.

        Raises MtqaError when gazetteer or model are missing or broken: then no source can be checked.
        """
        for source in sources:
            results = self._results(source)
            if results is None:
                self.status = 2
                continue
            if any(self._fails.shown(result) for result in results):
                self.status = max(self.status, 1)
            yield from results

    def _all_configs(self, sources: Iterable[Source]) -> list[Config]:
        configs = [self._configs.of_folder("."), *(self._configs.of(source.path) for source in sources)]
        return list({id(config): config for config in configs}.values())

    def _results(self, source: Source) -> list[FileResult] | None:
        """The result of a source, and of its sidecar where that is at fault; None when it cannot be checked."""
        config = self._configs.of(source.path)
        try:
            document = source.read(config["encoding"], int(config["max-size"] * 1e6))
            self._tell_reading(document)
            if self._corrections is None:
                return self._examined(document, config)
            examine = partial(self._examined, config=config)
            return self._corrections.correct(
                document, config["unsafe-fix-confidence"], examine, self._deciding.moved_up
            )
        except _FatalError:
            raise
        except MtqaError as error:
            self._tell_problem(str(error))
        except Exception as error:
            self._tell_bug(source, error)
        return None

    def _examined(self, document: Document, config: Config) -> list[FileResult]:
        try:
            found = self._linters.of(config).lint(document)
        except HouseError:
            raise
        except MtqaError as error:
            raise _FatalError(str(error)) from None
        return self._deciding.results(document, config, found)

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
        what = f"{type(error).__name__}: {error}"
        self._tell_problem(
            f"{source.path}: internal error: {what} (please report it; MTQA_DEBUG=1 gives the traceback)"
        )


def open_baseline(path: str | Path | None) -> Matcher | None:
    """What compares findings with the baseline in a file, None for no baseline. Raises MtqaError."""
    if path is None:
        return None
    from mtqa.baseline.matching import Matcher
    from mtqa.baseline.store import read_baseline

    return Matcher(read_baseline(str(path)))
