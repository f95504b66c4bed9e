"""What a session needs of the world around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mtqa.document import Document
from mtqa.output import FileResult
from mtqa.review.page.model import FindingData, SourceData


class Desk(Protocol):
    """Reads and lints files. Its methods raise MtqaError for a file that cannot be read or checked."""

    def read(self, path: str) -> Document:
        """The file as it is now."""

    def lint(self, path: str) -> list[FileResult]:
        """What is found in it, the file's own result first; only what is to be shown."""

    def signature(self) -> str:
        """All that the findings depend on."""

    def beside(self, path: str) -> list[str]:
        """Other files, which may not be there, that what is found in it or shown with it depends on."""

    def source(self, document: Document, findings: Sequence[FindingData]) -> SourceData | None:
        """The Spanish beside a story, where that is at hand, with its findings marked."""
