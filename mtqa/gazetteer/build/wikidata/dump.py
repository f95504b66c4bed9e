"""Reading a dump as a stream of whole lines, with places from which reading can go on later.

``latest-all.json.gz`` is many gzip members one after the other, as Wikidata writes it from several parts; a bz2 file
may be many streams. A member can be read without what comes before it, so a :class:`Place` is where a member begins and
how many bytes of it, decompressed, were read.
"""

from __future__ import annotations

import bz2
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from mtqa.errors import MtqaError

CHUNK = 1 << 18
"""Bytes of the file that are read at a time."""
BATCH = 4 << 20
"""Bytes of whole lines, about, that are handed on at a time."""
LONGEST = 64 << 20
"""Bytes of a line beyond which the file is no dump: the longest item has some 5 MB."""


class Place(NamedTuple):
    """A place between two lines: the offset in the file at which a member begins, and bytes of it decompressed."""

    offset: int = 0
    inside: int = 0


class Batch(NamedTuple):
    """Whole lines, how many bytes they are, the place after them, and how far into the file they reach."""

    data: bytes
    length: int
    after: Place
    read: int


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class Truncated(MtqaError):  # noqa: N818 - it says how far the archive goes, and is caught as that
    """The archive ends in the middle: its download was not finished."""


START = Place()


def batches(path: Path, start: Place = START, size: int = BATCH) -> Iterator[Batch]:
    """The whole lines of a dump (``.json``, ``.json.gz``, ``.json.bz2``; "-" is standard input) in batches.

    Raises :class:`Truncated` after the last whole line of an archive that ends in the middle, and MtqaError when it
    cannot be read, is damaged or holds no lines.
    """
    try:
        with _opened(path) as file:
            head = file.read(CHUNK)
            if start.offset:
                file.seek(start.offset)
                head, first = b"", head
            else:
                first = head
            yield from _Reader(path, file, start, _kind(path, first)).batches(head, size)
    except OSError as error:
        raise MtqaError(f"{path}: cannot read the dump: {error.strerror or error}") from None


def _opened(path: Path) -> BinaryIO:
    return sys.stdin.buffer if str(path) == "-" else path.open("rb")


def _kind(path: Path, head: bytes) -> Callable[[], _Decompressor] | None:
    """What makes decompressors for a file that begins with ``head``; None where it is not compressed."""
    if head.startswith(b"\x1f\x8b"):
        return lambda: zlib.decompressobj(wbits=31)
    if head.startswith(b"BZh"):
        return bz2.BZ2Decompressor
    if head.lstrip()[:1] in (b"[", b"{"):
        return None
    if not head:
        raise MtqaError(f"{path}: the dump is empty")
    raise MtqaError(f"{path}: is no Wikidata dump: neither JSON nor JSON in a gzip or bzip2 archive")


class _Reader:
    def __init__(self, path: Path, file: BinaryIO, start: Place, kind: Callable[[], _Decompressor] | None) -> None:
        self._path = path
        self._file = file
        self._kind = kind
        self._start = start
        self._offset = start.offset
        """Bytes of the file that were read."""
        self._truncated: Truncated | None = None

    def batches(self, head: bytes, size: int) -> Iterator[Batch]:
        """The batches; ``head`` is what was read of the file already."""
        pending: list[bytes] = []
        length = taken = 0
        # Members and where they begin in what comes out: a place after these lines may lie in an earlier member.
        begun = [(self._start.offset, -self._start.inside)]
        for member, data in self._pieces(head):
            if member != begun[-1][0]:
                begun.append((member, taken + length))
            pending.append(data)
            length += len(data)
            if length < size:
                continue
            whole = b"".join(pending)
            cut = whole.rfind(b"\n") + 1
            if not cut and length > LONGEST:
                raise MtqaError(f"{self._path}: a line of more than {LONGEST >> 20} MB: this is no Wikidata dump")
            pending, length = [whole[cut:]], len(whole) - cut
            if cut:
                taken += cut
                yield Batch(whole[:cut], cut, _place(begun, taken), self._offset)
        rest = b"".join(pending)
        if self._truncated is not None:
            rest = rest[: rest.rfind(b"\n") + 1]
        if rest:
            taken += len(rest)
            yield Batch(rest, len(rest), _place(begun, taken), self._offset)
        if self._truncated is not None:
            raise self._truncated

    def _pieces(self, head: bytes) -> Iterator[tuple[int, bytes]]:
        """Decompressed data and where in the file its member begins, without what was read before."""
        skip = self._start.inside
        for member, data in self._members(head):
            kept = data[skip:] if skip else data
            skip = max(0, skip - len(data))
            if kept:
                yield member, kept
        if skip and self._truncated is None:
            raise MtqaError(f"{self._path}: the dump is shorter than when it was read before")

    def _members(self, head: bytes) -> Iterator[tuple[int, bytes]]:
        decompressor: _Decompressor | None = None
        member = self._offset
        while chunk := head or self._file.read(CHUNK):
            head = b""
            self._offset += len(chunk)
            if self._kind is None:
                # Any byte may be read without those before it.
                yield self._offset - len(chunk), chunk
                continue
            while chunk:
                if decompressor is None:
                    member = self._offset - len(chunk)
                    if not chunk.strip(b"\0"):
                        break  # padding after the last member
                    decompressor = self._kind()
                yield member, self._decompressed(decompressor, chunk)
                chunk = b""
                if decompressor.eof:
                    chunk, decompressor = decompressor.unused_data, None
        if decompressor is not None:
            self._truncated = Truncated(f"{self._path}: the archive ends in the middle: is the download finished?")

    def _decompressed(self, decompressor: _Decompressor, chunk: bytes) -> bytes:
        try:
            return decompressor.decompress(chunk)
        except (OSError, EOFError, zlib.error) as error:
            where = self._offset - len(chunk)
            raise MtqaError(f"{self._path}: the archive is damaged near byte {where} ({error}): get it again") from None


def _place(begun: list[tuple[int, int]], taken: int) -> Place:
    """The place ``taken`` bytes after the start; forgets the members before it."""
    while len(begun) > 1 and begun[1][1] <= taken:
        begun.pop(0)
    offset, at = begun[0]
    return Place(offset, taken - at)
