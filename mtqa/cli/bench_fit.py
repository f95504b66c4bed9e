"""``mtqa bench fit``: weights of evidence from annotated copy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli.bench_run import progress

if TYPE_CHECKING:
    from collections.abc import Collection

    from mtqa.bench.fitting import Fit
    from mtqa.bench.labels import Example

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("folders", metavar="FOLDER...", type=_FOLDER, nargs=-1, required=True)
@click.option("-o", "--output", type=_FILE, required=True, metavar="FILE", help="File to write the weights to.")
@click.option("--generated", type=_FOLDER, multiple=True, metavar="FOLDER", help="A bench of `mtqa bench generate`.")
@click.option("--only", default="*", metavar="GLOB", help="Of each FOLDER take the documents whose names match.")
@click.option("--sigma", default=1.0, show_default=True, type=click.FloatRange(0.01), help="How far weights may move.")
@click.option("--seed", default=1, show_default=True, help="The folds of the cross-validation depend on this alone.")
@click.option("--all", "take_all", is_flag=True, help="Take new weights that foretell unseen examples no better, too.")
@click.option("--only-confidence", is_flag=True, help="Leave the weights of evidence; fit what their scores mean.")
@click.option("--gazetteer", type=_FILE, metavar="FILE", help="Use this gazetteer.")
@click.option("--no-models", is_flag=True, help="Do without back-translation.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def fit(
    folders: tuple[Path, ...],
    output: Path,
    generated: tuple[Path, ...],
    only: str,
    sigma: float,
    seed: int,
    take_all: bool,
    only_confidence: bool,
    gazetteer: Path | None,
    no_models: bool,
    quiet: bool,
) -> None:
    """Fit the weights of evidence on the gold of each FOLDER, and write mtqa/detection/weights.py with other numbers.

    A table is changed where the new weights foretell examples better that they were not fitted on (cross-validated
    over names). Last comes what the scores of shown findings mean: the share of them that is right. Measure the file
    with `mtqa bench --weights FILE` before you put it in place.
    """
    from mtqa.atomic import write_file
    from mtqa.bench.fitting import fit_table, minimiser
    from mtqa.bench.folder import read_bench
    from mtqa.bench.labels import examples, shown_examples
    from mtqa.bench.running import BenchLinter
    from mtqa.bench.weightfile import rewritten, using
    from mtqa.config.settings import Settings
    from mtqa.detection.weights import CALIBRATION, WEIGHTS

    minimiser()
    benches = [(read_bench(folder, only), False) for folder in folders]
    benches += [(read_bench(folder), True) for folder in generated]
    linter = BenchLinter(Settings(gazetteer=gazetteer, use_models=not no_models))
    found: list[Example] = []

    def fitted(table: str) -> Fit | None:
        return fit_table(table, WEIGHTS[table], [e for e in found if e.table == table], sigma=sigma, seed=seed)

    def chosen(fits: dict[str, Fit | None]) -> dict[str, dict[str, float]]:
        return {table: each.weights for table, each in fits.items() if each and (each.better or take_all)}

    evidence = [] if only_confidence else [table for table in WEIGHTS if table != CALIBRATION]
    with progress((2 if evidence else 1) * sum(len(bench.docs) for bench, _ in benches), quiet) as advance:
        for bench, made in benches if evidence else ():
            found += examples(linter, bench, made=made, advance=advance)
        fits = {table: fitted(table) for table in evidence}
        with using(chosen(fits)):
            for bench, made in benches:
                found += shown_examples(linter, bench, made=made, advance=advance)
    fits[CALIBRATION] = fitted(CALIBRATION)
    taken = chosen(fits)
    write_file(str(output), rewritten(taken).encode())
    _show(fits, taken.keys())


def _show(fits: dict[str, Fit | None], taken: Collection[str]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    columns = ("table", "examples", "right", "generated", "log loss", "fitted", "Brier", "fitted", "")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    for name, each in fits.items():
        if each is None:
            table.add_row(name, *[""] * 7, "too few")
            continue
        counts = (str(each.examples), str(each.right), str(each.made))
        scores = (f"{value:.3f}" for value in (*each.loss, *each.brier))
        table.add_row(name, *counts, *scores, "taken" if name in taken else "kept")
    (Console() if sys.stdout.isatty() else Console(width=110)).print(table)
