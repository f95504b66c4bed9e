"""Which file holds the Spanish of a story."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from mtqa.document.readers import EXTENSIONS
from mtqa.errors import MtqaError

_ENGLISH = (".en", "_en", "-en")
_SPANISH = (".es", "_es", "-es")


class Sources:
    """Finds the Spanish of stories: in ``given`` (a file for one story, a folder for many), else beside each story.

    ``story.es.md`` and ``story.es`` are beside ``story.md`` or ``story.en.md``; in a folder ``story.md`` is so called,
    too. ``roots`` are the files and folders that were named: a story is looked for at its place below its folder, then
    in the folder itself. Raises MtqaError for a ``given`` that is not there, and for a file when there are many
    stories.
    """

    def __init__(self, given: str | None, roots: Sequence[str], stories: Sequence[str]) -> None:
        self._given = given
        self._roots = [root for root in roots if os.path.isdir(root)]
        if given is None:
            return
        if not os.path.exists(given):
            raise MtqaError(f"{given}: cannot be read: there is no such file or folder")
        if not os.path.isdir(given) and len(stories) > 1:
            raise MtqaError(f"{given}: is one file, but there are {len(stories)} stories; name a folder")

    def of(self, path: str) -> str | None:
        """The file with the Spanish of a story, None where there is none."""
        if self._given is not None and not os.path.isdir(self._given):
            return self._given
        for name in self._names(path):
            if os.path.isfile(name) and not _same(name, path):
                return name
        return None

    def is_source(self, path: str, stories: Sequence[str]) -> bool:
        """Whether a file is the Spanish beside one of the stories, and so no story itself."""
        stem, _ = os.path.splitext(os.path.basename(path))
        if not stem.endswith(_SPANISH) and not path.endswith(".es"):
            return False
        return any(other != path and (found := self.of(other)) and _same(found, path) for other in stories)

    def _names(self, path: str) -> Iterator[str]:
        if self._given is None:
            yield from _variants(os.path.dirname(path), os.path.basename(path), plain=False)
            return
        inside = [os.path.relpath(path, root) for root in self._roots]
        for place in [*(each for each in inside if not each.startswith("..")), os.path.basename(path)]:
            folder, name = os.path.split(place)
            yield from _variants(os.path.join(self._given, folder), name, plain=True)


def _variants(folder: str, name: str, *, plain: bool) -> Iterator[str]:
    stem, ending = os.path.splitext(name)
    for mark in _ENGLISH:
        stem = stem.removesuffix(mark)
    endings = dict.fromkeys([ending, *EXTENSIONS])
    for mark in _SPANISH:
        yield from (os.path.join(folder, f"{stem}{mark}{each}") for each in endings)
    yield os.path.join(folder, f"{stem}.es")
    if plain:
        yield os.path.join(folder, name)
        yield from (os.path.join(folder, f"{stem}{each}") for each in endings)


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
