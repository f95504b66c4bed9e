"""The pass over the dump: batches of lines to worker processes, what they keep into numbered parts, a state after each.

A part is finished before the state counts it, and the state is replaced in one step: whatever stops the pass, the next
one throws away at most the part that was not counted, and goes on from there.
"""

from __future__ import annotations

import gzip
import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.gazetteer.build.wikidata.dump import BATCH, Batch, Place, Truncated, batches
from mtqa.gazetteer.build.wikidata.item import Limits, extract

PART = 2 << 30
"""Bytes of the dump, decompressed, that make a part: what a killed pass loses at most."""
STATE = "state.json"
_VERSION = 1
_MOST_BROKEN = 0.01
"""Share of broken lines from which the file is taken for something other than a dump."""
Progress = Callable[[str], None]


@dataclass
class State:
    """How far a pass has come. ``dump`` says of which file, ``limits`` under which limits."""

    dump: dict[str, Any]
    limits: dict[str, int]
    offset: int = 0
    inside: int = 0
    parts: int = 0
    lines: int = 0
    items: int = 0
    classes: int = 0
    broken: int = 0
    first_broken: str = ""
    bytes: int = 0
    """Bytes of the dump, decompressed, that were read."""
    done: bool = False
    truncated: bool = False
    version: int = _VERSION


@dataclass
class Kept:
    """What a worker keeps of a batch."""

    items: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    lines: int = 0
    broken: int = 0
    first_broken: tuple[int, str] | None = None


@dataclass(frozen=True)
class Options:
    """How to scan. ``jobs`` 0 does everything in this process; ``partial`` takes an archive that ends in the middle."""

    work: Path
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    partial: bool = False
    part: int = PART
    batch: int = BATCH


def scan(dump: Path, options: Options, progress: Progress) -> State:
    """Read the dump into ``options.work``, from where an earlier pass stopped; the state at the end.

    Raises MtqaError when the dump cannot be read, is none, or ends in the middle (unless ``partial``), and when the
    work folder belongs to another dump or other limits.
    """
    options.work.mkdir(parents=True, exist_ok=True)
    state = _state(dump, options)
    if state.done:
        progress(f"{dump}: read before: {state.items} items in {options.work}")
        return state
    if state.parts:
        progress(f"{dump}: going on after part {state.parts} ({state.bytes / 1e9:.1f} GB of JSON read)")
    _clean(options.work, state.parts)
    _Pass(dump, options, state, progress).run()
    return state


