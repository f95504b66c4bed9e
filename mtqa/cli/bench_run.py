"""``mtqa bench run``: lint annotated folders and say how good it was."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtqa.bench.report import Report

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
_WIDTH = 110


@click.command("run")
@click.argument("folders", metavar="[FOLDER]...", type=_FOLDER, nargs=-1)
@click.option("--only", default="*", metavar="GLOB", help="Take the documents whose names match, without .txt.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("-o", "--output", type=_FILE, metavar="FILE", help="Write the report to a file.")
@click.option("--plot", type=_FILE, metavar="FILE", help="Draw recall and reliability into a PNG (needs mtqa[build]).")
@click.option("--reliability", is_flag=True, help="Show how many findings of each confidence are right.")
@click.option("--alarms", type=_FILE, metavar="FILE", help="Write what to read: findings outside the gold, and misses.")
@click.option("--resamples", default=1000, show_default=True, type=click.IntRange(0), help="For intervals; 0: none.")
@click.option("--seed", default=1, show_default=True, help="The resamples depend on this alone.")
@click.option("--weights", type=_FILE, metavar="FILE", help="Weigh evidence by what `mtqa bench fit` wrote.")
@click.option("--gazetteer", type=_FILE, metavar="FILE", help="Use this gazetteer.")
@click.option("--engine", type=click.Choice(("auto", "ct2", "transformers")), default="auto", show_default=True)
@click.option("--no-models", is_flag=True, help="Do without back-translation.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def run(
    folders: tuple[Path, ...],
    only: str,
    form: str,
    output: Path | None,
    plot: Path | None,
    reliability: bool,
    alarms: Path | None,
    resamples: int,
    seed: int,
    weights: Path | None,
    gazetteer: Path | None,
    engine: str,
    no_models: bool,
    quiet: bool,
) -> None:
    """Measure mtqa on each FOLDER; without one, on the sample set of the source, fixtures/bench.

    A FOLDER holds docs/*.txt; gold.tsv marks errors, arguable spans and correct ones; dates.json maps globs of
    document names to the day they are from. Without gold.tsv every finding is false.
    """
    from mtqa.atomic import write_file
    from mtqa.bench.folder import SAMPLE, read_bench
    from mtqa.bench.report import alarms as alarms_of
    from mtqa.bench.report import report
    from mtqa.bench.running import BenchLinter
    from mtqa.bench.weightfile import read_weights, using
    from mtqa.config.settings import Settings

    if not folders and not SAMPLE.is_dir():
        raise MtqaError("the sample set comes with the source only; name a FOLDER (see docs/bench.md)")
    if plot:
        from mtqa.bench.plots import canvas, draw

        canvas()
    benches = [read_bench(folder, only) for folder in folders or (SAMPLE,)]
    settings = Settings(gazetteer=gazetteer, engine=engine, use_models=not no_models)
    reports, to_read = [], []
    with using(read_weights(weights)) if weights else nullcontext():
        linter = BenchLinter(settings)
        with progress(sum(len(bench.docs) for bench in benches), quiet) as advance:
            for bench in benches:
                counted, cost = linter.run(bench, advance)
                reports.append(report(bench, counted, cost, linter.signature, resamples=resamples, seed=seed))
                to_read.append(alarms_of(counted))
    if plot:
        write_file(str(plot), draw(reports))
    if alarms:
        write_file(str(alarms), "".join(to_read).encode())
    if output:
        write_file(str(output), (_json(reports) if form == "json" else _text(reports, reliability)).encode())
    elif form == "json":
        click.echo(_json(reports), nl=False)
    else:
        _print(reports, reliability)


def _json(reports: list[Report]) -> str:
    return json.dumps({"version": 1, "folders": [each.to_json() for each in reports]}, indent=1) + "\n"


def _text(reports: list[Report], reliability: bool) -> str:
    from rich.console import Console

    from mtqa.cli.bench_table import show

    written = StringIO()
    show(Console(file=written, width=_WIDTH, color_system=None), reports, reliability=reliability)
    return written.getvalue()


def _print(reports: list[Report], reliability: bool) -> None:
    from rich.console import Console

    from mtqa.cli.bench_table import show

    show(Console() if sys.stdout.isatty() else Console(width=_WIDTH), reports, reliability=reliability)


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; what it yields is called once a document."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("bench", total=total)
        yield lambda: bars.advance(task)
