"""``mtqa gazetteer build``: from tables, from a Wikidata dump, or from both."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.atomic import write_file
from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from mtqa.gazetteer.build.mistranslation import Model
    from mtqa.gazetteer.build.record import Record
    from mtqa.gazetteer.build.wikidata.scan import Options

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("sources", type=click.Path(path_type=Path, file_okay=False), required=False)
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
@click.option(
    "--model/--no-model", "use_model", default=True, help="Ask the es-en model in use for expected mistranslations."
)
@click.option("--report", "listing", type=_FILE, help="Write every merge and refusal there, as tab-separated values.")
@click.option("--without", multiple=True, metavar="TABLE", help="Hold a table out. Repeatable.")
@click.option(
    "--wikidata",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="DUMP",
    help="A dump of Wikidata (latest-all.json.gz, .json.bz2 or .json; - for standard input) as a further source.",
)
@click.option(
    "--work",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where to keep what was read of the dump, to go on after a stop.  [default: OUTPUT.wikidata]",
)
@click.option("--jobs", type=click.IntRange(0), help="Processes that read the dump.  [default: one a core]")
@click.option("--partial", "cut", is_flag=True, help="Take a dump whose download ends in the middle.")
@click.option(
    "--people",
    type=click.IntRange(1),
    default=12,
    show_default=True,
    help="Wikipedias with an article from which people without an office are kept.",
)
@click.option(
    "--things",
    type=click.IntRange(1),
    default=15,
    show_default=True,
    help="The same for places, bodies, works and events.",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=1_000_000,
    show_default=True,
    help="Items of the dump that are taken at most, those of most Wikipedias: the join holds them in memory.",
)
def build(
    sources: Path | None,
    output: Path,
    dictionaries: Path | None,
    apertium: bool,
    use_model: bool,
    listing: Path | None,
    without: tuple[str, ...],
    wikidata: Path | None,
    work: Path | None,
    jobs: int | None,
    cut: bool,
    people: int,
    things: int,
    most: int,
) -> None:
    """Build a gazetteer from the tables under SOURCES, and say what came from where.

    With --wikidata also from a dump of Wikidata, which without SOURCES joins the gazetteer that mtqa carries:
    docs/wikidata.md says what is kept of a dump and what it costs. A run that was stopped goes on where it was when it
    is started again.
    """
    if sources is None and wikidata is None:
        raise click.UsageError("name the folder of the tables, a dump (--wikidata), or both")
    if sources is None and dictionaries is not None:
        raise click.UsageError("--dictionaries goes with the tables: the gazetteer that mtqa carries has its own")
    from mtqa.gazetteer.build.pipeline import build as run
    from mtqa.gazetteer.build.report import details, lines

    _check_names(sources, without)
    found: list[Record] = []
    if wikidata is not None:
        from mtqa.gazetteer.build.wikidata.item import Limits
        from mtqa.gazetteer.build.wikidata.scan import Options

        limits = Limits(people, things, min(people, 4), min(things, 2))
        folder = work or output.with_name(f"{output.name}.wikidata")
        options = Options(folder, limits, jobs if jobs is not None else os.cpu_count() or 1, cut)
        found = _from_dump(wikidata, options, most)
    if sources is None:
        from mtqa.gazetteer.build.refresh import refresh
        from mtqa.gazetteer.store import Gazetteer

        report = refresh(Gazetteer.open(), found, output, apertium, _tell)
    else:
        model = _model() if use_model else None
        report = run(sources, output, dictionaries, apertium, _tell, model, found, without, listing is not None)
    if listing is not None:
        write_file(str(listing), "".join(f"{line}\n" for line in details(report)).encode("utf-8"))
    for line in lines(report, output):
        click.echo(line)


def _check_names(sources: Path | None, without: tuple[str, ...]) -> None:
    """Raises MtqaError where a table that is to be held out is not there."""
    from mtqa.gazetteer.build.sources.facts import SOURCE as OURS

    for name in without:
        if sources is None or (name != OURS and not (sources / name).is_dir()):
            raise MtqaError(f"--without {name}: no such table under {sources or 'the gazetteer that mtqa carries'}")


def _model() -> Model:
    from mtqa.gazetteer.build.neural import likely_translations
    from mtqa.translation import open_translator

    return partial(likely_translations, open_translator("es-en"))


def _from_dump(dump: Path, options: Options, most: int) -> list[Record]:
    from mtqa.gazetteer.build.wikidata.records import Refused, records
    from mtqa.gazetteer.build.wikidata.scan import scan

    state = scan(dump, options, _tell)
    refused = Refused()
    found = list(records(options.work, state, refused, most))
    _tell(f"wikidata: {len(found)} of {state.items} items kept in {state.lines} lines")
    for reason, count in sorted(refused.reasons.items()):
        _tell(f"wikidata: {count} refused: {reason}")
    if state.broken:
        _tell(f"wikidata: {state.broken} broken lines passed over, the first: {state.first_broken}")
    return found


def _tell(text: str) -> None:
    click.echo(text, err=True)