def read_parts(work: Path, name: str, state: State) -> Iterator[dict[str, Any]]:
    """What was kept, in the order of the dump; ``name`` is ``items`` or ``classes``."""
    for number in range(state.parts):
        with gzip.open(_part(work, name, number), "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)


def keep(data: bytes, limits: Limits) -> Kept:
    """What is kept of the lines in ``data``."""
    kept = Kept()
    for line in data.splitlines():
        kept.lines += 1
        try:
            item, thing = extract(line, limits)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            kept.broken += 1
            if kept.first_broken is None:
                kept.first_broken = kept.lines, line[:40].decode("utf-8", "replace")
            continue
        if item is not None:
            kept.items.append(json.dumps(item, ensure_ascii=False, separators=(",", ":")))
        if thing is not None:
            kept.classes.append(json.dumps(thing, ensure_ascii=False, separators=(",", ":")))
    return kept


class _Pass:
    """One run over what is left of the dump."""

    def __init__(self, dump: Path, options: Options, state: State, progress: Progress) -> None:
        self._dump, self._options, self._state, self._progress = dump, options, state, progress
        self._kept: dict[str, list[str]] = {"items": [], "classes": []}
        self._since = 0
        self._first, self._started = state.bytes, time.monotonic()

    def run(self) -> None:
        state, options = self._state, self._options
        try:
            for batch, kept in self._results():
                self._take(batch, kept)
                if self._since >= options.part:
                    self._finish_part(batch)
        except Truncated as error:
            if not options.partial:
                self._finish_part(None)
                raise MtqaError(f"{error} (--partial builds from the {state.lines} lines before)") from None
            state.truncated = True
        state.done = True
        self._finish_part(None)
        if not state.items and not state.classes:
            raise MtqaError(f"{self._dump}: holds nothing to keep in {state.lines} lines: is it a Wikidata dump?")

    def _results(self) -> Iterator[tuple[Batch, Kept]]:
        """Batches with what is kept of them, in order; as many on the way as keep the workers busy."""
        state, options = self._state, self._options
        source = batches(self._dump, Place(state.offset, state.inside), options.batch)
        if not options.jobs:
            for batch in source:
                yield batch, keep(batch.data, options.limits)
            return
        waiting: deque[tuple[Batch, Future[Kept]]] = deque()
        with ProcessPoolExecutor(options.jobs) as pool:
            try:
                for batch in source:
                    waiting.append((batch._replace(data=b""), pool.submit(keep, batch.data, options.limits)))
                    if len(waiting) > 2 * options.jobs:
                        yield _result(waiting.popleft())
            except Truncated:
                while waiting:
                    yield _result(waiting.popleft())
                raise
            while waiting:
                yield _result(waiting.popleft())

    def _take(self, batch: Batch, kept: Kept) -> None:
        state = self._state
        if kept.first_broken and not state.first_broken:
            line, text = kept.first_broken
            state.first_broken = f"line {state.lines + line}: {text!r}"
        state.lines += kept.lines
        state.broken += kept.broken
        state.items += len(kept.items)
        state.classes += len(kept.classes)
        state.offset, state.inside = batch.after
        state.bytes += batch.length
        self._since += batch.length
        self._kept["items"] += kept.items
        self._kept["classes"] += kept.classes
        if state.broken > 10 and state.broken > _MOST_BROKEN * state.lines:
            raise MtqaError(
                f"{self._dump}: {state.broken} of {state.lines} lines are no items (first {state.first_broken}): "
                "is it a Wikidata dump in JSON?"
            )

    def _finish_part(self, batch: Batch | None) -> None:
        """Write the part, then count it."""
        state, work = self._state, self._options.work
        for name, lines in self._kept.items():
            _write_part(_part(work, name, state.parts), lines)
            lines.clear()
        state.parts += 1
        self._since = 0
        write_file(str(work / STATE), json.dumps(asdict(state), indent=1).encode("utf-8"))
        share = f" ({batch.read / self._size:.1%} of the dump)" if batch is not None and self._size else ""
        speed = (state.bytes - self._first) / 1e6 / max(time.monotonic() - self._started, 1e-6)
        kept = f"{state.items} items and {state.classes} classes kept"
        self._progress(f"{state.bytes / 1e9:.2f} GB of JSON read{share}, {speed:.0f} MB/s: {kept}")

    @property
    def _size(self) -> int:
        return int(self._state.dump.get("size", 0))


def _result(waiting: tuple[Batch, Future[Kept]]) -> tuple[Batch, Kept]:
    try:
        return waiting[0], waiting[1].result()
    except BrokenProcessPool:
        raise MtqaError("a worker process was killed, perhaps for memory: run it again with fewer --jobs") from None


def _write_part(path: Path, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    # No time and no name in the header: the same input gives the same bytes.
    write_file(str(path), gzip.compress(text.encode("utf-8"), compresslevel=5, mtime=0))


def _part(work: Path, name: str, number: int) -> Path:
    return work / f"{name}-{number:05}.jsonl.gz"


def _state(dump: Path, options: Options) -> State:
    fresh = State(_identity(dump), asdict(options.limits))
    path = options.work / STATE
    if not path.exists():
        if any(options.work.iterdir()):
            raise MtqaError(f"{options.work}: holds other files: name an empty folder with --work")
        return fresh
    try:
        state = State(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise MtqaError(
            f"{path}: is no state of an earlier pass: remove the folder or name another with --work"
        ) from None
    same = (state.dump, state.limits, state.version) == (fresh.dump, fresh.limits, fresh.version)
    if not same or "size" not in fresh.dump:
        raise MtqaError(
            f"{options.work}: belongs to another dump or other limits: remove the folder or name another with --work"
        )
    if state.truncated and not options.partial:
        raise MtqaError(f"{options.work}: was read from an archive that ends in the middle: --partial takes it")
    return state


def _identity(dump: Path) -> dict[str, Any]:
    """What tells a dump from another one; standard input cannot be told, and cannot be gone on with."""
    if str(dump) == "-":
        return {"name": "-"}
    try:
        status = os.stat(dump)
    except OSError as error:
        raise MtqaError(f"{dump}: cannot read the dump: {error.strerror}") from None
    return {"name": dump.name, "size": status.st_size, "changed": int(status.st_mtime)}


def _clean(work: Path, parts: int) -> None:
    """Remove parts that were not counted."""
    for name in ("items", "classes"):
        for path in work.glob(f"{name}-*.jsonl.gz"):
            if int(path.name[len(name) + 1 : -len(".jsonl.gz")]) >= parts:
                path.unlink()
