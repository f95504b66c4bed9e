"""One pass over the sources: read, lint, go on where a file cannot be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Protocol

from mtqa.cli.files import Source
from mtqa.cli.messages import say
from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.findings import Finding
from mtqa.output import FileResult, Style


class Lints(Protocol):
    """What checking needs of :class:`mtqa.linting.Linter`."""

    def lint(self, document: Document) -> list[Finding]:
        """The findings of a document, sorted by place."""


class Check:
    """One run over sources; afterwards ``status`` is the exit status: 0 nothing found, 1 findings, 2 failures."""

    def __init__(self, linter: Lints, style: Style, encoding: str | None, max_size: int, *, quiet: bool) -> None:
        self._linter = linter
        self._style = style
        self._encoding = encoding
        self._max_size = max_size
        self._quiet = quiet
        self.status = 0

    def results(self, sources: Iterable[Source]) -> Iterator[FileResult]:
        """The result of each source that can be checked; the others are told on stderr and make the status 2.

        Raises MtqaError when gazetteer or model are missing or broken: then no source can be checked.
        """
        for source in sources:
            result = self._result(source)
            if result is None:
                self.status = 2
                continue
            if any(map(self._style.shows, result.findings)):
                self.status = max(self.status, 1)
            yield result

    def _result(self, source: Source) -> FileResult | None:
        try:
            document = source.read(self._encoding, self._max_size)
        except MtqaError as error:
            say(str(error))
            return None
        except Exception as error:
            _tell_bug(source, error)
            return None
        if document.metadata.get("guessed") and not self._quiet:
            say(f"{source.path}: not UTF-8; read as {document.metadata['encoding']} (--encoding names another)")
        language = (document.language or "en").lower()
        if not language.startswith("en") and not self._quiet:
            say(f"{source.path}: its own metadata says that it is in {document.language!r}; checked as English")
        try:
            return FileResult(document, tuple(self._linter.lint(document)))
        except MtqaError:
            raise
        except Exception as error:
            _tell_bug(source, error)
            return None


def _tell_bug(source: Source, error: Exception) -> None:
    """Our own fault: one line, and the other files are still checked; with MTQA_DEBUG set, the traceback."""
    if os.environ.get("MTQA_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    say(f"{source.path}: internal error: {what} (please report it; MTQA_DEBUG=1 gives the traceback)")
