"""``mtqa lint``: read, check, print, and say by the exit status how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.checking import Check
from mtqa.cli.files import find_changed, find_sources
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.outputs import Output, destinations, parse_outputs, style_for, write
from mtqa.cli.progress import shows_progress, with_progress
from mtqa.output import FORMATS, Report

if TYPE_CHECKING:
    from mtqa.baseline.matching import Matcher
    from mtqa.cli.changed import Part


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
@click.option("--since", metavar="REV", help="Only lines changed since HEAD left this branch, tag or commit.")
@click.option("--staged", is_flag=True, help="Only lines that are staged, and as they are staged.")
@click.option(
    "--diff",
    type=click.Choice(["-"]),
    help="With - as its value: only lines that the unified diff on standard input adds or changes.",
)
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
    since: str | None,
    staged: bool,
    diff: str | None,
    stdin_filename: str | None,
    color: str,
    quiet: bool,
    **options: Any,
) -> int:
    """Check copy for mistranslated names.

    PATH is a file, a folder (its .txt, .md and .html files) or - for standard input. Exit status: 0 nothing
    found, 1 findings, 2 the run failed or a file could not be checked.
    """
    part = _part(paths, since, staged, diff)
    if not paths and part is None:
        raise click.UsageError("name the files or folders to check, or - for standard input")
    outputs = destinations(forms, file)
    configs = configs_from(options)
    root = configs.of_folder(".")
    known = _baseline(baseline or root["baseline"])
    if part is None:
        sources = find_sources(paths, configs, stdin_filename)
    else:
        sources = find_changed(paths or (".",), part.changes, configs, part.staged)
    style = style_for(color, root["min-severity"], quiet=quiet)
    check = Check(configs, style, known=known, changes=part.changes if part else None, quiet=quiet)
    check.prepare(sources)
    results = check.results(with_progress(sources, quiet=quiet))
    report = Report(results, lambda: check.signature(sources), check.problems, baseline=known is not None)
    write(outputs, report, style, hold=shows_progress(sources))
    return check.status


def _part(paths: tuple[str, ...], since: str | None, staged: bool, diff: str | None) -> Part | None:
    if since is None and diff is None and not staged:
        return None
    from mtqa.cli.changed import changed_part

    return changed_part(paths, since, staged, diff is not None)


def _baseline(path: str | Path | None) -> Matcher | None:
    if path is None:
        return None
    from mtqa.baseline.matching import Matcher
    from mtqa.baseline.store import read_baseline

    return Matcher(read_baseline(str(path)))
