"""How long look-ups take, and how much memory a lint takes for the gazetteer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, inf
from pathlib import Path
from statistics import median
from time import perf_counter

from mtqa.gazetteer.container import Container
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Match
from mtqa.gazetteer.store import SHIPPED, Gazetteer

BARS = {"open": 10_000.0, "exact": 20.0, "folded": 20.0, "fuzzy": 2000.0}
"""Microseconds that a look-up may take at most."""
PAGE = 5
"""Keys that a look-up of a beginning is asked for: each costs the same, however many there are."""
MEMORY_BAR = 30.0
"""Megabytes by which a lint may grow."""
_OPENED, _PASSES = 25, 3
_CHILD = """\
import json, sys
from pathlib import Path
from mtqa.config.settings import Settings
from mtqa.document.readers import read_file
from mtqa.linting import Linter
import mtqa.gazetteer.house.layer, wordfreq, rapidfuzz.fuzz, rapidfuzz.process
def memory():
    lines = dict(line.split(":", 1) for line in open("/proc/self/status"))
    return {key: int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "RssAnon")}
document = read_file(sys.argv[2])
linter = Linter(Settings(gazetteer=Path(sys.argv[1]), use_models=False))
before = memory()
linter.lint(document)
print(json.dumps([before, memory()]))
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """Microseconds that a look-up takes: the median, and the 95th percentile."""

    kind: str
    median: float
    high: float

    @property
    def bar(self) -> float | None:
        """What it may take at most, where there is such a bar."""
        return BARS.get(self.kind.removesuffix(" again"))


def time_opening(path: Path) -> Timing:
    """Opening a file and finding the first name in it, over and over."""
    times = []
    for _ in range(_OPENED):
        start = perf_counter()
        Gazetteer.open(path).exact("Warsaw")
        times.append(perf_counter() - start)
    return _timing("open", times)


def sample(gazetteer: Gazetteer, count: int, seed: int = 1) -> list[str]:
    """English names of entities drawn at random from all of them, the same ones every time."""
    numbers = sorted(random.Random(seed).sample(range(len(gazetteer)), min(count, len(gazetteer))))
    return [gazetteer.at(number).english for number in numbers]


def time_lookups(path: Path, names: Sequence[str], rough: int = 200) -> list[Timing]:
    """Each road, with names not asked for before; rough look-ups for ``rough`` of them, with a letter changed.

    Of each name the least of three times, so that other work on the machine tells less.
    """
    roads: dict[str, Callable[[Gazetteer, str], object]] = {
        "exact": lambda gazetteer, name: gazetteer.exact(name),
        "folded": lambda gazetteer, name: gazetteer.folded(name.lower()),
        "spanish": lambda gazetteer, name: gazetteer.spanish(name),
        "surname": lambda gazetteer, name: gazetteer.surname(name.rpartition(" ")[2]),
        "acronym": lambda gazetteer, name: gazetteer.acronym(name[:3].upper()),
        "mistranslation": lambda gazetteer, name: gazetteer.mistranslation(name),
        "prefix": lambda gazetteer, name: list(gazetteer.prefix(name[:6], PAGE)),
    }
    found = []
    container = Container(path)
    for kind, ask in roads.items():
        first, again = [inf] * len(names), [inf] * len(names)
        for _ in range(_PASSES):
            # Another gazetteer over the same map: nothing is kept of what was asked, and the pages are in memory.
            gazetteer = Gazetteer(container)
            fold.cache_clear()
            ask(gazetteer, "Warsaw")
            first = [min(time, _timed(ask, gazetteer, name)) for time, name in zip(first, names)]
            # What was read of the file once is kept: a story names the same people again and again.
            if kind in BARS:
                again = [min(time, _timed(ask, gazetteer, name)) for time, name in zip(again, names)]
        found.append(_timing(kind, first))
        if kind in BARS:
            found.append(_timing(f"{kind} again", again))
    gazetteer = Gazetteer(container)
    offices = [("president", code) for code in ("PL", "FR", "US", "AR", "MX")] + [("minister of finance", "DE")]
    days = [date(year, 5, 1) for year in range(2010, 2026)]
    holders: Callable[[tuple[str, str, date]], list[Match]] = lambda asked: gazetteer.holders(*asked)  # noqa: E731
    holders(("president", "IT", days[0]))
    times = []
    for office, code in offices:
        for day in days:
            start = perf_counter()
            holders((office, code, day))
            times.append(perf_counter() - start)
    found.append(_timing("holders", times))
    changed = [_changed(name) for name in names[:rough]]
    times = [inf] * len(changed)
    for _ in range(_PASSES):
        gazetteer = Gazetteer(container)
        gazetteer.fuzzy("Warsav")
        times = [min(time, _timed(Gazetteer.fuzzy, gazetteer, name)) for time, name in zip(times, changed)]
    found.append(_timing("fuzzy", times))
    return found


def growth(path: Path, text: Path) -> tuple[float, float]:
    """Megabytes of resident memory that linting a file adds, all of it and that which is not the mapped file.

    In a process of its own, without models; the libraries are loaded before.
    """
    command = [sys.executable, "-c", _CHILD, str(path), str(text)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    before, after = json.loads(done.stdout)
    return after["VmRSS"] - before["VmRSS"], after["RssAnon"] - before["RssAnon"]


def shipped() -> Path:
    """The file that mtqa carries."""
    return SHIPPED


def _timed(ask: Callable[[Gazetteer, str], object], gazetteer: Gazetteer, name: str) -> float:
    start = perf_counter()
    ask(gazetteer, name)
    return perf_counter() - start


def _timing(kind: str, times: list[float]) -> Timing:
    ordered = sorted(times)
    return Timing(kind, 1e6 * median(ordered), 1e6 * ordered[ceil(0.95 * (len(ordered) - 1))])


def _changed(name: str) -> str:
    """A name with the letter in the middle doubled: never as it stands, always spelt like it."""
    middle = len(name) // 2
    return name[:middle] + name[middle : middle + 1] + name[middle:]
