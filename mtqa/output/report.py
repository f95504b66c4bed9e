"""What a formatter is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from mtqa.document import Document
from mtqa.findings import SEVERITIES, Finding
from mtqa.suppression.model import Hidden


@dataclass(frozen=True, slots=True)
class FileResult:
    """The findings of one document: all severities, sorted by place; and those put aside, likewise."""

    document: Document
    findings: tuple[Finding, ...]
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A run: its results in the order of the files, made while they are read, and the signature of what
    made them.

    ``results`` can be read once. ``signature`` is a function because it opens gazetteer and model, which a
    format without it need not do. ``problems`` grows while the results are read: one line for each file that could not
    be checked. ``baseline`` says whether findings were compared with a baseline.
    """

    results: Iterable[FileResult]
    signature: Callable[[], str]
    problems: Sequence[str] = ()
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How formats for people look: ``width`` in terminal columns; findings milder than ``min_severity`` not
    shown (the two JSON formats hold them all the same)."""

    color: bool = False
    width: int = 100
    min_severity: str = "warning"
    summary: bool = True

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is severe enough to be shown."""
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.min_severity)

    def shown(self, result: FileResult) -> list[Finding]:
        """The findings of a file that are severe enough."""
        return [finding for finding in result.findings if self.shows(finding)]


class Formatter(Protocol):
    """Renders a report."""

    def __init__(self, style: Style) -> None:
        """Formats for machines may leave ``style`` aside."""

    def render(self, report: Report) -> Iterator[str]:
        """The output in pieces, line breaks included, each as soon as it is known."""
