"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from mtqa.cli.files import Source

_MANY_FILES = 20
_MUCH_TEXT = 300_000


def with_progress(sources: Sequence[Source], *, quiet: bool) -> Iterator[Source]:
    """The sources in order, counting them on stderr when that is a terminal and the run is long."""
    if quiet or not shows_progress(sources):
        yield from sources
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(sources, total=len(sources))


def shows_progress(sources: Sequence[Source]) -> bool:
    """Whether a run over ``sources`` is long and stderr a terminal."""
    if not sys.stderr.isatty():
        return False
    return len(sources) > _MANY_FILES or sum(source.size for source in sources) > _MUCH_TEXT
