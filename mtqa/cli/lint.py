"""``mtqa lint``: read, check, print, and say by the exit status how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.checking import Check, open_baseline
from mtqa.cli.files import find_changed, find_sources
from mtqa.cli.messages import say
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.outputs import Output, destinations, parse_outputs, show_diff, style_for, write
from mtqa.cli.progress import shows_progress
from mtqa.findings import SEVERITIES
from mtqa.output import FORMATS, Report
from mtqa.output.wording import plural

if TYPE_CHECKING:
    from mtqa.cli.changed import Part
    from mtqa.cli.correcting import Corrections

_SHOW = "\0"
"""The value of ``--diff`` without one."""


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
@click.option("--fix", is_flag=True, help="Correct what can be corrected safely, in the files.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff: also what is probably right, from the setting unsafe-fix-confidence on.",
)
@click.option(
    "--diff",
    is_flag=False,
    flag_value=_SHOW,
    metavar="[-]",
    help="Show what --fix would correct. With - as its value: only lines that the diff on standard input changes.",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name to use for standard input; its ending tells the format.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule, in place of listing them.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="The mildest findings that make exit status 1.  [default: that of --min-severity]",
)
@click.option("--exit-zero", is_flag=True, help="Exit status 0 also when there are findings.")
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
    fix: bool,
    unsafe_fixes: bool,
    diff: str | None,
    stdin_filename: str | None,
    statistics: bool,
    fail_on: str | None,
    exit_zero: bool,
    color: str,
    quiet: bool,
    **options: Any,
) -> int:
    """Check copy for mistranslated names.

    PATH is a file, a folder (its .txt, .md, .html and wire .xml files) or - for standard input. Exit status: 0 nothing
    found, 1 findings, 2 the run failed or a file could not be checked.
    """
    if diff not in (None, "-", _SHOW):  # "--diff story.txt" shows the corrections of story.txt
        paths, diff = (str(diff), *paths), _SHOW
    corrections = _corrections(paths, fix, unsafe_fixes, diff == _SHOW, staged)
    part = _part(paths, since, staged, diff == "-")
    if not paths and part is None:
        raise click.UsageError("name the files or folders to check, or - for standard input")
    if corrections is not None and corrections.show and (forms or file or statistics):
        raise click.UsageError("--diff prints corrections and no findings; leave the format and -o out")
    outputs = destinations(forms, file, statistics=statistics)
    configs = configs_from(options)
    root = configs.of_folder(".")
    known = open_baseline(baseline or root["baseline"])
    if part is None:
        sources = find_sources(paths, configs, stdin_filename)
    else:
        sources = find_changed(paths or (".",), part.changes, configs, part.staged)
    style = style_for(color, root["min-severity"], quiet=quiet)
    check = Check(
        configs,
        style,
        known=known,
        changes=part.changes if part else None,
        corrections=corrections,
        fail_on=fail_on,
        quiet=quiet,
    )
    check.prepare(sources)
    results = check.results(sources)
    if corrections is not None and corrections.show:
        return _status(show_diff(corrections, results, check), exit_zero)
    report = Report(results, lambda: check.signature(sources), check.problems, baseline=known is not None)
    write(outputs, report, style, hold=shows_progress(sources))
    if corrections is not None and not quiet:
        say(f"corrected {plural(corrections.made, 'finding')} in {plural(corrections.files, 'file')}")
    return _status(check.status, exit_zero)


def _status(status: int, exit_zero: bool) -> int:
    return 0 if exit_zero and status == 1 else status


def _corrections(paths: tuple[str, ...], fix: bool, unsafe: bool, show: bool, staged: bool) -> Corrections | None:
    if not fix and not show:
        if unsafe:
            raise click.UsageError("--unsafe-fixes says what --fix or --diff may do; name one of them")
        return None
    if not show and "-" in paths:
        raise click.UsageError("standard input cannot be corrected in place; --diff shows the corrections")
    if staged:
        raise click.UsageError("what is staged cannot be corrected in place; correct the files and stage them")
    from mtqa.cli.correcting import Corrections

    return Corrections(unsafe, show)


def _part(paths: tuple[str, ...], since: str | None, staged: bool, diff: bool) -> Part | None:
    if since is None and not diff and not staged:
        return None
    from mtqa.cli.changed import changed_part

    return changed_part(paths, since, staged, diff)
