"""Which files a command checks: files as named, the readable files under folders, standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtqa.document import Document
from mtqa.document.readers import EXTENSIONS, format_of, read_bytes, read_file
from mtqa.errors import MtqaError

SKIPPED_FOLDERS = frozenset({"CVS", "__pycache__", "node_modules"})
"""Folders that hold no copy, besides hidden ones (version control, environments, caches)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to check: its path as shown, whether it is standard input, and what is wrong with it
    already."""

    path: str
    stdin: bool = False
    problem: str = ""

    @property
    def size(self) -> int:
        """Bytes, 0 where unknown."""
        try:
            return 0 if self.stdin else os.stat(self.path).st_size
        except (OSError, ValueError):
            return 0

    def read(self, encoding: str | None, max_size: int) -> Document:
        """The document. Raises MtqaError."""
        if self.problem:
            raise MtqaError(f"{self.path}: {self.problem}")
        if self.stdin:
            if sys.stdin is None:
                raise MtqaError(f"{self.path}: there is no standard input to read: name a file instead")
            data = sys.stdin.buffer.read(max_size + 1)
            return read_bytes(data, self.path, form=format_of(self.path), encoding=encoding, max_size=max_size)
        return read_file(self.path, encoding=encoding, max_size=max_size)


def find_sources(paths: Iterable[str], stdin_filename: str | None = None) -> list[Source]:
    """What ``paths`` name, each once, in their order; the files under a folder sorted by path."""
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path, stdin_filename):
            found.setdefault("-" if source.stdin else os.path.normpath(source.path), source)
    return list(found.values())


def _sources(path: str, stdin_filename: str | None) -> Iterator[Source]:
    if path == "-":
        yield Source(stdin_filename or "<stdin>", stdin=True)
    elif os.path.isdir(path):
        files = list(_under(path))
        yield from files
        if not files:
            yield Source(
                path,
                problem=f"holds no files to check ({' '.join(EXTENSIONS)}); name a file to check it as text",
            )
    else:
        yield Source(path)


def _under(folder: str) -> Iterator[Source]:
    unreadable: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in EXTENSIONS:
                yield _file(os.path.join(root, name))
    for error in unreadable:
        yield Source(str(error.filename), problem=f"cannot be read: {error.strerror}")


def _file(path: str) -> Source:
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return Source(path)  # reading it will say what is wrong
    return Source(path) if regular else Source(path, problem="is no regular file")
