"""``mtqa gazetteer``: look a name up, say what is in the file, build and check it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli.gazetteer_bench import bench
from mtqa.cli.gazetteer_build import build
from mtqa.cli.house import add, check_house, remove

if TYPE_CHECKING:
    from mtqa.gazetteer.store import Gazetteer

_FILE = click.Path(path_type=Path, dir_okay=False)
_gazetteer_option = click.option("--gazetteer", "path", type=_FILE, help="Gazetteer file; the shipped one by default.")


@click.group()
def gazetteer() -> None:
    """What mtqa knows of names: look up, inspect, build, check, measure; the newsroom's own names over it."""


gazetteer.add_command(add)
gazetteer.add_command(remove)
gazetteer.add_command(build)
gazetteer.add_command(bench)


@gazetteer.command()
@click.argument("name")
@_gazetteer_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--trace", is_flag=True, help="Say of each name and office which rows of which tables have it.")
@click.option("--limit", default=5, show_default=True, help="Most entities to print for each way of matching.")
@click.option("--house", type=_FILE, metavar="FILE", help="A house table over it.  [default: the nearest one]")
@click.option("--no-house", is_flag=True, help="Look for no house table.")
def lookup(
    name: str, path: Path | None, as_json: bool, trace: bool, limit: int, house: Path | None, no_house: bool
) -> None:
    """Print what is known of NAME: entities by every road, offices, word facts, expected mistranslations."""
    from mtqa.gazetteer.describe import as_data, as_lines
    from mtqa.gazetteer.house.discovery import find_house
    from mtqa.gazetteer.house.layer import HouseGazetteer
    from mtqa.gazetteer.house.table import open_house
    from mtqa.gazetteer.lookup import LookUp
    from mtqa.gazetteer.store import Gazetteer

    base = Gazetteer.open(path)
    table = house or (None if no_house else find_house("."))
    opened: LookUp = HouseGazetteer(base, open_house(table, base)) if table else base
    data = as_data(opened, name, limit)
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in as_lines(data, trace):
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
@click.option("--house", type=_FILE, metavar="FILE", help="The house table to check.  [default: the nearest one]")
@click.option("--shipped", is_flag=True, help="Check the gazetteer that mtqa carries instead.")
@click.option("--gazetteer", "path", type=_FILE, help="Check this gazetteer instead.")
@click.option("--limit", default=20, show_default=True, help="Most violations to print for each rule of a gazetteer.")
def check(house: Path | None, shipped: bool, path: Path | None, limit: int) -> int:
    """Check the house table: what is wrong, by line and column, and exit status 2; or lint a gazetteer: status 1."""
    from mtqa.gazetteer.store import Gazetteer

    if (house is not None) + shipped + (path is not None) > 1:
        raise click.UsageError("--house, --shipped and --gazetteer exclude each other")
    opened = Gazetteer.open(path)
    if shipped or path is not None:
        return _check_gazetteer(opened, limit)
    return check_house(house, opened)


def _check_gazetteer(opened: Gazetteer, limit: int) -> int:
    from mtqa.gazetteer.checking import violations

    opened.verify()
    counts: dict[str, int] = {}
    for rule, text in violations(opened):
        counts[rule] = counts.get(rule, 0) + 1
        if counts[rule] <= limit:
            click.echo(f"{rule}: {text}")
    for rule, count in counts.items():
        click.echo(f"{count} × {rule}")
    if counts:
        return 1
    click.echo(f"{len(opened)} entities, nothing wrong")
    return 0
