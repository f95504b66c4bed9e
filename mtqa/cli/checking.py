"""One pass over the sources: read, lint, decide, go on where a file cannot be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.cli.files import Source
from mtqa.cli.linters import Linters
from mtqa.cli.messages import say
from mtqa.config.config import Config
from mtqa.config.decisions import Decisions
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.findings import Finding
from mtqa.output import FileResult, Hidden, Style

if TYPE_CHECKING:
    from mtqa.baseline.matching import Matcher
    from mtqa.vcs.changes import Changes


class Check:
    """One run over sources; afterwards ``status`` is the exit status: 0 nothing found, 1 findings, 2 failures; and
    ``problems`` has a line for each source that could not be checked."""

    def __init__(
        self,
        configs: Configs,
        style: Style,
        *,
        known: Matcher | None = None,
        changes: Changes | None = None,
        quiet: bool,
    ) -> None:
        self._configs = configs
        self._style = style
        self._known = known
        self._changes = changes
        self._quiet = quiet
        self._linters = Linters()
        self._decisions: dict[int, Decisions] = {}
        self.status = 0
        self.problems: list[str] = []

    def prepare(self, sources: Iterable[Source]) -> None:
        """Find what is wrong with the settings before a file is read. Raises MtqaError."""
        for config in self._all_configs(sources):
            self._linters.of(config)

    def signature(self, sources: Iterable[Source]) -> str:
        """The signature of what makes the results; several, where folders have settings of their own."""
        found = [self._linters.of(config).signature for config in self._all_configs(sources)]
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
            if any(self._style.shown(result) for result in results):
                self.status = max(self.status, 1)
            yield from results

    def _all_configs(self, sources: Iterable[Source]) -> list[Config]:
        configs = [self._configs.of_folder("."), *(self._configs.of(source.path) for source in sources)]
        return list({id(config): config for config in configs}.values())

    def _results(self, source: Source) -> list[FileResult] | None:
        """The result of a source, and of its sidecar where that is at fault."""
        config = self._configs.of(source.path)
        try:
            document = source.read(config["encoding"], int(config["max-size"] * 1e6))
        except MtqaError as error:
            self._tell_problem(str(error))
            return None
        except Exception as error:
            self._tell_bug(source, error)
            return None
        self._tell_reading(document)
        try:
            found = self._linters.of(config).lint(document)
        except MtqaError:
            raise
        except Exception as error:
            self._tell_bug(source, error)
            return None
        try:
            return self._decided(document, config, found)
        except MtqaError as error:
            self._tell_problem(str(error))
            return None

    def _decided(self, document: Document, config: Config, found: list[Finding]) -> list[FileResult]:
        """The results after configuration and suppressions. Raises MtqaError for a sidecar that means nothing."""
        from mtqa.suppression.applying import suppress

        decisions = self._decisions.setdefault(id(config), Decisions(config))
        kept = decisions.decide(document.path, found)
        outcome = suppress(document, kept, [] if self._configs.narrowed else decisions.running(document.path))
        reports = decisions.decide(document.path, outcome.reports)
        findings = sorted([*outcome.findings, *reports], key=lambda finding: (finding.start, finding.end, finding.code))
        results = [self._new(FileResult(document, tuple(findings), tuple(outcome.hidden)))]
        if outcome.sidecar is not None:
            sidecar, reports = outcome.sidecar
            if reports := decisions.decide(sidecar.path, reports):
                results.append(self._new(FileResult(sidecar, tuple(reports))))
        return results

    def _new(self, result: FileResult) -> FileResult:
        """The result without what stands on lines that have not changed, and without what the baseline knows."""
        document = result.document
        if self._changes is not None:
            changes = self._changes
            findings = tuple(f for f in result.findings if changes.touch(document, f.start, f.end))
            hidden = tuple(h for h in result.hidden if changes.touch(document, h.finding.start, h.finding.end))
            result = FileResult(document, findings, hidden)
        if self._known is None:
            return result
        pairs = self._known.match(document.path, result.findings)
        kept = tuple(finding for finding, entry in pairs if entry is None or not entry.hides)
        known = [Hidden(finding, "baseline", entry.why) for finding, entry in pairs if entry and entry.hides]
        return replace(result, findings=kept, hidden=(*result.hidden, *known))

    def _tell_reading(self, document: Document) -> None:
        if self._quiet:
            return
        if document.metadata.get("guessed"):
            say(f"{document.path}: not UTF-8; read as {document.metadata['encoding']} (--encoding names another)")
        language = (document.language or "en").lower()
        if not language.startswith("en"):
            say(f"{document.path}: its own metadata says that it is in {document.language!r}; checked as English")

    def _tell_problem(self, message: str) -> None:
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
