"""The file that a gazetteer lives in: a header, then named sections, mapped into memory on demand.

Layout, little-endian: magic ``MTQG``, ``u32`` version, ``u64`` file length, 32 bytes SHA-256 of all that
follows the header, ``u32`` number of sections, ``u32`` CRC-32 of the table, then the table (per section:
16-byte name, ``u64`` offset, ``u64`` length) and the sections, each on an 8-byte boundary.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import weakref
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from mtqa.errors import MtqaError

MAGIC = b"MTQG"
VERSION, OLDEST = 3, 1
"""The format that is written, and the oldest that is read: since 2 a record may say which tables have each name, since
3 which rows of them."""
_HEADER = struct.Struct("<4sIQ32sII")
_ENTRY = struct.Struct("<16sQQ")
_REMEDY = "reinstall mtqa or run `mtqa gazetteer build`"


def pack(sections: Mapping[str, bytes]) -> bytes:
    """The bytes of a gazetteer file holding ``sections`` in the order given."""
    offset = _HEADER.size + _ENTRY.size * len(sections)
    table, body = b"", b""
    chunks: list[bytes] = []
    for name, data in sections.items():
        padding = -offset % 8
        chunks.append(b"\0" * padding + data)
        offset += padding
        table += _ENTRY.pack(name.encode("ascii"), offset, len(data))
        offset += len(data)
    body = table + b"".join(chunks)
    digest = hashlib.sha256(body).digest()
    return _HEADER.pack(MAGIC, VERSION, offset, digest, len(sections), zlib.crc32(table)) + body


class Container:
    """An open gazetteer file; ``section(name)`` gives a view into the map without copying."""

    def __init__(self, path: Path) -> None:
        """Map ``path``; raises :class:`MtqaError` when it is missing, truncated or something else."""
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._file = os.dup(file.fileno())
        except FileNotFoundError:
            raise MtqaError(f"{path}: no gazetteer file there: {_REMEDY}") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "the file is empty"
            raise MtqaError(f"{path}: cannot read the gazetteer ({reason}): {_REMEDY}") from None
        weakref.finalize(self, os.close, self._file)
        self._view = memoryview(self._map)
        self._sections = self._read_table()

    def _read_table(self) -> dict[str, tuple[int, int]]:
        size = len(self._view)
        if size < _HEADER.size or bytes(self._view[:4]) != MAGIC:
            raise MtqaError(f"{self.path}: not a gazetteer file: {_REMEDY}")
        _, version, length, digest, count, checksum = _HEADER.unpack_from(self._view)
        self.digest: bytes = digest
        if not OLDEST <= version <= VERSION:
            reads = f"{OLDEST} to {VERSION}"
            raise MtqaError(f"{self.path}: gazetteer format {version}, this mtqa reads {reads}: {_REMEDY}")
        table = bytes(self._view[_HEADER.size : _HEADER.size + count * _ENTRY.size])
        if size != length or zlib.crc32(table) != checksum:
            raise MtqaError(f"{self.path}: the gazetteer is truncated or damaged ({size} of {length} bytes): {_REMEDY}")
        entries = (_ENTRY.unpack_from(table, index * _ENTRY.size) for index in range(count))
        return {name.rstrip(b"\0").decode("ascii"): (offset, size) for name, offset, size in entries}

    def section(self, name: str) -> memoryview:
        """A view of a section's bytes. Raises MtqaError when the file was built without it."""
        if name not in self._sections:
            raise MtqaError(f"{self.path}: the gazetteer has no section {name!r}, another version built it: {_REMEDY}")
        offset, size = self._sections[name]
        return self._view[offset : offset + size]

    def reader(self, name: str) -> Callable[[int, int], bytes]:
        """What reads bytes of a section, by start and end, without mapping the pages around them.

        A page that is touched maps sixteen: for a large section of which little is read that is much memory.
        """
        offset, _ = self._sections[name]
        view, file = self.section(name), self._file
        if not hasattr(os, "pread"):  # Windows
            return lambda start, end: bytes(view[start:end])
        return lambda start, end: os.pread(file, end - start, offset + start)

    def has(self, name: str) -> bool:
        """Whether there is a section of the name."""
        return name in self._sections

    def sizes(self) -> dict[str, int]:
        """Bytes per section, in file order."""
        return {name: size for name, (_, size) in self._sections.items()}

    def verify(self) -> bool:
        """Whether the content still has the checksum it was written with (reads the whole file)."""
        return hashlib.sha256(self._view[_HEADER.size :]).digest() == self.digest
