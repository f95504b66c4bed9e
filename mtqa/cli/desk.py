"""What a review needs of the command line: reading and linting, as ``mtqa lint`` does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mtqa.cli.checking import Check, open_baseline
from mtqa.cli.files import Source
from mtqa.cli.spanish import read_as
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.output import FileResult, Hidden, Style
from mtqa.review.page.model import FindingData, SourceData
from mtqa.review.source.discovery import Sources
from mtqa.suppression.sidecars import ENDING


class LintDesk:
    """Lints files one at a time with the settings of a run; the baseline is read anew each time."""

    def __init__(
        self, configs: Configs, style: Style, baseline: str | None, sources: Sequence[Source], spanish: Sources
    ) -> None:
        self._configs = configs
        self._style = style
        self._baseline = baseline
        self._sources = sources
        self._spanish = spanish
        self._problems: dict[str, str] = {}
        self._check = Check(configs, style, quiet=True)
        self._check.prepare(sources)

    def read(self, path: str) -> Document:
        """The file as it is now. Raises MtqaError."""
        return read_as(self._configs, path)

    def lint(self, path: str) -> list[FileResult]:
        """What is found in it, and in its sidecar. Raises MtqaError."""
        told = len(self._check.problems)
        results = list(self._check.results([Source(path)]))
        if not results:  # the same problem is told once, but concerns the file each time
            new = self._check.problems[told:]
            self._problems[path] = new[-1] if new else self._problems.get(path, f"{path}: could not be checked")
            raise MtqaError(self._problems[path])
        return [self._shown(result) for result in results]

    def beside(self, path: str) -> list[str]:
        """The baseline, the file's sidecar, and the Spanish."""
        spanish = self._spanish.of(path)
        return [each for each in (self._baseline, path + ENDING, spanish) if each is not None]

    def source(self, document: Document, findings: Sequence[FindingData]) -> SourceData | None:
        """The Spanish beside a story. Raises MtqaError."""
        from mtqa.review.source.pairing import source_of

        return source_of(document, findings, self._spanish, self.read)

    def signature(self) -> str:
        """The signature of all settings that are in use. Raises MtqaError where gazetteer or model cannot be opened."""
        return self._check.signature(self._sources)

    def _shown(self, result: FileResult) -> FileResult:
        """The result without what the baseline puts aside, and without what is too mild."""
        known = open_baseline(self._baseline)
        pairs = known.match(result.document.path, result.findings) if known else [(f, None) for f in result.findings]
        hidden = [Hidden(finding, "baseline", entry.why) for finding, entry in pairs if entry and entry.hides]
        kept = [finding for finding, entry in pairs if not (entry and entry.hides)]
        shown = tuple(finding for finding in kept if self._style.shows(finding))
        return replace(result, findings=shown, hidden=(*result.hidden, *hidden))
