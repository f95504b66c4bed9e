"""What a baseline holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.findings import Finding

DECISIONS = {"known": True, "false-alarm": True, "accept": False, "edit": False}
"""What can be decided of a finding, and whether it is put aside by that. ``known``: it was there when the baseline was
made. The others are a review's: ``false-alarm``: the text is right; ``accept`` and ``edit``: it is to be corrected, so
that it is reported until it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is known: ``count`` of them in one file. ``path`` counts from the baseline's folder, with ``/``.
    ``by``, ``at`` (a date) and ``reason`` say who decided, when and why."""

    path: str
    code: str
    fingerprint: str
    text: str
    count: int = 1
    decision: str = "known"
    by: str = ""
    at: str = ""
    reason: str = ""

    @property
    def hides(self) -> bool:
        """Whether the finding is put aside."""
        return DECISIONS[self.decision]

    @property
    def why(self) -> str:
        """Reason, who and when, in a line; empty for what is only known."""
        who = " ".join(part for part in (self.by, self.at) if part) if self.by or self.reason else ""
        return f"{self.reason} ({who})" if self.reason and who else self.reason or who


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries, and the folder that their paths count from."""

    folder: str
    entries: tuple[Entry, ...] = ()

    def path_of(self, path: str) -> str:
        """A path as entries have it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def path_in(self, other: Baseline, entry: Entry) -> str:
        """The path of an entry of this baseline as the entries of another have it."""
        return other.path_of(os.path.join(self.folder, entry.path))

    def is_gone(self, entry: Entry) -> bool:
        """Whether the file of an entry is no longer there."""
        return not os.path.exists(os.path.join(self.folder, entry.path))

    def known(self, path: str, findings: Sequence[Finding], at: str = "") -> list[Entry]:
        """New entries for findings of a file."""
        return [Entry(self.path_of(path), f.code, f.fingerprint, f.text, at=at) for f in findings]
