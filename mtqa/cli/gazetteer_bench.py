"""``mtqa gazetteer bench``: how right the gazetteer is on offices, how fast it is, and how that grows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.atomic import write_file
from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from mtqa.gazetteer.bench.lookups import Timing

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_gazetteer_option = click.option("--gazetteer", "path", type=_FILE, help="Gazetteer file; the shipped one by default.")


@click.group()
def bench() -> None:
    """Measure the gazetteer: who held an office, the time of look-ups, their growth."""


@bench.command()
@click.argument("table", type=_FOLDER)
@_gazetteer_option
@click.option("--wrong", type=_FILE, help="Write every answer that is not right there, as tab-separated values.")
def offices(table: Path, path: Path | None, wrong: Path | None) -> None:
    """Ask who led a country, month by month, and hold the answers against TABLE, the folder of another table.

    The gazetteer should lack the table: build one with --without for those that it is built from.
    """
    from mtqa.gazetteer.bench.offices import NONE, RIGHT, SEVERAL, TABLES, WRONG, measure
    from mtqa.gazetteer.store import Gazetteer

    if table.resolve().name not in TABLES:
        raise MtqaError(f"{table}: no table to ask from; there are {', '.join(TABLES)}")
    opened = Gazetteer.open(path)
    if table.resolve().name in opened.meta.get("sources", {}):
        click.echo(f"note: the gazetteer is built from {table.name}, too: build one --without it", err=True)
    score = measure(opened, TABLES[table.resolve().name](table))
    click.echo(f"{'year':6} {'asked':>7} {RIGHT:>7} {WRONG:>7} {SEVERAL:>14} {NONE:>10} {'share':>8}")
    for year, row in sorted(score.outcomes.items()):
        asked = sum(row.values())
        click.echo(
            f"{year:<6} {asked:>7} {row[RIGHT]:>7} {row[WRONG]:>7} {row[SEVERAL]:>14} {row[NONE]:>10}"
            f" {100 * row[RIGHT] / asked:>6.1f} %"
        )
    click.echo(f"right with one name: {100 * score.share:.2f} %")
    if wrong is not None:
        lines = ["country\toffice\tday\tname\tanswer"]
        for question, answer in score.wrong:
            offices_asked = "/".join(question.offices)
            lines.append(f"{question.country}\t{offices_asked}\t{question.on}\t{question.name}\t{answer}")
        write_file(str(wrong), "".join(f"{line}\n" for line in lines).encode("utf-8"))


@bench.command()
@_gazetteer_option
@click.option("--names", default=2000, show_default=True, help="Names to ask for, drawn at random.")
@click.option(
    "--text", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Also lint this, and tell the memory."
)
def lookups(path: Path | None, names: int, text: Path | None) -> None:
    """The time of each look-up with names that were not asked before; the memory that linting a text takes."""
    from mtqa.gazetteer.bench.lookups import MEMORY_BAR, growth, sample, shipped, time_lookups, time_opening
    from mtqa.gazetteer.store import Gazetteer

    file = path or shipped()
    opened = Gazetteer.open(file)
    click.echo(f"{file}: {len(opened)} entities, {file.stat().st_size / 1e6:.1f} MB")
    for timing in (time_opening(file), *time_lookups(file, sample(opened, names))):
        click.echo(_line(timing))
    if text is not None:
        whole, private = growth(file, text)
        bar = f"{private:.1f} MB without the file; bar {MEMORY_BAR:.0f}"
        click.echo(f"memory for linting {text}: {whole:.1f} MB ({bar})")


@bench.command()
@click.option("--entities", default=30_000, show_default=True, help="Invented entities at a size of one.")
@click.option(
    "--times", "factors", default=(3.0, 10.0), multiple=True, show_default=True, help="How many times as many."
)
@click.option("--names", default=2000, show_default=True, help="Names to ask for.")
@click.option("--picture", type=_FILE, help="Draw a PNG there.")
@click.option("--work", type=_FOLDER, help="Where to keep the files, for another run.  [default: nowhere]")
def scale(entities: int, factors: tuple[float, ...], names: int, picture: Path | None, work: Path | None) -> None:
    """The time of each look-up in a gazetteer of invented entities, and in some with many times as many.

    The growth is that of the largest over the one with a tenth of its entities, or over the smallest.
    """
    from mtqa.gazetteer.bench.scale import BAR, draw, measure

    counts = [entities, *(round(entities * factor) for factor in factors)]
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(counts, work or Path(folder), names)
    tenth = next((place for place, count in enumerate(counts) if count * 10 == counts[-1]), 0)
    click.echo(f"{'':16}" + "".join(f"{item.entities:>14,}" for item in measured) + f"{'growth':>10}")
    for index, timing in enumerate(measured[0].timings):
        row = [item.timings[index].median for item in measured]
        growth = row[-1] / row[tenth]
        mark = "" if growth <= BAR else f"  over {BAR}"
        click.echo(f"{timing.kind:16}" + "".join(f"{value:>11.1f} µs" for value in row) + f"{growth:>10.2f}{mark}")
    click.echo(f"{'file':16}" + "".join(f"{item.size / 1e6:>11.1f} MB" for item in measured))
    if picture is not None:
        write_file(str(picture), draw(measured))


def _line(timing: Timing) -> str:
    bar = f"  bar {timing.bar:,.0f} µs" if timing.bar else ""
    return f"{timing.kind:16} {timing.median:>10.1f} µs (95 %: {timing.high:,.1f}){bar}"
