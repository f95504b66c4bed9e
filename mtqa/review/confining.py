"""Which files a review may touch: those that were named, and those in the folders that were named."""

from __future__ import annotations

import os
from collections.abc import Iterable


class Confines:
    """The files and folders that were opened. A link that leads out of them does not count as inside."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._roots = [os.path.realpath(path) for path in paths]

    def hold(self, path: str) -> bool:
        """Whether a path, with links followed, is one of the files or lies in one of the folders."""
        if "\0" in path:
            return False
        real = os.path.realpath(path)
        return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in self._roots)
