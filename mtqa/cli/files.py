"""Which files a command checks: files as named, the readable files under folders, standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtqa.config.discovery import Configs
from mtqa.config.gitignore import GitIgnore
from mtqa.config.globs import Globs
from mtqa.document import Document
from mtqa.document.readers import EXTENSIONS, Unread, decode_bytes, decode_file, format_of
from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from mtqa.vcs.changes import Changes
    from mtqa.vcs.git import Git

SKIPPED_FOLDERS = frozenset({"CVS", "__pycache__", "node_modules"})
"""Folders that hold no copy, besides hidden ones (version control, environments, caches)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to check: its path as shown, whether it is standard input, and what is wrong with it
    already."""

    path: str
    stdin: bool = False
    problem: str = ""
    staged: Git | None = None
    """The repository to read the staged content from, None to read the file."""

    @property
    def size(self) -> int:
        """Bytes, 0 where unknown."""
        try:
            return 0 if self.stdin else os.stat(self.path).st_size
        except (OSError, ValueError):
            return 0

    def read(self, encoding: str | None, max_size: int) -> Document:
        """The document. Raises MtqaError."""
        return self.decode(encoding, max_size).read()

    def decode(self, encoding: str | None, max_size: int) -> Unread:
        """The text of it. Raises MtqaError."""
        if self.problem:
            raise MtqaError(f"{self.path}: {self.problem}")
        if self.stdin:
            if sys.stdin is None:
                raise MtqaError(f"{self.path}: there is no standard input to read: name a file instead")
            data = sys.stdin.buffer.read(max_size + 1)
            return decode_bytes(data, self.path, form=format_of(self.path), encoding=encoding, max_size=max_size)
        if self.staged is not None:
            content = self.staged.staged_content(os.path.abspath(self.path))
            return decode_bytes(content, self.path, encoding=encoding, max_size=max_size)
        return decode_file(self.path, encoding=encoding, max_size=max_size)


def find_changed(paths: Iterable[str], changes: Changes, configs: Configs, staged: Git | None = None) -> list[Source]:
    """The changed files among those that ``paths`` name, sorted by path. No folder is walked: it costs what the changed
    files cost. ``staged`` is the repository to read them from, when that is what is asked for."""
    search = _Search(configs)
    named = [path for path in paths if path != "-"]
    found = [os.path.relpath(path) for path in changes.lines if staged or os.path.isfile(path)]
    sources = (Source(path, staged=staged) for path in sorted(found))
    return [source for source in sources if any(search.holds(name, source) for name in named)]


def find_sources(paths: Iterable[str], configs: Configs, stdin_filename: str | None = None) -> list[Source]:
    """What ``paths`` name, each once, in their order; the files under a folder sorted by path.

    What the configuration excludes or git ignores is left out, but not what is named outright (unless the setting
    ``force-exclude`` says so). Raises MtqaError for a configuration that cannot be read.
    """
    found: dict[str, Source] = {}
    search = _Search(configs)
    for path in paths:
        for source in search.named(path, stdin_filename):
            found.setdefault("-" if source.stdin else os.path.normpath(source.path), source)
    return list(found.values())


class Exclusion:
    """Which files the configuration and git leave out."""

    def __init__(self, configs: Configs) -> None:
        self._configs = configs
        self._git = GitIgnore()
        self._globs: dict[int, list[Globs]] = {}

    def excluded(self, path: str, *, folder: bool = False) -> bool:
        """Whether the settings ``exclude`` and ``extend-exclude`` that hold for a path name it."""
        config = self._configs.of(path)
        if id(config) not in self._globs:
            parts = (*config.parts.get("exclude", ()), *config.parts.get("extend-exclude", ()))
            self._globs[id(config)] = [Globs(part.value, part.base) for part in parts if part.value]
        return any(globs.match(path, folder=folder) for globs in self._globs[id(config)])

    def ignored(self, path: str, *, folder: bool = False) -> bool:
        """Whether git ignores a path, where the configuration respects that."""
        return bool(self._configs.of(path)["respect-gitignore"]) and self._git.ignored(path, folder=folder)

    def forced(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path is left out though it is named outright."""
        return bool(self._configs.of(path)["force-exclude"]) and (
            self.excluded(path, folder=folder) or self.ignored(path, folder=folder)
        )


class _Search:
    def __init__(self, configs: Configs) -> None:
        self._exclusion = Exclusion(configs)

    def named(self, path: str, stdin_filename: str | None) -> Iterator[Source]:
        """The sources that one argument names."""
        if path == "-":
            name = stdin_filename or "<stdin>"
            if not (stdin_filename and self._exclusion.forced(name)):
                yield Source(name, stdin=True)
        elif "\0" in path or not os.path.isdir(path):
            if "\0" in path or not self._exclusion.forced(path):
                yield Source(path)
        elif not self._exclusion.forced(path, folder=True):
            yield from self._folder(path)

    def holds(self, named: str, source: Source) -> bool:
        """Whether a file would be among those that an argument names."""
        file = source.path
        inside = os.path.relpath(os.path.realpath(file), os.path.realpath(named))
        if inside == ".":
            return not self._exclusion.forced(file)
        folders = inside.split(os.sep)[:-1]
        if inside.startswith("..") or not is_copy(file):
            return False
        if any(name.startswith(".") or name in SKIPPED_FOLDERS for name in folders):
            return False
        return not self._exclusion.excluded(file) and not self._exclusion.ignored(file) and _may_be_story(source)

    def _folder(self, path: str) -> Iterator[Source]:
        # A folder that is itself left out was named on purpose: that question is not asked of what it holds.
        ask = [
            question
            for question in (self._exclusion.excluded, self._exclusion.ignored)
            if not question(path, folder=True)
        ]
        left_out = False
        empty = True
        unreadable: list[OSError] = []
        for root, folders, files in os.walk(path, onerror=unreadable.append):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
            kept = [name for name in folders if not any(q(os.path.join(root, name), folder=True) for q in ask)]
            left_out |= len(kept) < len(folders)
            folders[:] = kept
            for name in sorted(files):
                if not is_copy(name):
                    continue
                file = os.path.join(root, name)
                if any(question(file) for question in ask):
                    left_out = True
                    continue
                source = _file(file)
                if _may_be_story(source):
                    empty = False
                    yield source
        for error in unreadable:
            empty = False
            yield Source(str(error.filename), problem=f"cannot be read: {error.strerror}")
        if empty and not left_out:
            problem = f"holds no files to check ({' '.join(EXTENSIONS)}); name a file to check it as text"
            yield Source(path, problem=problem)


def is_copy(path: str) -> bool:
    """Whether a file under a folder is read, by its name; of XML files that is not all (see :func:`_may_be_story`)."""
    return not os.path.basename(path).startswith(".") and os.path.splitext(path)[1].lower() in EXTENSIONS


def _file(path: str) -> Source:
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return Source(path)  # reading it will say what is wrong
    return Source(path) if regular else Source(path, problem="is no regular file")


def _may_be_story(source: Source) -> bool:
    """Whether a file has another format than XML or begins as a wire story does; one that cannot be read may be one,
    and reading it will say what is wrong."""
    if source.problem or format_of(source.path) != "xml":
        return True
    from mtqa.document.readers.xmlroot import HEAD, is_story

    try:
        if source.staged is not None:
            return is_story(source.staged.staged_content(os.path.abspath(source.path))[:HEAD])
        with open(source.path, "rb") as file:
            return is_story(file.read(HEAD))
    except (MtqaError, OSError):
        return True
