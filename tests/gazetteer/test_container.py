"""The file: what is wrong with it is said in one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.codec import RowsOnDisk, pack_rows
from mtqa.gazetteer.container import Container, pack


def test_sections_come_back_aligned(tmp_path: Path) -> None:
    path = tmp_path / "x.mtqg"
    path.write_bytes(pack({"one": b"abc", "two": b"", "three": b"\0" * 9}))
    container = Container(path)
    assert {name: bytes(container.section(name)) for name in container.sizes()} == {
        "one": b"abc",
        "two": b"",
        "three": b"\0" * 9,
    }
    assert container.verify()


@pytest.mark.parametrize("windows", [False, True])
def test_rows_may_be_read_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: bool) -> None:
    if windows:
        monkeypatch.delattr(os, "pread", raising=False)
    path, rows = tmp_path / "x.mtqg", [b"first", b"", b"third"]
    path.write_bytes(pack({"one": b"abc", "rows": pack_rows(rows)}))
    container = Container(path)
    found = RowsOnDisk(container.section("rows"), container.reader("rows"))
    path.unlink()
    assert [found[index] for index in range(len(found))] == rows


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: b"", "empty"),
        (
            lambda data: b"%PDF-1.7 something else entirely, and long enough to hold a header of any kind",
            "not a gazetteer",
        ),
        (lambda data: data[:-5], "truncated"),
        (lambda data: data[:60], "truncated"),
        (lambda data: data[:4] + b"\x09" + data[5:], "format 9"),
    ],
)
def test_a_damaged_file_is_named_with_a_remedy(tmp_path: Path, damage, words: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "x.mtqg"
    path.write_bytes(damage(pack({"one": b"abc" * 10})))
    with pytest.raises(MtqaError) as caught:
        Gazetteer.open(path)
    message = str(caught.value)
    assert words in message and str(path) in message and "mtqa gazetteer build" in message and "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"nowhere\.mtqg"):
        Gazetteer.open(tmp_path / "nowhere.mtqg")


def test_a_flipped_byte_fails_the_checksum(built, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = bytearray(built[0].read_bytes())
    data[-1] ^= 1
    path = tmp_path / "x.mtqg"
    path.write_bytes(data)
    with pytest.raises(MtqaError, match="checksum"):
        Gazetteer.open(path).verify()
