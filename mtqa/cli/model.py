"""``mtqa model``: make, measure, inspect and try the translation models."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

_DIRECTION = click.Choice(["en-es", "es-en"])
_ENGINE = click.Choice(["auto", "ct2", "transformers"])
_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def model() -> None:
    """Make, measure, inspect and try the translation models."""


_ENGINE_OPTIONS: tuple[Any, ...] = (
    click.option("--threads", default=0, show_default="the engine's choice", help="Processor threads."),
    click.option("--beam", default=4, show_default=True, type=click.IntRange(1, 64), help="Beam size."),
    click.option("--engine", type=_ENGINE, default="auto", show_default=True),
    click.option("--model", "name", metavar="NAME", help="Folder or hub name of a model.  [default: embedded]"),
)


def _engine_options(command: Any) -> Any:
    for option in _ENGINE_OPTIONS:
        command = option(command)
    return command


@model.command()
@click.argument("data", type=_FOLDER)
@click.option("-o", "--output", type=_FOLDER, required=True, help="Folder to write the corpus to.")
@click.option("--seed", default=1, show_default=True)
@click.option("--scale", default=1.0, show_default=True, help="Size of the generated sections.")
def corpus(data: Path, output: Path, seed: int, scale: float) -> None:
    """Build the training corpus from DATA, which holds parallel/ and gazetteer/.

    Needs the packages apertium and apertium-eng-spa. Writes one file a section and manifest.tsv.
    """
    from mtqa.translation.training.corpus import build_corpus

    build_corpus(data, output, seed=seed, scale=scale, report=_say)


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
    from mtqa.translation.training.loop import train as run
    from mtqa.translation.training.recipe import read_recipe

    run(read_recipe(recipe, **changes), report=_say)


@model.command()
@click.argument("run", type=_FOLDER)
@click.argument("output", type=_FOLDER)
@click.option("--last", default=4, show_default=True, type=click.IntRange(1), help="Checkpoints to average.")
def export(run: Path, output: Path, last: int) -> None:
    """Export the checkpoint folder RUN: float16 safetensors to OUTPUT/hf, int8 to OUTPUT/ct2."""
    from mtqa.translation.training.export import export_run
    from mtqa.translation.training.recipe import read_run_recipe

    names = export_run(read_run_recipe(run), run, output, last)
    _say(f"{output}: the mean of {', '.join(names)}")


@model.command()
@click.argument("folder", type=_FOLDER)
@click.argument("output", type=_FOLDER)
def convert(folder: Path, output: Path) -> None:
    """Convert a MarianMT FOLDER (safetensors) to int8 for the fast engine."""
    from mtqa.translation.training.export import convert as run

    run(folder, output)


@model.command()
@click.argument("source", type=_FILE)
@click.argument("reference", type=_FILE)
@click.option("--direction", type=_DIRECTION, required=True)
@click.option("-o", "--output", type=_FILE, help="File to write the translations to.")
@_engine_options
def evaluate(
    source: Path,
    reference: Path,
    direction: str,
    output: Path | None,
    name: str | None,
    engine: str,
    beam: int,
    threads: int,
) -> None:
    """Translate SOURCE and compare with REFERENCE: BLEU and chrF, with sacrebleu's signatures."""
    from mtqa.translation import open_translator
    from mtqa.translation.evaluation import evaluate as run
    from mtqa.translation.evaluation import read_lines

    translator = open_translator(direction, name=name, engine=engine, threads=threads)
    result = run(translator, read_lines(source), read_lines(reference), beam_size=beam)
    for line in result.lines():
        click.echo(line)
    if output:
        output.write_text("\n".join(result.translations) + "\n", encoding="utf-8")


@model.command()
@click.argument("direction", type=_DIRECTION)
@_engine_options
def info(direction: str, name: str | None, engine: str, beam: int, threads: int) -> None:
    """Say which model serves DIRECTION, where it lies and how large it is."""
    from mtqa.translation import embedded_folder, open_translator

    translator = open_translator(direction, name=name, engine=engine, threads=threads)
    click.echo(f"signature  {translator.signature}")
    folder = Path(name) if name else embedded_folder(direction)
    if folder.is_dir():
        click.echo(f"folder     {folder}")
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            click.echo(f"{path.stat().st_size / 1e6:8.2f} MB  {path.relative_to(folder)}")


@model.command()
@click.argument("direction", type=_DIRECTION)
@click.argument("text", required=False)
@click.option("-n", "--n-best", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--against", metavar="TEXT", help="Score this translation in place of making one.")
@_engine_options
def translate(
    direction: str,
    text: str | None,
    n_best: int,
    against: str | None,
    name: str | None,
    engine: str,
    beam: int,
    threads: int,
) -> None:
    """Translate TEXT, or each line of standard input; prints score and translation, best first."""
    from mtqa.translation import open_translator

    texts = [text] if text is not None else [line.rstrip("\r\n") for line in sys.stdin]
    translator = open_translator(direction, name=name, engine=engine, threads=threads)
    if against is not None:
        for value in translator.score(texts, [against] * len(texts)):
            click.echo(f"{value:.3f}\t{against}")
        return
    for hypotheses in translator.translate(texts, beam_size=beam, n_best=n_best):
        for hypothesis in hypotheses:
            click.echo(f"{hypothesis.score:.3f}\t{hypothesis.text}")


def _say(line: str) -> None:
    click.echo(line, err=True)
