"""Changed lines: which lines of which files a unified diff adds or changes."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtqa.document import Document
from mtqa.errors import MtqaError

_LETTERS = re.compile(r"[^\W_]")
_LEAST_MOVED = 20
"""Letters and figures."""
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abfnrtv"\\])')
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


@dataclass(frozen=True, slots=True)
class Changes:
    """For each changed file (a resolved absolute path) its added and changed lines; None: all of it. A line that was
    only moved is neither."""

    lines: dict[str, frozenset[int] | None]

    def touch(self, document: Document, start: int, end: int) -> bool:
        """Whether the code points ``[start, end)`` of a document stand on a changed line.

        Lines are counted as git counts them, by line feeds alone.
        """
        lines = self.lines.get(os.path.realpath(document.path), frozenset())
        if lines is None:
            return True
        first = document.text.count("\n", 0, start) + 1
        last = first + document.text.count("\n", start, max(start, end - 1))
        return any(line in lines for line in range(first, last + 1))

    def shifted(self, path: str, after: int, by: int) -> Changes:
        """The changes once the lines of a file behind line ``after`` have moved up ``by`` lines."""
        path = os.path.realpath(path)
        lines = self.lines.get(path)
        if not lines or not by:
            return self
        moved = (line - by if line > after else line for line in lines)
        return Changes({**self.lines, path: frozenset(moved)})

    def __or__(self, other: Changes) -> Changes:
        """Both; what ``other`` says of a file holds."""
        return Changes({**self.lines, **other.lines})


def changes_in(diff: bytes, folders: Sequence[str], what: str) -> Changes:
    """The changes of a unified diff, whose paths count from the first of ``folders`` in which they exist.

    ``what`` names the diff in the message of the MtqaError that a text without a diff raises.
    """
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    text = diff.decode("utf-8", "surrogateescape")
    try:
        patches = PatchSet.from_string(text)
    except UnidiffParseError as error:
        raise MtqaError(f"{what}: is no unified diff: {' '.join(str(error).split())}") from None
    if text.strip() and not patches:
        raise MtqaError(f"{what}: is no unified diff; 'git diff' writes one")
    gone = Counter(line.value for patch in patches for hunk in patch for line in hunk if line.is_removed)
    found: dict[str, frozenset[int] | None] = {}
    for patch in patches:
        if patch.is_removed_file:
            continue
        path = _located(_unquoted(patch.path), folders)
        if patch.is_binary_file:
            found[path] = None  # UTF-16 is binary to git
        else:
            added = [line for hunk in patch for line in hunk if line.is_added and not _was_moved(line.value, gone)]
            found[path] = frozenset(line.target_line_no for line in added if line.target_line_no is not None)
    return Changes(found)


def _was_moved(line: str, gone: Counter[str]) -> bool:
    """Whether an added line is one that was taken away elsewhere, each of which serves once: then it is no change.

    Short lines stand in many places and say nothing; the limit is that of ``git diff --color-moved``.
    """
    if not gone[line] or len(_LETTERS.findall(line)) < _LEAST_MOVED:
        return False
    gone[line] -= 1
    return True


def whole(paths: Iterable[str]) -> Changes:
    """Files that are new altogether."""
    return Changes({os.path.realpath(path): None for path in paths})


def _located(path: str, folders: Sequence[str]) -> str:
    for folder in folders:
        full = os.path.realpath(os.path.join(folder, path))
        if os.path.exists(full):
            return full
    return os.path.realpath(os.path.join(folders[0], path))


def _unquoted(path: str) -> str:
    """A path without the quotes and escapes of git."""
    if len(path) < 2 or not (path.startswith('"') and path.endswith('"')):
        return path
    raw = path[1:-1].encode("utf-8", "surrogateescape")
    plain = _ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() else _ESCAPED.get(m[1], m[1]), raw)
    return os.fsdecode(plain)
