"""Kill -9 at random while files are written: nothing may be lost, cut short or half written.

``python -m mtqa.bench.killing --kills 200`` starts ``mtqa lint --fix``, ``mtqa baseline update`` and a lint that fills
the cache, each so many times, kills each run (every second at a random moment of it, every second within milliseconds
of the first temporary file, so that many die in the middle of a write), and looks at every file afterwards. Each run
is a process of its own, forked from this one, which has the code loaded already: most kills would fall into the loading
otherwise.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import click

from mtqa.atomic import SUFFIX
from mtqa.bench.repository import write_articles
from mtqa.cache.entries import from_bytes
from mtqa.cache.folder import NAME, TAG
from mtqa.cli.main import run

_BASELINE = "known.json"
_AT_ONCE = 0.004
"""Seconds after the first temporary file within which every second run is killed."""


@dataclass
class Tally:
    """What came of the kills of one kind: how far the runs had come, and what is wrong with which file."""

    kills: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def line(self, what: str) -> str:
        """For people."""
        told = ", ".join(f"{number} {how}" for how, number in sorted(self.kills.items()))
        return f"{what:16} {sum(self.kills.values())} runs ({told}): {len(self.faults)} files at fault"


@dataclass(frozen=True)
class Kind:
    """A kind of run: its arguments, what the folder is made to be before each, and what is wrong in it after."""

    arguments: tuple[str, ...]
    prepare: Callable[[], None]
    faults: Callable[[], Iterator[str]]


class Desk:
    """A folder of stories with errors, some of which are corrected safely, and the states that its files may have."""

    def __init__(self, folder: Path, stories: int) -> None:
        self.folder = folder
        self.options = ("--no-models", "--isolated", "--quiet", "--jobs", "1")
        self.paths = write_articles(folder, 4 * stories)[::4]  # those with an error
        for path in set((folder / "copy").rglob("*.md")) - set(self.paths):
            path.unlink()
        self.before = {path: path.read_bytes() for path in self.paths}
        self.run("lint", "copy", "--fix", "--unsafe-fixes", "--no-cache")
        self.after = {path: path.read_bytes() for path in self.paths}
        self.restore()
        self.run("baseline", "create", "copy", "--baseline", _BASELINE, "--no-cache", "--min-severity", "error")
        self.small = self.baseline.read_bytes()
        self.run("baseline", "update", "copy", "--baseline", _BASELINE, "--no-cache")
        self.large = self.baseline.read_bytes()
        self.found = self.run("lint", "copy", "--format", "json", "--no-cache")

    @property
    def baseline(self) -> Path:
        """The baseline's file."""
        return self.folder / _BASELINE

    def kinds(self) -> dict[str, Kind]:
        """The three kinds of run that write."""
        fix = ("lint", "copy", "--fix", "--unsafe-fixes", "--no-cache")
        update = ("baseline", "update", "copy", "--baseline", _BASELINE, "--no-cache")
        return {
            "--fix": Kind(fix, self.restore, self._story_faults),
            "baseline update": Kind(update, self._restore_baseline, self._baseline_faults),
            "cache": Kind(("lint", "copy", "--format", "json"), self._no_cache, self._cache_faults),
        }

    def run(self, *arguments: str) -> bytes:
        """Run ``mtqa`` to its end; its output. Raises RuntimeError when it fails."""
        with tempfile.TemporaryFile() as out:
            _, status = os.waitpid(self.start(*arguments, out=out.fileno()), 0)
            out.seek(0)
            data = out.read()
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise RuntimeError(os.fsdecode(data))
        return data

    def start(self, *arguments: str, out: int | None = None) -> int:
        """Start ``mtqa``; its process. What it says goes to ``out``, a file descriptor."""
        process = os.fork()
        if process == 0:
            try:
                os.chdir(self.folder)
                sink = os.open(os.devnull, os.O_WRONLY) if out is None else out
                for stream in (1, 2):
                    os.dup2(sink, stream)
                os._exit(run([*arguments, *self.options]))
            finally:
                os._exit(70)
        return process

    def restore(self) -> None:
        """The stories as they were."""
        for path, data in self.before.items():
            path.write_bytes(data)
        self.clear()

    def clear(self) -> None:
        """Remove temporary files."""
        for path in self.folder.rglob(f".*{SUFFIX}"):
            path.unlink()

    def _story_faults(self) -> Iterator[str]:
        for path in self.paths:
            data = path.read_bytes() if path.exists() else b""
            if data not in (self.before[path], self.after[path]):
                yield f"{path}: {len(data)} bytes, neither what it was nor what it should become"

    def _restore_baseline(self) -> None:
        self.baseline.write_bytes(self.small)
        self.clear()

    def _baseline_faults(self) -> Iterator[str]:
        data = self.baseline.read_bytes() if self.baseline.exists() else b""
        if data not in (self.small, self.large):
            yield f"{self.baseline}: {len(data)} bytes, neither the one before nor the one after"

    def _no_cache(self) -> None:
        shutil.rmtree(self.folder / NAME, ignore_errors=True)

    def _cache_faults(self) -> Iterator[str]:
        cache = self.folder / NAME
        entries = list(cache.glob("??/*"))
        for path in entries:
            if not path.name.startswith(".") and from_bytes(path.read_bytes()) is None:
                yield f"{path}: is no whole entry"
        if entries and not all((cache / name).is_file() for name in (TAG, ".gitignore")):
            yield f"{cache}: has entries and not its marks"
        if self.run("lint", "copy", "--format", "json") != self.found:
            yield f"{cache}: the next run finds something else"


def kill_often(desk: Desk, kind: Kind, kills: int, chance: random.Random) -> Tally:
    """Start a kind of run so many times and kill it; the time that a whole one takes is measured first."""
    kind.prepare()
    began = time.perf_counter()
    desk.run(*kind.arguments)
    whole = time.perf_counter() - began
    tally = Tally()
    for number in range(kills):
        kind.prepare()
        process = desk.start(*kind.arguments)
        if number % 2:
            time.sleep(chance.uniform(0, whole))
        else:
            _wait_for_a_write(desk.folder, time.perf_counter() + 3 * whole)
            time.sleep(chance.uniform(0, _AT_ONCE))
        os.kill(process, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        how = "had ended"
        if status == -signal.SIGKILL:
            how = "killed in a write" if any(desk.folder.rglob(f".*{SUFFIX}")) else "killed between writes"
        tally.kills[how] += 1
        tally.faults += kind.faults()
    kind.prepare()
    return tally


def _wait_for_a_write(folder: Path, deadline: float) -> None:
    """Until the first temporary file is there."""
    while time.perf_counter() < deadline:
        for _, _, names in os.walk(folder):
            if any(name.endswith(SUFFIX) for name in names):
                return


@click.command()
@click.option("--kills", default=200, show_default=True, help="Of each kind.")
@click.option("--stories", default=4, show_default=True)
@click.option("--seed", default=6, show_default=True)
@click.option("--only", type=click.Choice(["--fix", "baseline update", "cache"]), help="Only this kind.")
def main(kills: int, stories: int, seed: int, only: str | None) -> None:
    """Kill mtqa at random while it writes, and look at what it leaves. Exit status 1: a file was at fault."""
    faults = []
    for module in ("mtqa.cli.lint", "mtqa.cli.baseline", "mtqa.linting", "mtqa.suppression.applying", "pathspec"):
        import_module(module)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), stories)
        for what, kind in desk.kinds().items():
            if only in (None, what):
                tally = kill_often(desk, kind, kills, random.Random(seed))
                click.echo(tally.line(what))
                faults += tally.faults
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
