"""``mtqa gazetteer``: look a name up, say what is in the file, build and check it."""

from __future__ import annotations

import json
from pathlib import Path

import click

_FILE = click.Path(path_type=Path, dir_okay=False)
_gazetteer_option = click.option("--gazetteer", "path", type=_FILE, help="Gazetteer file; the shipped one by default.")


@click.group()
def gazetteer() -> None:
    """What mtqa knows of names: look up, inspect, build, check."""


@gazetteer.command()
@click.argument("name")
@_gazetteer_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--limit", default=5, show_default=True, help="Most entities to print for each way of matching.")
def lookup(name: str, path: Path | None, as_json: bool, limit: int) -> None:
    """Print what is known of NAME: entities by every road, offices, word facts, expected mistranslations."""
    from mtqa.gazetteer.describe import as_data, as_lines
    from mtqa.gazetteer.store import Gazetteer

    data = as_data(Gazetteer.open(path), name, limit)
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in as_lines(data):
            click.echo(line)


@gazetteer.command()
@_gazetteer_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def info(path: Path | None, as_json: bool) -> None:
    """Say what the gazetteer holds: entities by kind, records by source, size of each section."""
    from mtqa.gazetteer.store import Gazetteer

    opened = Gazetteer.open(path)
    data = {"path": str(opened.path), "signature": opened.signature, **opened.meta, "sections": opened.sizes()}
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(f"{opened.path} ({opened.signature}), {sum(opened.sizes().values()) / 1e6:.1f} MB")
    click.echo(f"{data['entities']} entities, {data['expected']} expected mistranslations")
    for title in ("kinds", "sources", "sections"):
        click.echo(f"{title}:")
        for key, value in sorted(data[title].items(), key=lambda pair: -pair[1]):
            click.echo(f"  {value:>10}  {key}")


@gazetteer.command()
@_gazetteer_option
@click.option("--limit", default=20, show_default=True, help="Most violations to print for each rule.")
def check(path: Path | None, limit: int) -> None:
    """Lint the gazetteer itself; exit status 1 when something is wrong with it."""
    from mtqa.gazetteer.checking import violations
    from mtqa.gazetteer.store import Gazetteer

    opened = Gazetteer.open(path)
    opened.verify()
    counts: dict[str, int] = {}
    for rule, text in violations(opened):
        counts[rule] = counts.get(rule, 0) + 1
        if counts[rule] <= limit:
            click.echo(f"{rule}: {text}")
    for rule, count in counts.items():
        click.echo(f"{count} × {rule}")
    if counts:
        raise SystemExit(1)
    click.echo(f"{len(opened)} entities, nothing wrong")


@gazetteer.command()
@click.argument("sources", type=click.Path(path_type=Path, file_okay=False))
@click.option("-o", "--output", type=_FILE, required=True, help="File to write.")
@click.option(
    "--dictionaries",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the bilingual dictionaries and sentence pairs.",
)
@click.option(
    "--apertium/--no-apertium",
    default=True,
    help="Ask Apertium (spa-eng), when installed, for expected mistranslations.",
)
def build(sources: Path, output: Path, dictionaries: Path | None, apertium: bool) -> None:
    """Build a gazetteer from the tables under SOURCES and say what came from where."""
    from mtqa.gazetteer.build.pipeline import build as run
    from mtqa.gazetteer.build.report import lines

    report = run(sources, output, dictionaries, apertium, lambda text: click.echo(text, err=True))
    for line in lines(report, output):
        click.echo(line)
