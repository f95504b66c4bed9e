"""A desk without gazetteer and models: it finds the names of a table wherever they stand in the readable text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mtqa.document import Document
from mtqa.document.readers import read_file
from mtqa.errors import MtqaError
from mtqa.findings import Evidence, Finding, surroundings
from mtqa.output import FileResult
from mtqa.review.live.session import Session
from mtqa.review.page.model import FindingData, SourceData
from mtqa.review.store import Store
from mtqa.review.store.place import store_path

NAMES = {"Ana Churches": ("Ana Iglesias", "Ana Iglesia"), "Leo Stones": ("Leo Piedras",)}
"""What is wrong, and what it may be instead."""


class TableDesk:
    """As the desk of ``mtqa review``."""

    def __init__(self, names: Mapping[str, Sequence[str]] = NAMES) -> None:
        self.names = names
        self.linted: list[str] = []

    def read(self, path: str) -> Document:
        return read_file(path)

    def lint(self, path: str) -> list[FileResult]:
        self.linted.append(path)
        document = self.read(path)
        if "BROKEN" in document.text:
            raise MtqaError(f"{path}: cannot be checked")
        return [FileResult(document, tuple(self._findings(document)))]

    def beside(self, path: str) -> list[str]:
        return [f"{path}.beside"]

    def source(self, document: Document, findings: Sequence[FindingData]) -> SourceData | None:
        return None

    def signature(self) -> str:
        return "mtqa:table"

    def _findings(self, document: Document) -> list[Finding]:
        found = []
        for wrong, right in self.names.items():
            for block in document.blocks:
                at = block.text.find(wrong)
                while at >= 0:
                    span = block.source_span(at, at + len(wrong))
                    found.append(_finding(document, wrong, right, span.start, span.end))
                    at = block.text.find(wrong, at + 1)
        return sorted(found, key=lambda finding: finding.start)


def _finding(document: Document, wrong: str, right: Sequence[str], start: int, end: int) -> Finding:
    line, column = document.line_column(start)
    return Finding(
        "NAM101", "literal-name", "error", 0.97, f"“{wrong}” looks like a translation of the name {right[0]}",
        start, end, line, column, wrong, tuple(right), "safe",
        (Evidence("back-translation", "what it means in Spanish"),), surroundings(document.text, start, end), right[0],
    )  # fmt: skip


def open_session(folder: Path, *paths: str, desk: TableDesk | None = None, look: bool = True) -> Session:
    """A session on files, in a project that is ``folder``; all linted once, unless ``look`` is false."""
    store = Store(store_path(str(folder), make=True))
    named = [str(folder / path) for path in paths]
    session = Session(named, desk or TableDesk(), store, project=str(folder), title="Desk", editor="login")
    if look:
        session.look()
    return session
