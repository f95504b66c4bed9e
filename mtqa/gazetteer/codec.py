"""Small numbers as bytes: variable-length integers, ascending lists, and lists of lists by number."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

import marisa_trie


def varint(value: int) -> bytes:
    """``value`` (not negative) as 7-bit groups, lowest first."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_varints(data: memoryview | bytes) -> list[int]:
    """All integers of ``data``."""
    values: list[int] = []
    append = values.append
    value = shift = 0
    for byte in data:
        if byte < 0x80:
            append(value | byte << shift if shift else byte)
            value = shift = 0
        else:
            value |= (byte & 0x7F) << shift
            shift += 7
    return values


def pack_rows(rows: Sequence[bytes]) -> bytes:
    """Rows of bytes that :class:`Rows` finds by number: ``u32`` count, count + 1 ends, then the rows."""
    ends, total = [0], 0
    for row in rows:
        total += len(row)
        ends.append(total)
    return struct.pack(f"<{len(ends) + 1}I", len(rows), *ends) + b"".join(rows)


class Rows:
    """Read side of :func:`pack_rows`, over a view of the mapped file."""

    def __init__(self, data: memoryview) -> None:
        self._count: int = struct.unpack_from("<I", data)[0]
        self._body = 4 * (self._count + 2)
        self._data = data

    def __len__(self) -> int:
        """How many rows there are."""
        return self._count

    def __getitem__(self, index: int) -> bytes:
        """Row ``index`` as bytes."""
        start, end = struct.unpack_from("<II", self._data, 4 * (index + 1))
        return bytes(self._data[self._body + start : self._body + end])


def pack_trie(keys: Iterable[str]) -> tuple[bytes, marisa_trie.Trie]:
    """A marisa trie of ``keys`` as bytes, and the trie itself (ids as the reader will see them)."""
    trie = marisa_trie.Trie(sorted(set(keys)))
    return bytes(trie.tobytes()), trie


def map_trie(data: memoryview) -> marisa_trie.Trie:
    """A trie over a view of the mapped file; nothing is copied."""
    trie = marisa_trie.Trie()
    trie.map(data)
    return trie
