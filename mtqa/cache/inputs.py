"""All that a result depends on besides the text: what the key of an entry is made of.

Nothing is opened for it that a lint opens: gazetteer, models and house tables are known by their content's digests.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

import mtqa
from mtqa.config.settings import Settings
from mtqa.document.readers import Unread

AFTERWARDS = frozenset({"min_confidence", "threads"})
"""Settings that change no entry: the first is applied to what is kept, the other says how fast it is made."""
BY_CONTENT = frozenset({"gazetteer", "house", "find_house", "model", "engine", "use_models", "select", "ignore"})
"""Settings that stand in the key as what they lead to: files as their content, selectors as the rules they name."""
CODE = ("detection", "document", "gazetteer", "mentions", "rules", "translation")
"""The packages whose code makes a result; and the modules :data:`MODULES`."""
MODULES = ("findings.py", "linting.py")
BACK, FORWARD = "en-es", "es-en"
"""Directions of the models that a lint asks: settings name that of the first."""
_NAME = re.compile(r"[\w.-]+")
_NOT = frozenset({"build", "training"})


class Inputs:
    """The keys of a run. What files held when they were first asked about is taken to hold throughout."""

    def __init__(self) -> None:
        self._bases: dict[int, tuple[Settings, bytes]] = {}
        """By the settings' id, which is quicker than their value; they are kept, so that no others get that id."""
        self._houses: dict[str, bytes] = {}

    def key(self, unread: Unread, settings: Settings) -> str:
        """32 hexadecimal digits that name text, format and all that is brought to bear on them.

        Raises MtqaError, or OSError, when a part of that is missing or cannot be read: then the lint will say so.
        """
        state = hashlib.blake2b(self._base(settings), digest_size=16)
        if settings.find_house and settings.house is None:
            state.update(self._house_for(unread.path))
        state.update(f"\x1f{unread.form}\x1f".encode())
        state.update(unread.text.encode("utf-8", "surrogatepass"))
        return state.hexdigest()

    def _base(self, settings: Settings) -> bytes:
        if id(settings) not in self._bases:
            lines = "\x1f".join(_parts(settings)).encode("utf-8", "surrogatepass")
            self._bases[id(settings)] = settings, hashlib.blake2b(lines, digest_size=32).digest()
        return self._bases[id(settings)][1]

    def _house_for(self, path: str) -> bytes:
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._houses:
            from mtqa.gazetteer.house.discovery import find_house

            house = find_house(folder)
            self._houses[folder] = digest_of(house).encode() if house else b""
        return self._houses[folder]


def digest_of(*paths: Path) -> str:
    """The digest of the content of some files. Read again only when their time or size is another."""
    return " ".join(_digest(str(path), *_stamp(path)) for path in paths)


def _stamp(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1000)
def _digest(path: str, changed: int, size: int) -> str:
    with open(path, "rb") as file:
        return hashlib.blake2b(file.read(), digest_size=16).hexdigest()


def _parts(settings: Settings) -> Iterator[str]:
    from mtqa.config.selection import selected
    from mtqa.rules import RULES

    yield from (mtqa.__version__, sys.version, _code())
    yield repr(sorted(rule.code for rule in RULES if selected(rule, settings.select, settings.ignore)))
    yield _gazetteer(settings.gazetteer)
    yield digest_of(settings.house) if settings.house is not None else ""
    yield _model(settings) if settings.use_models else "no model"
    for item in fields(settings):
        if item.name not in AFTERWARDS | BY_CONTENT:
            yield f"{item.name}={getattr(settings, item.name)!r}"


def _gazetteer(path: Path | None) -> str:
    from mtqa.gazetteer.container import Container
    from mtqa.gazetteer.store import SHIPPED

    return Container(path or SHIPPED).digest.hex()


def _model(settings: Settings) -> str:
    from mtqa.translation.choice import model_folder

    files = []
    for name, direction in ((settings.model, BACK), (None, FORWARD)):
        folder = model_folder(name, direction, settings.engine)
        if folder is None:
            raise OSError(f"{name}: not on this machine yet")
        part = folder / ("hf" if settings.engine == "transformers" else "ct2")
        files += sorted(path for path in (part if part.is_dir() else folder).iterdir() if path.is_file())
    return f"{settings.engine} {digest_of(*files)}"


@lru_cache(maxsize=1)
def _code() -> str:
    """The digest of our own code: who works on mtqa must not be shown what it found before. And of the libraries."""
    root = Path(mtqa.__file__).parent
    files = [root / name for name in MODULES]
    for name in CODE:
        files += [path for path in (root / name).rglob("*.py") if not _NOT & set(path.relative_to(root).parts)]
    state = hashlib.blake2b(digest_size=16)
    for path in sorted(files):
        state.update(path.read_bytes())
    return f"{state.hexdigest()} {_libraries()}"


def _libraries() -> str:
    from importlib import metadata

    try:
        needed = metadata.requires("mtqa") or []
        names = sorted({_NAME.match(each)[0] for each in needed if "extra ==" not in each})  # type: ignore[index]
    except metadata.PackageNotFoundError:  # run from its sources
        names = []
    found = []
    for name in names:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    return " ".join(found)
