"""What is reported of a document's findings: after configuration, suppressions, changed lines and baseline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtqa.config.config import Config
from mtqa.config.decisions import Decisions
from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output import FileResult, Hidden
from mtqa.suppression import unused_suppression

if TYPE_CHECKING:
    from mtqa.baseline.matching import Matcher
    from mtqa.vcs.changes import Changes


_NEXT_LINE = re.compile(r"\s*[^\r\n]*")


class Deciding:
    """The decisions of a run. ``known`` is the baseline, ``changes`` the changed lines, each None for none; with
    ``narrowed`` rules are silent that would speak otherwise, so no suppression is called unused."""

    def __init__(self, *, known: Matcher | None, changes: Changes | None, narrowed: bool) -> None:
        self._known = known
        self._changes = changes
        self._narrowed = narrowed
        self._decisions: dict[int, Decisions] = {}
        self._last: tuple[str, tuple[int, ...]] | None = None

    def results(self, document: Document, config: Config, found: Sequence[Finding]) -> list[FileResult]:
        """The result for a document, and one for its sidecar where that is at fault.

        May be asked again for the same path when its text was corrected. Raises MtqaError for a sidecar that means
        nothing.
        """
        from mtqa.suppression.applying import suppress

        decisions = self._decisions.setdefault(id(config), Decisions(config))
        kept = decisions.decide(document.path, found)
        outcome = suppress(document, kept, [] if self._narrowed else decisions.running(document.path))
        reports = decisions.decide(document.path, outcome.reports)
        findings = sorted([*outcome.findings, *reports], key=lambda finding: (finding.start, finding.end, finding.code))
        self._open_baseline(document.path)
        results = [self._new(FileResult(document, tuple(findings), tuple(outcome.hidden)))]
        if outcome.sidecar is not None:
            sidecar, reports = outcome.sidecar
            if reports := decisions.decide(sidecar.path, reports):
                results.append(self._new(FileResult(sidecar, tuple(reports))))
        return results

    def moved_up(self, path: str, after: int, lines: int) -> None:
        """Told that the lines of a file behind line ``after`` have moved up."""
        if self._changes is not None:
            self._changes = self._changes.shifted(path, after, lines)

    def _open_baseline(self, path: str) -> None:
        """A file that is looked at again has not used up any entry before."""
        if self._known is None:
            return
        if self._last is not None and self._last[0] == path:
            self._known.restore(self._last[1])
        else:
            self._last = (path, self._known.state())

    def _new(self, result: FileResult) -> FileResult:
        """The result without what the baseline knows, and without what stands on lines that have not changed.

        In this order: an old finding on a line that has not changed uses up the entry that knows it, or a new one
        elsewhere would pass for it.
        """
        document = result.document
        if self._known is not None:
            pairs = self._known.match(document.path, result.findings)
            kept = tuple(finding for finding, entry in pairs if entry is None or not entry.hides)
            known = [Hidden(finding, "baseline", entry.why) for finding, entry in pairs if entry and entry.hides]
            result = FileResult(document, kept, (*result.hidden, *known))
        if self._changes is not None:
            changes = self._changes
            findings = tuple(f for f in result.findings if changes.touch(document, *_concerned(document, f)))
            hidden = tuple(h for h in result.hidden if changes.touch(document, h.finding.start, h.finding.end))
            result = FileResult(document, findings, hidden)
        return result


def _concerned(document: Document, finding: Finding) -> tuple[int, int]:
    """The code points that a finding is about: for an unused comment also the line under it, which may be what was
    corrected."""
    if finding.code != unused_suppression.CODE:
        return finding.start, finding.end
    following = _NEXT_LINE.match(document.text, finding.end)
    return finding.start, following.end() if following else finding.end
