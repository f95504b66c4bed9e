"""``mtqa lint``: read, check, print, and say by the exit status how it went."""

from __future__ import annotations

import math
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.checking import Check
from mtqa.cli.files import find_sources
from mtqa.cli.progress import shows_progress, with_progress
from mtqa.config.selection import check_selectors
from mtqa.config.settings import Settings
from mtqa.document.dates import parse_date
from mtqa.document.decoding import known_encoding
from mtqa.document.readers import DEFAULT_MAX_SIZE
from mtqa.findings import SEVERITIES
from mtqa.output import FORMATS, Report, Style, formatter

if TYPE_CHECKING:
    from mtqa.linting import Linter

_PLAIN_WIDTH = 100
"""Columns when the output goes to a file or a pipe: the same everywhere."""


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    day = parse_date(value)
    if value is not None and day is None:
        raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD")
    return day


def _split(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for text in value for part in text.split(",") if part.strip())


def _finite(ctx: click.Context, param: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter(f"{value} is no number to compare with")
    return value


def _encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not known_encoding(value):
        raise click.BadParameter(f"{value!r} is unknown; try utf-8, utf-16, cp1252 or latin-1")
    return value


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
@click.option(
    "--as-of",
    callback=_day,
    metavar="DATE",
    help="The day the copy is from: who held which office then.  [default: the document's own, else today]",
)
@click.option(
    "--select",
    multiple=True,
    callback=_split,
    metavar="RULES",
    help="Only these rules: codes, beginnings of codes, names; with commas or repeated.",
)
@click.option("--ignore", multiple=True, callback=_split, metavar="RULES", help="Not these rules.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=_finite,
    default=0.0,
    show_default=True,
    help="Drop findings less likely than this.",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="warning",
    show_default=True,
    help="The mildest findings that text shows and that make exit status 1.",
)
@click.option("--encoding", callback=_encoding, metavar="NAME", help="Encoding of the files.  [default: detected]")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name to use for standard input; its ending tells the format.",
)
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    callback=_finite,
    default=DEFAULT_MAX_SIZE / 1e6,
    show_default=True,
    metavar="MB",
    help="Refuse larger files.",
)
@click.option("--gazetteer", type=click.Path(path_type=Path), metavar="FILE", help="Use this gazetteer.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "ct2", "transformers"]),
    default="auto",
    show_default=True,
    help="What runs the translation models.",
)
@click.option("--no-models", is_flag=True, help="Do without back-translation.")
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
    min_severity: str,
    encoding: str | None,
    stdin_filename: str | None,
    max_size: float,
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
    linter = _linter(_settings(options))
    sources = find_sources(paths, stdin_filename)
    style = Style(_colours(color), _width(), min_severity, summary=not quiet)
    check = Check(linter, style, encoding, int(max_size * 1e6), quiet=quiet)
    report = Report(check.results(with_progress(sources, quiet=quiet)), lambda: linter.signature)
    _write(formatter(form, style).render(report), machine=form != "text", hold=shows_progress(sources))
    return check.status


def _settings(options: dict[str, Any]) -> Settings:
    use_models = not options.pop("no_models")
    return Settings(**options, use_models=use_models)


def _linter(settings: Settings) -> Linter:
    from mtqa.linting import Linter
    from mtqa.rules import RULES

    check_selectors((*settings.select, *settings.ignore), RULES)
    return Linter(settings)


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
