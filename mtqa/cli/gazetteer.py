"""``mtqa gazetteer``: look a name up, say what is in the file, build and check it."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def gazetteer() -> None:
    """What mtqa knows of names: look up, inspect, build, check."""


@gazetteer.command()
@click.argument("sources", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
@click.option("--dictionaries", type=click.Path(path_type=Path, file_okay=False), help="Folder of the bilingual dictionaries.")
@click.option("--apertium/--no-apertium", default=True, help="Ask Apertium (spa-eng) for expected mistranslations, when installed.")
def build(sources: Path, output: Path, dictionaries: Path | None, apertium: bool) -> None:
    """Build a gazetteer from the tables under SOURCES and say what came from where."""
    from mtqa.gazetteer.build.pipeline import build as run
    from mtqa.gazetteer.build.report import lines

    report = run(sources, output, dictionaries, apertium, lambda text: click.echo(text, err=True))
    for line in lines(report, output):
        click.echo(line)
