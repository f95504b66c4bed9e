"""One story of a session: what it was when it was linted last, and how it is told that it has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.output import FileResult
from mtqa.review.page.data import article_data, finding_key, findings_data
from mtqa.review.page.model import ArticleData, FindingData

Stamp = tuple[int, int, int]
"""Time of the last change in ns, bytes, inode: when they are the same, so is the file."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a file: itself, and its sidecar where that is at fault; the findings by their keys there;
    and the digest of the file's bytes."""

    data: list[ArticleData]
    findings: dict[str, FindingData]
    digest: str


def shown(name: str, results: Sequence[FileResult]) -> Shown:
    """What the page shows of the results of a file (its own first); ``name`` is the story's id."""
    data, findings = [], {}
    for number, result in enumerate(results):
        own = name if number == 0 else f"{name}-{number}"
        article = article_data(result.document, own, len(result.hidden))
        data.append(article)
        for finding in findings_data(result.document, own, result.findings):
            findings[finding_key(article["path"], finding["id"])] = finding
    return Shown(data, findings, results[0].document.metadata.get("sha256", "") if results else "")


@dataclass
class Article:
    """A file of the queue. ``path`` is as it was named, ``place`` as the store has it (from the project's folder, with
    ``/``), ``real`` where it lay when it was opened, links followed.

    ``data`` and ``findings`` are what the page shows: nothing until it was linted, or when it could not be. ``problem``
    is a line for whatever went wrong.
    """

    path: str
    place: str
    real: str
    stamps: list[Stamp | None] = field(default_factory=list)
    digest: str = ""
    problem: str = ""
    checked: bool = False
    data: list[ArticleData] = field(default_factory=list)
    findings: dict[str, FindingData] = field(default_factory=dict)
    """By the key that the page has for them."""

    def take(self, shown: Shown, problem: str = "") -> None:
        """Show what a lint has found."""
        self.data, self.findings, self.digest = shown.data, shown.findings, shown.digest
        self.checked, self.problem = True, problem

    def own(self) -> list[FindingData]:
        """The findings in the file itself."""
        first = self.data[0]["id"] if self.data else ""
        return [finding for finding in self.findings.values() if finding["article"] == first]

    def has_changed(self, beside: Sequence[str] = ()) -> bool:
        """Whether the file, or one ``beside`` that its results depend on, is another than when it was linted. Files are
        read only when their stamps are others."""
        before, stamps = self.stamps, stamps_of(self.path, beside)
        self.stamps = stamps
        if not self.checked or stamps[1:] != before[1:]:
            return True
        if stamps == before:
            return False
        if self.problem or stamps[0] is None:
            return True
        try:
            return hashlib.sha256(Path(self.path).read_bytes()).hexdigest() != self.digest
        except OSError:
            return True


def stamps_of(path: str, beside: Sequence[str] = ()) -> list[Stamp | None]:
    """The stamps of a file and of those beside it, None where there is none."""
    return [_stamp_of(each) for each in (path, *beside)]


def _stamp_of(path: str) -> Stamp | None:
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
