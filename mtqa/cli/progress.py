"""Progress of long runs: bars on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

import click

from mtqa.cli.files import Source

if TYPE_CHECKING:
    from mtqa.translation.training.progress import Monitor, Progress

Item = TypeVar("Item")

_MANY_FILES = 20
_MUCH_TEXT = 300_000


def with_progress(done: Iterable[Item], sources: Sequence[Source], *, quiet: bool) -> Iterator[Item]:
    """What comes of the sources, one by one, counted on stderr when that is a terminal and the run is long."""
    if quiet or not shows_progress(sources):
        yield from done
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(done, total=len(sources))


def shows_progress(sources: Sequence[Source]) -> bool:
    """Whether a run over ``sources`` is long and stderr a terminal."""
    if not sys.stderr.isatty():
        return False
    return len(sources) > _MANY_FILES or sum(source.size for source in sources) > _MUCH_TEXT


def training_monitor() -> AbstractContextManager[Monitor]:
    """Who watches a training run: a bar on a terminal, lines in a log otherwise."""
    return _Bar() if sys.stderr.isatty() else _Lines()


class _Lines:
    def __enter__(self) -> Monitor:
        return self

    def __exit__(self, *exception: object) -> None:
        return None

    def note(self, line: str) -> None:
        click.echo(line, err=True)

    def advance(self, progress: Progress) -> None:
        click.echo(progress.line(), err=True)


class _Bar:
    """Share done, step, loss, speed and time left; notes scroll by above."""

    def __enter__(self) -> Monitor:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as Bars

        told = TextColumn("{task.fields[told]}")
        columns = (TextColumn("Training"), BarColumn(), TaskProgressColumn(), told)
        self._bars = Bars(*columns, console=Console(stderr=True))
        self._task = self._bars.add_task("train", total=1.0, told="")
        self._bars.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._bars.stop()

    def note(self, line: str) -> None:
        self._bars.console.print(line, markup=False, highlight=False)

    def advance(self, progress: Progress) -> None:
        minutes, seconds = divmod(round(progress.left), 60)
        told = f"step {progress.step:,}  loss {progress.loss:.3f}  {progress.speed:,.0f} tokens/s  "
        self._bars.update(self._task, completed=progress.done, told=told + f"{minutes}:{seconds:02} left")
