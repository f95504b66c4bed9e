"""The folder that results are kept in: its marks, what is removed when, and what it does not touch."""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mtqa.cache.folder import DAY, CacheFolder
from mtqa.errors import MtqaError

KEY, OTHER = "0" * 32, "ab" + "1" * 30


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(str(tmp_path / "cache"))


def test_what_is_put_is_got(cache: CacheFolder) -> None:
    assert cache.get(KEY) is None
    assert not Path(cache.path).exists()  # looking makes no folder
    cache.put(KEY, b"one")
    cache.put(OTHER, b"two")
    assert (cache.get(KEY), cache.get(OTHER), cache.get("f" * 32)) == (b"one", b"two", None)
    cache.discard(KEY)
    cache.discard(KEY)
    assert cache.get(KEY) is None


def test_git_and_backups_leave_it_out(cache: CacheFolder, tmp_path: Path) -> None:
    cache.put(KEY, b"one")
    tag = (Path(cache.path) / "CACHEDIR.TAG").read_bytes()
    assert tag.startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = subprocess.run(["git", "status", "--porcelain"], cwd=tmp_path, check=True, capture_output=True)
    assert done.stdout == b""


def age(cache: CacheFolder, key: str, days: float) -> Path:
    path = Path(cache.path) / key[:2] / key[2:]
    then = time.time() - days * DAY
    os.utime(path, (then, then))
    return path


def test_what_nobody_asks_for_goes(cache: CacheFolder) -> None:
    cache.put(KEY, b"one")
    cache.put(OTHER, b"two")
    old, asked = age(cache, KEY, 31), age(cache, OTHER, 31)
    assert cache.get(OTHER) == b"two"
    cache.prune()
    assert (old.exists(), asked.exists()) == (False, True)


def test_it_does_not_grow_without_bound(cache: CacheFolder) -> None:
    keys = [f"{number:032x}" for number in range(10)]
    for number, key in enumerate(keys):
        cache.put(key, bytes(100))
        age(cache, key, 10 - number)
    cache.prune(most=350)
    assert [key for key in keys if cache.get(key)] == keys[-3:]


def test_it_is_looked_through_once_a_day(cache: CacheFolder) -> None:
    cache.put(KEY, b"one")
    cache.prune()
    age(cache, KEY, 31)
    cache.prune()
    assert cache.get(KEY) == b"one"
    age(cache, KEY, 31)
    cache.prune(time.time() + 1.5 * DAY)
    assert cache.get(KEY) is None


def test_what_killed_runs_leave_behind_goes(cache: CacheFolder) -> None:
    cache.put(KEY, b"one")
    left = Path(cache.path) / KEY[:2] / f".{KEY[2:]}.x.mtqa.tmp"
    left.write_bytes(b"o")
    cache.prune()
    assert left.exists()  # it may be that of a run that goes on
    os.utime(left, (0, 0))
    cache.prune(time.time() + 2 * DAY)
    assert not left.exists()


def test_clean_removes_all_of_ours(cache: CacheFolder) -> None:
    cache.put(KEY, b"one")
    cache.put(OTHER, b"two!")
    assert cache.clean() == (2, 7)
    assert not Path(cache.path).exists()
    assert cache.clean() == (0, 0)
    cache.put(KEY, b"one")
    mine = Path(cache.path) / "mine.txt"
    mine.write_text("x")
    assert cache.clean() == (1, 3)
    assert mine.read_text() == "x"


@pytest.mark.parametrize("name", ["story.md", "00.md", "CACHEDIR.TAG"])
def test_a_folder_with_other_things_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(MtqaError, match="is no cache of mtqa, it holds other things; name a folder of its own"):
        CacheFolder(str(tmp_path))


def test_a_folder_that_a_killed_run_began_is_ours(tmp_path: Path) -> None:
    (tmp_path / ".CACHEDIR.TAG.x.mtqa.tmp").write_bytes(b"")
    cache = CacheFolder(str(tmp_path))
    cache.put(KEY, b"one")
    assert cache.get(KEY) == b"one"


@pytest.mark.parametrize("first", [True, False], ids=["made before it is listed", "made after it is listed"])
def test_a_folder_that_another_run_is_making_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    """The mark comes while we look, whichever thing we look at first."""
    listdir = os.listdir

    def listdir_meanwhile(path: str) -> list[str]:
        before = listdir(path)
        CacheFolder(str(tmp_path / "other")).put(KEY, b"one")
        (tmp_path / "other" / "CACHEDIR.TAG").replace(tmp_path / "cache" / "CACHEDIR.TAG")
        return listdir(path) if first else before

    (tmp_path / "cache").mkdir()
    monkeypatch.setattr("mtqa.cache.folder.os.listdir", listdir_meanwhile)
    CacheFolder(str(tmp_path / "cache"))


def test_where_nothing_can_be_written_it_says_why_once(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    cache = CacheFolder(str(tmp_path / "cache"))
    for _ in range(2):
        cache.put(KEY, b"one")
        assert cache.get(KEY) is None
    assert cache.problem.startswith(f"{cache.path}: cannot be written: ")
    cache.prune()
    assert (tmp_path / "cache").read_text() == "a file"


def test_many_at_once(tmp_path: Path) -> None:
    """As runs side by side do: each with its own object, the same keys, some of which another discards."""

    def run(number: int) -> int:
        cache = CacheFolder(str(tmp_path / "cache"))
        wrong = 0
        for turn in range(40):
            key = f"{turn % 5:032x}"
            cache.put(key, key.encode() * 50)
            wrong += cache.get(key) not in (None, key.encode() * 50)
            if turn % 7 == number % 7:
                cache.discard(key)
                cache.prune(time.time() + 2 * DAY * turn)
        return wrong + bool(cache.problem)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(run, range(8))) == 0
