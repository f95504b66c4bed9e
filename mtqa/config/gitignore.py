"""What git ignores: the .gitignore files of a repository and its .git/info/exclude.

The user's own ``core.excludesFile`` is left aside: what is checked must not depend on who checks it.
"""

from __future__ import annotations

import os
from functools import lru_cache

from mtqa.config.globs import Globs


class GitIgnore:
    """Answers for any path; reads each .gitignore once."""

    def __init__(self) -> None:
        self._patterns = lru_cache(maxsize=None)(_patterns)
        self._root = lru_cache(maxsize=None)(_root)

    def ignored(self, path: str, *, folder: bool = False) -> bool:
        """Whether git ignores a path: the nearest .gitignore with a matching pattern decides."""
        above = os.path.dirname(os.path.abspath(path))
        root = self._root(above)
        while root is not None:
            globs = self._patterns(above, above == root)
            verdict = globs.verdict(path, folder=folder) if globs else None
            if verdict is not None:
                return verdict
            if above == root:
                break
            above = os.path.dirname(above)
        return False


def _root(folder: str) -> str | None:
    """The top of the working tree that a folder is in."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _patterns(folder: str, top: bool) -> Globs | None:
    lines: list[str] = []
    files = [".gitignore"]
    if top:
        files.insert(0, os.path.join(".git", "info", "exclude"))  # .gitignore comes later and so overrides it
    for name in files:
        try:
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                lines += file.read().splitlines()
        except OSError:
            continue
    return Globs(lines, folder) if lines else None
