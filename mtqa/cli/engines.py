"""``mtqa model use``, ``info`` and ``translate``: which model speaks, and what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mtqa.translation.protocol import DIRECTIONS

DIRECTION = click.Choice(DIRECTIONS)
FILE = click.Path(path_type=Path, dir_okay=False)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

NAME_OPTION: Decorator = click.option(
    "--model", "name", metavar="NAME", help="Folder or hub name.  [default: the one in use]"
)
THREADS_OPTION: Decorator = click.option(
    "--threads", default=0, show_default="the engine's choice", help="Processor threads."
)
BEAM_OPTION: Decorator = click.option(
    "--beam", default=4, show_default=True, type=click.IntRange(1, 64), help="Beam size."
)
_ENGINE_OPTION: Decorator = click.option(
    "--engine", type=click.Choice(["auto", "ct2", "transformers"]), default="auto", show_default=True
)


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which model runs how."""
    for option in (THREADS_OPTION, BEAM_OPTION, _ENGINE_OPTION, NAME_OPTION):
        command = option(command)
    return command


@click.command()
@click.argument("name")
@click.option("--direction", type=DIRECTION, help="What NAME translates.  [default: what it says of itself]")
def use(name: str, direction: str | None) -> None:
    """Use the MarianMT model NAME in place of the embedded one.

    NAME is a folder with safetensors weights or the hub name of an opus-mt model; it is converted to int8
    once. `mtqa model use embedded` goes back.
    """
    from mtqa.translation import EMBEDDED
    from mtqa.translation.choice import choose, forget

    if name == EMBEDDED:
        for each in (direction,) if direction else DIRECTIONS:
            forget(each)
            click.echo(f"{each}: the embedded model")
        return
    chosen, folder = choose(name, direction)
    click.echo(f"{chosen}: {name}, as int8 in {folder}")


@click.command()
@click.argument("direction", type=DIRECTION, required=False)
@engine_options
def info(direction: str | None, name: str | None, engine: str, beam: int, threads: int) -> None:
    """Say which model serves DIRECTION (both, without it), where it lies and how large it is."""
    from mtqa.translation import EMBEDDED, embedded_folder, open_translator
    from mtqa.translation.choice import chosen, chosen_name

    for each in (direction,) if direction else DIRECTIONS:
        picked = chosen(each) if name is None else None
        translator = open_translator(each, name=name, engine=engine, threads=threads)
        click.echo(f"model      {name or (chosen_name(picked) if picked else EMBEDDED)}")
        click.echo(f"signature  {translator.signature}")
        folder = Path(name) if name and name != EMBEDDED else picked or embedded_folder(each)
        if folder.is_dir():
            click.echo(f"folder     {folder}")
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                click.echo(f"{path.stat().st_size / 1e6:8.2f} MB  {path.relative_to(folder)}")


@click.command()
@click.argument("direction", type=DIRECTION)
@click.argument("text", required=False)
@click.option("-n", "--n-best", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--against", metavar="TEXT", help="Score this translation in place of making one.")
@engine_options
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
