"""Whole or not at all, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtqa.atomic import write_file
from mtqa.errors import MtqaError


def test_new_and_old_files_keep_their_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    before = os.umask(0o027)
    try:
        write_file(str(path), b"one")
    finally:
        os.umask(before)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"one", 0o640)
    path.chmod(0o755)
    write_file(str(path), b"two")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o755)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(str(tmp_path / "link.txt"), b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    write_file("/dev/null", b"x")
    assert not stat.S_ISREG(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("path", ["none/a.txt", "", "a\0b"])
def test_what_cannot_be_written_is_told(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MtqaError, match="cannot be written"):
        write_file(path, b"x")


def test_an_error_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(MtqaError, match="No space left"):
        write_file(str(tmp_path / "a.txt"), b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.txt", b"old")]


def test_what_killed_runs_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".a.txt.x1.mtqa.tmp", ".a.txt.x2.mtqa.tmp", ".b.txt.x.mtqa.tmp"))
    for path in (old, young, other):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    write_file(str(tmp_path / "a.txt"), b"new")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [young.name, other.name, "a.txt"]


WRITER = """
import sys
from mtqa.atomic import write_file
print("ready", flush=True)
number = 0
while True:
    write_file(sys.argv[1], (b"%09d" % number) * 20_000)
    number += 1
"""


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    """Twenty kills at random moments, hundreds of writes between them."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"000000000" * 20_000)
    chance = random.Random(6)
    for _ in range(20):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        content = path.read_bytes()
        assert len(content) == 180_000
        assert content == content[:9] * 20_000


@pytest.mark.parametrize("durable", [True, False])
def test_it_waits_for_the_disk_unless_it_may_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    write_file(str(tmp_path / "a.txt"), b"one", durable=durable)
    assert ((tmp_path / "a.txt").read_bytes(), bool(waited)) == (b"one", durable)
