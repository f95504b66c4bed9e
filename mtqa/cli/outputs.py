"""Where the findings go: one format or several, to standard output or to files."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from mtqa.atomic import write_file
from mtqa.output import FORMATS, FileResult, Report, Style, formatter

if TYPE_CHECKING:
    from mtqa.cli.checking import Check
    from mtqa.cli.correcting import Corrections

_PLAIN_WIDTH = 100
"""Columns when the output goes to a file or a pipe: the same everywhere."""
_FOR_PEOPLE = ("text", "concise", "statistics")


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None is standard output."""

    form: str
    file: str | None = None


def parse_outputs(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[Output, ...]:
    """A click callback: ``FORMAT`` or ``FORMAT=FILE``, several times."""
    return tuple(_parse(text) for text in value)


def _parse(text: str) -> Output:
    form, equals, file = text.partition("=")
    if form not in FORMATS:
        near = get_close_matches(form, FORMATS, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise click.BadParameter(f"{form!r} is not one of {', '.join(map(repr, FORMATS))}.{hint}")
    if equals and not file:
        raise click.BadParameter(f"{text!r} names no file; write {form}=FILE")
    return Output(form, file or None)


def destinations(outputs: Sequence[Output], file: str | None, *, statistics: bool = False) -> list[Output]:
    """The outputs with ``file`` (of ``-o``) as the place of the one that has none; ``statistics`` are one more.

    Raises click.UsageError when two would go to the same place.
    """
    chosen = [*outputs, Output("statistics")] if statistics else list(outputs) or [Output("text")]
    without = [output for output in chosen if output.file is None]
    if len(without) > 1:
        forms = " and ".join(output.form for output in without)
        raise click.UsageError(f"only one format can go to standard output, not {forms}; write FORMAT=FILE")
    if file is not None:
        if not without:
            raise click.UsageError("every format has a file of its own; -o has nothing to name a file for")
        chosen = [replace(output, file=file) if output.file is None else output for output in chosen]
    files = [os.path.realpath(output.file) for output in chosen if output.file is not None]
    if len(set(files)) < len(files):
        raise click.UsageError("two formats cannot go to the same file")
    return chosen


def style_for(color: str, min_severity: str, *, quiet: bool) -> Style:
    """How standard output is written to."""
    return Style(_colours(color), _width(), min_severity, summary=not quiet)


def write(outputs: Sequence[Output], report: Report, style: Style, *, hold: bool) -> None:
    """Write a report. Files are written whole, after the last source was read; standard output as the results come,
    unless ``hold`` (a progress bar shares the terminal) or another format waits for them. Raises MtqaError."""
    if len(outputs) > 1:
        report = replace(report, results=list(report.results))
    for output in outputs:
        if output.file is None:
            pieces = formatter(output.form, style).render(report)
            _to_stdout(pieces, machine=output.form not in _FOR_PEOPLE, hold=hold)
        else:
            plain = replace(style, color=False, width=_PLAIN_WIDTH)
            text = "".join(formatter(output.form, plain).render(report))
            write_file(output.file, text.encode("utf-8", "backslashreplace"))


def show_diff(corrections: Corrections, results: Iterable[FileResult], check: Check) -> int:
    """Read all results and print what would be corrected; the exit status: 1 when that is anything."""
    for _ in results:
        pass
    _to_stdout(corrections.diff, machine=True, hold=False)
    return 2 if check.status == 2 else int(bool(corrections.diff))


def _to_stdout(pieces: Iterable[str], *, machine: bool, hold: bool) -> None:
    stdout: Any = sys.stdout
    if machine:
        stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    else:
        stdout.reconfigure(errors="backslashreplace")
    if hold and stdout.isatty():
        pieces = list(pieces)
    for piece in pieces:
        click.echo(piece, nl=False, color=True)


def _colours(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 40) if sys.stdout.isatty() else _PLAIN_WIDTH
