"""Small numbers as bytes: variable-length integers, ascending lists, and lists of lists by number."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence

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
    rest = iter(data)
    # Nearly all have one to three bytes: unrolled, reading them takes less than half the time.
    for low in rest:
        if low < 0x80:
            append(low)
            continue
        middle = next(rest)
        if middle < 0x80:
            append(low - 0x80 | middle << 7)
            continue
        high = next(rest)
        value = low - 0x80 | middle - 0x80 << 7
        if high < 0x80:
            append(value | high << 14)
            continue
        value |= high - 0x80 << 14
        shift = 21
        for byte in rest:
            if byte < 0x80:
                append(value | byte << shift)
                break
            value |= byte - 0x80 << shift
            shift += 7
    return values


def pack_rows(rows: Sequence[bytes]) -> bytes:
    """Rows of bytes that :class:`Rows` finds by number: ``u32`` count, count + 1 ends, then the rows."""
    ends, total = [0], 0
    for row in rows:
        total += len(row)
        ends.append(total)
    return struct.pack(f"<{len(ends) + 1}I", len(rows), *ends) + b"".join(rows)


_ENDS = struct.Struct("<II").unpack_from


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
        start, end = _ENDS(self._data, 4 * (index + 1))
        return bytes(self._data[self._body + start : self._body + end])


class RowsOnDisk(Rows):
    """The same, each row read from the file by ``read`` (start and end within the section)."""

    def __init__(self, data: memoryview, read: Callable[[int, int], bytes]) -> None:
        super().__init__(data)
        self._read = read

    def __getitem__(self, index: int) -> bytes:
        """Row ``index`` as bytes."""
        start, end = _ENDS(self._data, 4 * (index + 1))
        return self._read(self._body + start, self._body + end)


def pack_trie(keys: Iterable[str]) -> tuple[bytes, marisa_trie.Trie]:
    """A marisa trie of ``keys`` as bytes, and the trie itself (ids as the reader will see them)."""
    trie = marisa_trie.Trie(sorted(set(keys)))
    return bytes(trie.tobytes()), trie


def map_trie(data: memoryview) -> marisa_trie.Trie:
    """A trie over a view of the mapped file; nothing is copied."""
    trie = marisa_trie.Trie()
    trie.map(data)
    return trie
