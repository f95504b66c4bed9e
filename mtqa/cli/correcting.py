"""``--fix``, ``--unsafe-fixes`` and ``--diff``: correct, or show what would be corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mtqa.document import Document
from mtqa.fixing.edits import Edit, Policy, applied, edits
from mtqa.fixing.files import unified_diff, with_text, write_back
from mtqa.output import FileResult

ROUNDS = 10
"""A correction may bring another (the surname alone after the full name); nothing needs more rounds than this."""

Examine = Callable[[Document], list[FileResult]]
"""The results for a document: its own first."""
MovedUp = Callable[[str, int, int], None]
"""Told of a path, a line of it, and how many lines those behind it have moved up."""


@dataclass
class Corrections:
    """The corrections of a run. With ``show`` no file is written; ``diff`` gathers what would change."""

    unsafe: bool = False
    show: bool = False
    diff: list[str] = field(default_factory=list)
    made: int = 0
    files: int = 0

    def correct(self, document: Document, confidence: float, examine: Examine, moved_up: MovedUp) -> list[FileResult]:
        """Correct a document until nothing is left to correct; the results are those of the corrected text.

        Raises MtqaError when the file cannot be written; it is then as it was.
        """
        policy = Policy(self.unsafe, confidence)
        before, made, seen = document, 0, {document.text}
        results = examine(document)
        for _ in range(ROUNDS):
            chosen = edits(document, results[0].findings, policy)
            text = applied(document.text, chosen)
            if text in seen:  # nothing to do, or two rules that undo each other
                break
            for path, line, lines in _moves(document, chosen):
                moved_up(path, line, lines)
            seen.add(text)
            document = with_text(document, text)
            made += len(chosen)
            results = examine(document)
        if made:
            self._put(before, document)
            self.made += made
            self.files += 1
        return results

    def _put(self, before: Document, after: Document) -> None:
        if self.show:
            self.diff += unified_diff(before, after)
        else:
            write_back(before, after)


def _moves(document: Document, chosen: list[Edit]) -> Iterator[tuple[str, int, int]]:
    """For each edit that takes lines away, the last first: path, line and how many. Lines as git counts them."""
    for edit in reversed(chosen):
        lines = document.text.count("\n", edit.start, edit.end) - edit.text.count("\n")
        if lines:
            yield document.path, document.text.count("\n", 0, edit.start) + 1, lines
