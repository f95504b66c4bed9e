"""``mtqa lint``: read, check, print, and say by the exit status how it went."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import Any

import click

from mtqa.cli.checking import Check
from mtqa.cli.files import find_sources
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.progress import shows_progress, with_progress
from mtqa.output import FORMATS, Report, Style, formatter

_PLAIN_WIDTH = 100
"""Columns when the output goes to a file or a pipe: the same everywhere."""


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "--output-format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@settings_options
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
    form: str,
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
    configs = configs_from(options)
    sources = find_sources(paths, configs, stdin_filename)
    min_severity = configs.of_folder(".")["min-severity"]
    style = Style(_colours(color), _width(), min_severity, summary=not quiet)
    check = Check(configs, style, quiet=quiet)
    check.prepare(sources)
    report = Report(check.results(with_progress(sources, quiet=quiet)), lambda: check.signature(sources))
    _write(formatter(form, style).render(report), machine=form != "text", hold=shows_progress(sources))
    return check.status


def _colours(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else _PLAIN_WIDTH


def _write(pieces: Iterable[str], *, machine: bool, hold: bool) -> None:
    """Write to stdout as the pieces come, or after the last when a progress bar shares the terminal."""
    if machine:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if hold and sys.stdout.isatty():
        pieces = list(pieces)
    for piece in pieces:
        click.echo(piece, nl=False, color=True)
