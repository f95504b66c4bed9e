"""File patterns as in .gitignore, counted from a folder: one syntax for all settings that name files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """Patterns that count from ``base``; they say nothing of files outside it."""

    def __init__(self, patterns: Iterable[str], base: str | Path) -> None:
        self._base = os.path.abspath(base)
        self._spec = _spec(tuple(patterns))

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """True when the last pattern that matches names the path, False when it takes it out again (``!``), None when
        none matches. A pattern that names a folder names all in it."""
        absolute = os.path.abspath(path)
        if not absolute.startswith(self._base.rstrip(os.sep) + os.sep):
            return None
        relative = os.path.relpath(absolute, self._base).replace(os.sep, "/")
        return self._spec.check_file(relative + "/" if folder else relative).include

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Whether the patterns name the path."""
        return bool(self.verdict(path, folder=folder))


def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise MtqaError(f"a file pattern cannot be read: {error}") from None
