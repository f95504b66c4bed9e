"""``mtqa report``: a page of its own for an editor, to open from disk."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timezone
from typing import Any

import click

from mtqa.atomic import write_file
from mtqa.cli.checking import Check, open_baseline
from mtqa.cli.files import find_changed, find_sources
from mtqa.cli.messages import say
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.spanish import source_option, spanish_beside, stories_and_spanish
from mtqa.errors import MtqaError
from mtqa.findings import SEVERITIES
from mtqa.output import Style
from mtqa.output.wording import plural

DEFAULT_FILE = "report.html"


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "-o", "--output", "file", default=DEFAULT_FILE, show_default=True, metavar="FILE",
    help="The page to write; - for standard output.",
)  # fmt: skip
@click.option("--title", metavar="TEXT", help="What the page is headed with.  [default: the working folder's name]")
@source_option
@settings_options
@click.option("--baseline", metavar="FILE", help="Do not report what this file knows (mtqa baseline makes it).")
@click.option("--since", metavar="REV", help="Only lines changed since HEAD left this branch, tag or commit.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name to use for standard input; its ending tells the format.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="The mildest findings that make exit status 1.  [default: none: a report is no test]",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary, notes or progress bar.")
def report(
    paths: tuple[str, ...],
    file: str,
    title: str | None,
    source: str | None,
    baseline: str | None,
    since: str | None,
    stdin_filename: str | None,
    fail_on: str | None,
    quiet: bool,
    **options: Any,
) -> int:
    """Write a page on which findings are read and decided: one file that needs nothing else.

    PATH is a file, a folder (its .txt, .md, .html and wire .xml files) or - for standard input. Exit status: 0 the page
    is written, 1 also, with findings that --fail-on names, 2 the run failed or a file could not be checked.
    """
    if not paths and since is None:
        raise click.UsageError("name the files or folders to check, or - for standard input")
    configs = configs_from(options)
    root = configs.of_folder(".")
    known = open_baseline(baseline or root["baseline"])
    changes = None
    if since is None:
        sources = find_sources(paths, configs, stdin_filename)
    else:
        from mtqa.cli.changed import changed_part

        changes = changed_part(paths, since, False, False).changes
        sources = find_changed(paths or (".",), changes, configs)
    sources, spanish = stories_and_spanish(source, paths, sources)
    style = Style(min_severity=root["min-severity"])
    check = Check(configs, style, known=known, changes=changes, fail_on=fail_on, quiet=quiet)
    check.prepare(sources)
    results = list(check.results(sources))
    beside, problems = spanish_beside(results, spanish, configs, style)
    for line in problems:
        say(line)

    from mtqa.review.page import page_data, render_page

    data = page_data(
        results,
        signature=check.signature(sources),
        project=title if title is not None else os.path.basename(os.getcwd()),
        generated=_now(),
        min_severity=style.min_severity,
        problems=[*check.problems, *problems],
        sources=beside,
    )
    _write(file, render_page(data).encode("utf-8"))
    if not quiet:
        found = plural(len(data["findings"]), "finding")
        say(f"{file}: {found} in {plural(len(data['articles']), 'file')}; open it in a browser")
    if problems:
        return 2
    return check.status if check.status == 2 or fail_on is not None else 0


def _write(file: str, page: bytes) -> None:
    if file != "-":
        write_file(file, page)
        return
    sys.stdout.buffer.write(page)
    sys.stdout.buffer.flush()


def _now() -> str:
    """The time in UTC; with SOURCE_DATE_EPOCH in the environment that one, so that the page is reproducible.

    Raises MtqaError where that is no time.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(given), timezone.utc) if given else datetime.now(timezone.utc)
    except (ValueError, OverflowError, OSError):
        raise MtqaError(f"SOURCE_DATE_EPOCH: {given!r} is no number of seconds") from None
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
