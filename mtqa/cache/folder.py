"""The folder that results are kept in: a file an entry, named by its key, put there whole or not at all.

Runs side by side need no lock: whoever writes a key writes the same bytes. What cannot be read is as if it were not
there.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtqa.atomic import SUFFIX, write_file
from mtqa.errors import MtqaError

NAME = ".mtqa_cache"
TAG = "CACHEDIR.TAG"
"""Backup programs leave out a folder with this file (bford.info/cachedir)."""
_TAG_TEXT = b"Signature: 8a477f597d28d172789f06886806bc55\n# Results of mtqa, which can be removed at any time.\n"
_IGNORE_TEXT = b"# Made by mtqa.\n*\n"
_PRUNED = "pruned"
_SHARD = re.compile(r"[0-9a-f]{2}")
_KEY = re.compile(r"[0-9a-f]{30}")

DAY = 86_400.0
UNUSED = 30 * DAY
"""Seconds after which an entry that nobody asked for is removed, as in ruff."""
MOST_BYTES = 200_000_000
"""Beyond this size those that were not asked for longest are removed."""


@dataclass
class CacheFolder:
    """The cache at ``path``. Raises MtqaError, when it is made, for a folder that holds something else.

    ``problem`` says why nothing can be kept there, once something could not.
    """

    path: str
    problem: str = ""
    _ready: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        with contextlib.suppress(OSError):
            if os.path.exists(self.path) and not _is_ours(self.path):
                raise MtqaError(f"{self.path}: is no cache of mtqa, it holds other things; name a folder of its own")

    def get(self, key: str) -> bytes | None:
        """What is kept under a key (32 hexadecimal digits), None for nothing. Remembers that it was asked for."""
        path = self._file(key)
        try:
            with open(path, "rb") as file:
                data = file.read()
                if time.time() - os.fstat(file.fileno()).st_mtime > DAY:
                    os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep something. Where that cannot be, ``problem`` says why, and nothing more is tried."""
        if self.problem:
            return
        path = self._file(key)
        try:
            self._make_ready()
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_file(path, data, durable=False)
        except OSError as error:
            self.problem = f"{self.path}: cannot be written: {error.strerror or error}"
        except MtqaError as error:
            self.problem = str(error)

    def discard(self, key: str) -> None:
        """Remove an entry that is of no use."""
        with contextlib.suppress(OSError):
            os.unlink(self._file(key))

    def prune(self, now: float | None = None, *, most: int = MOST_BYTES) -> None:
        """Remove, at most once a day, what was not asked for in 30 days, then the oldest beyond ``most`` bytes."""
        now = time.time() if now is None else now
        stamp = os.path.join(self.path, _PRUNED)
        try:
            if not os.path.isdir(self.path) or now - os.stat(stamp).st_mtime < DAY:
                return
        except FileNotFoundError:
            pass
        except OSError:
            return
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        for used, size, path in entries:
            if now - used <= UNUSED and total <= most:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)
            total -= size
        with contextlib.suppress(MtqaError):
            write_file(stamp, b"", durable=False)

    def clean(self) -> tuple[int, int]:
        """Remove all that is kept, and the folder when it is empty then; how many entries, and their bytes.

        Raises MtqaError when something cannot be removed.
        """
        number = size = 0
        try:
            for _, length, path in list(self._entries(old=60.0)):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(path)
                    number, size = number + 1, size + length
            for name in (_PRUNED, ".gitignore", TAG):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(os.path.join(self.path, name))
            with contextlib.suppress(OSError):  # another run may have written meanwhile
                for name in os.listdir(self.path):
                    os.rmdir(os.path.join(self.path, name))
                os.rmdir(self.path)
        except OSError as error:
            raise MtqaError(f"{error.filename or self.path}: cannot be removed: {error.strerror or error}") from None
        return number, size

    def _file(self, key: str) -> str:
        return os.path.join(self.path, key[:2], key[2:])

    def _make_ready(self) -> None:
        """The folder with its two marks. They are written first, so that git never sees an entry."""
        if self._ready:
            return
        os.makedirs(self.path, exist_ok=True)
        for name, text in ((TAG, _TAG_TEXT), (".gitignore", _IGNORE_TEXT)):
            path = os.path.join(self.path, name)
            if not os.path.exists(path):
                write_file(path, text)
        self._ready = True

    def _entries(self, old: float = DAY) -> Iterator[tuple[float, int, str]]:
        """Time of the last use, bytes and path of each entry; temporary files ``old`` seconds old are removed."""
        with contextlib.suppress(OSError):
            for shard in os.listdir(self.path):
                if not _SHARD.fullmatch(shard):
                    continue
                with contextlib.suppress(OSError), os.scandir(os.path.join(self.path, shard)) as files:
                    for file in files:
                        with contextlib.suppress(OSError):
                            found = file.stat()
                            if _KEY.fullmatch(file.name):
                                yield found.st_mtime, found.st_size, file.path
                            elif file.name.endswith(SUFFIX) and time.time() - found.st_mtime > old:
                                os.unlink(file.path)


def _is_ours(path: str) -> bool:
    """Whether nothing in a folder is another's: in one that has our mark already, or none but our files.

    The names come before the mark: a run beside this one may be making it just now.
    """
    names = os.listdir(path)
    with contextlib.suppress(FileNotFoundError), open(os.path.join(path, TAG), "rb") as file:
        return file.read() == _TAG_TEXT
    ours = (TAG, ".gitignore", _PRUNED)
    return all(name in ours or _SHARD.fullmatch(name) or name.endswith(SUFFIX) for name in names)
