"""``mtqa model``: make the translation models; to choose, try and measure them, see the files beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cli.engines import info, translate, use
from mtqa.cli.evaluate import evaluate

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def model() -> None:
    """Make, measure, choose and try the translation models."""


for _command in (evaluate, use, info, translate):
    model.add_command(_command)


@model.command()
@click.argument("data", type=_FOLDER)
@click.option("-o", "--output", type=_FOLDER, required=True, help="Folder to write the corpus to.")
@click.option("--seed", default=1, show_default=True)
@click.option("--scale", default=1.0, show_default=True, help="Size of the generated sections.")
@click.option("--sample", type=_FOLDER, metavar="MODEL", help="A Spanish-English model to sample more pairs from.")
def corpus(data: Path, output: Path, seed: int, scale: float, sample: Path | None) -> None:
    """Build the training corpus from DATA, which holds parallel/ and gazetteer/.

    Needs the packages apertium and apertium-eng-spa. Writes one file a section and manifest.tsv.
    """
    from mtqa.translation.training.corpus import build_corpus

    neural = None
    if sample is not None:
        from mtqa.translation.training.sampling import sampler

        neural = sampler(sample, seed=seed)
    build_corpus(data, output, seed=seed, scale=scale, neural=neural, report=_say)


@model.command()
@click.argument("corpus", type=_FOLDER)
@click.argument("output", type=_FOLDER)
def pack(corpus: Path, output: Path) -> None:
    """Compress the files of CORPUS into OUTPUT, to carry them to another machine.

    A recipe takes the packed folder as it is.
    """
    from mtqa.translation.training.sections import pack as run

    for path in run(corpus, output):
        click.echo(f"{path.stat().st_size / 1e6:8.2f} MB  {path}")


@model.command()
@click.argument("recipe", type=_FILE)
@click.option("--corpus", type=_FOLDER, help="Corpus folder, in place of the recipe's.")
@click.option("-o", "--output", type=_FOLDER, help="Folder for checkpoints, in place of the recipe's.")
@click.option("--pieces", type=_FOLDER, help="Folder of a vocabulary made before.")
@click.option("--minutes", type=float, help="Training time, in place of the recipe's.")
@click.option("--steps", type=int, help="Number of updates, in place of a training time.")
@click.option("--threads", type=int, help="Processor threads.")
@click.option("--device", help="cpu, cuda, or auto.")
def train(recipe: Path, **changes: Any) -> None:
    """Train the model that RECIPE describes, or go on from its newest checkpoint."""
    from mtqa.cli.progress import training_monitor
    from mtqa.translation.training.loop import train as run
    from mtqa.translation.training.recipe import read_recipe

    described = read_recipe(recipe, **changes)
    with training_monitor() as monitor:
        run(described, monitor)


@model.command()
@click.argument("run", type=_FOLDER)
@click.argument("output", type=_FOLDER)
@click.option("--last", default=4, show_default=True, type=click.IntRange(1), help="Checkpoints to average.")
@click.option("--max-file", type=click.IntRange(1), metavar="MB", help="Largest safetensors file; more are made of it.")
def export(run: Path, output: Path, last: int, max_file: int | None) -> None:
    """Export the checkpoint folder RUN: float16 safetensors to OUTPUT/hf, int8 to OUTPUT/ct2."""
    from mtqa.translation.training.export import export_run
    from mtqa.translation.training.recipe import read_run_recipe

    names = export_run(read_run_recipe(run), run, output, last, max_file)
    _say(f"{output}: the mean of {', '.join(names)}")


@model.command()
@click.argument("folder", type=_FOLDER)
@click.argument("output", type=_FOLDER)
def convert(folder: Path, output: Path) -> None:
    """Convert a MarianMT FOLDER (safetensors) to int8 for the fast engine."""
    from mtqa.translation.training.export import convert as run

    run(folder, output)


def _say(line: str) -> None:
    click.echo(line, err=True)
