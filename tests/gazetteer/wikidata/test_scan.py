"""The pass over a dump: broken lines, stops, going on, several processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.gazetteer.build.wikidata import scan as scanning
from mtqa.gazetteer.build.wikidata.item import Limits
from mtqa.gazetteer.build.wikidata.scan import Options, State, read_parts, scan

from .dumps import instance, item, lines, office, write_dump

MANY = [
    *lines(),
    *lines([item(1_000_000 + n, {"en": f"Person Num{n}"}, instance(5), office(900001, "2001")) for n in range(400)]),
]


def quiet(text: str) -> None:
    pass


def options(folder: Path, **changes: object) -> Options:
    return replace(Options(folder / "work", jobs=0, part=20_000, batch=3_000), **changes)  # type: ignore[arg-type]


def kept(state: State, folder: Path) -> list[str]:
    return [json.dumps(one) for name in ("items", "classes") for one in read_parts(folder / "work", name, state)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], State]:
    folder = tmp_path_factory.mktemp("whole")
    state = scan(write_dump(folder / "dump.json.gz", MANY), options(folder), quiet)
    return kept(state, folder), state


def test_it_counts(whole: tuple[list[str], State]) -> None:
    state = whole[1]
    assert state.done and state.parts > 5 and state.broken == 0
    assert state.items + state.classes == len(whole[0])
    assert state.lines == len(MANY) + 2


def test_several_processes_keep_the_same_in_the_same_order(whole: tuple[list[str], State], tmp_path: Path) -> None:
    state = scan(write_dump(tmp_path / "dump.json.bz2", MANY), options(tmp_path, jobs=2), quiet)
    assert kept(state, tmp_path) == whole[0]


def test_it_goes_on_where_it_was_stopped(
    whole: tuple[list[str], State], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_dump(tmp_path / "dump.json.gz", MANY)
    written: list[Path] = []
    original = scanning._write_part

    def stop_at_the_fifth(part: Path, found: list[str]) -> None:
        original(part, found)
        written.append(part)
        if len(written) % 5 == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(scanning, "_write_part", stop_at_the_fifth)
    stops = 0
    while True:
        try:
            state = scan(path, options(tmp_path), quiet)
            break
        except KeyboardInterrupt:
            stops += 1
            assert stops < 50
    assert stops > 2 and kept(state, tmp_path) == whole[0]
    assert (state.lines, state.items, state.bytes) == (whole[1].lines, whole[1].items, whole[1].bytes)
    assert len(written) < 2 * (state.parts + stops)
    said: list[str] = []
    assert scan(path, options(tmp_path), said.append) == state and "read before" in said[0]


def test_it_goes_on_after_a_kill(whole: tuple[list[str], State], tmp_path: Path) -> None:
    path = write_dump(tmp_path / "dump.json.gz", MANY)
    code = (
        "import sys, time, pathlib\n"
        "from mtqa.gazetteer.build.wikidata.scan import Options, scan\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "scan(folder / 'dump.json.gz', Options(folder / 'work', jobs=1, part=20_000, batch=3_000),"
        " lambda text: time.sleep(0.2))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], start_new_session=True)
    state_file = tmp_path / "work" / "state.json"
    deadline = time.monotonic() + 120
    while not state_file.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not json.loads(state_file.read_text())["done"]
    assert kept(scan(path, options(tmp_path), quiet), tmp_path) == whole[0]


def test_a_few_broken_lines_are_counted_and_passed_over(whole: tuple[list[str], State], tmp_path: Path) -> None:
    broken = [MANY[0], b'{"type":"item","id":"Q99","cla', *MANY[1:200], b"\xff\xfe,", *MANY[200:]]
    state = scan(write_dump(tmp_path / "dump.json.gz", broken), options(tmp_path), quiet)
    assert state.broken == 2 and state.first_broken.startswith('line 3: \'{"type":"item"')
    assert kept(state, tmp_path) == whole[0]


def test_a_file_of_broken_lines_is_no_dump(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "dump.json.gz", [b"x"] * 50)
    with pytest.raises(MtqaError, match="is it a Wikidata dump"):
        scan(path, options(tmp_path), quiet)


def test_a_dump_of_nothing_to_keep(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="nothing to keep in 3 lines"):
        scan(write_dump(tmp_path / "dump.json.gz", [b"{}"]), options(tmp_path), quiet)


def test_an_archive_that_ends_in_the_middle(whole: tuple[list[str], State], tmp_path: Path) -> None:
    path = write_dump(tmp_path / "dump.json.gz", MANY, member=1000)
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(MtqaError, match=r"ends in the middle.*--partial builds from the \d+ lines before"):
        scan(path, options(tmp_path), quiet)
    state = scan(path, options(tmp_path, partial=True), quiet)
    assert state.truncated and state.done
    found = kept(state, tmp_path)
    assert 100 < len(found) < len(whole[0]) and set(found) <= set(whole[0])
    with pytest.raises(MtqaError, match="--partial takes it"):
        scan(path, options(tmp_path), quiet)


@pytest.mark.parametrize("change", ["dump", "limits", "state", "files"])
def test_a_work_folder_of_something_else_is_refused(tmp_path: Path, change: str) -> None:
    path = write_dump(tmp_path / "dump.json.gz")
    chosen = options(tmp_path)
    if change == "files":
        chosen.work.mkdir()
        (chosen.work / "letter.txt").write_text("dear")
    else:
        scan(path, chosen, quiet)
    if change == "dump":
        write_dump(path, MANY)
    elif change == "limits":
        chosen = options(tmp_path, limits=Limits(human=1))
    elif change == "state":
        (chosen.work / "state.json").write_text("{")
    with pytest.raises(MtqaError, match="--work"):
        scan(path, chosen, quiet)
