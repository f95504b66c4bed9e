"""``mtqa lint``: read, check, print, and say by the exit status how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.checking import Check
from mtqa.cli.files import find_sources
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.outputs import Output, destinations, parse_outputs, style_for, write
from mtqa.cli.progress import shows_progress, with_progress
from mtqa.output import FORMATS, Report

if TYPE_CHECKING:
    from mtqa.baseline.matching import Matcher


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "--output-format",
    "forms",
    multiple=True,
    callback=parse_outputs,
    metavar="FORMAT[=FILE]",
    help=f"How findings are written, and where; repeatable: {', '.join(FORMATS)}.  [default: text]",
)
@click.option("-o", "--output", "file", metavar="FILE", help="Write to this file, not to standard output.")
@settings_options
@click.option("--baseline", metavar="FILE", help="Do not report what this file knows (mtqa baseline makes it).")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name to use for standard input; its ending tells the format.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour; NO_COLOR in the environment also turns it off.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress bar.")
def lint(
    paths: tuple[str, ...],
    forms: tuple[Output, ...],
    file: str | None,
    baseline: str | None,
    stdin_filename: str | None,
    color: str,
    quiet: bool,
    **options: Any,
) -> int:
    """Check copy for mistranslated names.

    PATH is a file, a folder (its .txt, .md and .html files) or - for standard input. Exit status: 0 nothing
    found, 1 findings, 2 the run failed or a file could not be checked.
    """
    if not paths:
        raise click.UsageError("name the files or folders to check, or - for standard input")
    outputs = destinations(forms, file)
    configs = configs_from(options)
    root = configs.of_folder(".")
    known = _baseline(baseline or root["baseline"])
    sources = find_sources(paths, configs, stdin_filename)
    style = style_for(color, root["min-severity"], quiet=quiet)
    check = Check(configs, style, known, quiet=quiet)
    check.prepare(sources)
    results = check.results(with_progress(sources, quiet=quiet))
    report = Report(results, lambda: check.signature(sources), check.problems, baseline=known is not None)
    write(outputs, report, style, hold=shows_progress(sources))
    return check.status


def _baseline(path: str | Path | None) -> Matcher | None:
    if path is None:
        return None
    from mtqa.baseline.matching import Matcher
    from mtqa.baseline.store import read_baseline

    return Matcher(read_baseline(str(path)))
