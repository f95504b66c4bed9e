"""What a formatter is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from mtqa.document import Document
from mtqa.findings import SEVERITIES, Finding


@dataclass(frozen=True, slots=True)
class FileResult:
    """The findings of one document: all severities, sorted by place."""

    document: Document
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A run: its results in the order of the files, made while they are read, and the signature of what
    made them.

    ``results`` can be read once. ``signature`` is a function because it opens gazetteer and model, which a
    format without it need not do.
    """

    results: Iterable[FileResult]
    signature: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Style:
    """How formats for people look: ``width`` in terminal columns; findings milder than ``min_severity`` not
    shown."""

    color: bool = False
    width: int = 100
    min_severity: str = "warning"
    summary: bool = True

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is severe enough to be shown."""
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.min_severity)


class Formatter(Protocol):
    """Renders a report."""

    def __init__(self, style: Style) -> None:
        """Formats for machines may leave ``style`` aside."""

    def render(self, report: Report) -> Iterator[str]:
        """The output in pieces, line breaks included, each as soon as it is known."""
