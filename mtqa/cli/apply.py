"""``mtqa apply``: what a review decided, put into the copy."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from mtqa.cli.messages import say
from mtqa.config.discovery import Configs


@click.command()
@click.argument("decisions", metavar="DECISIONS")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--diff", is_flag=True, help="Show what would be corrected, and write nothing.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration file to use for all.  [default: for each file the nearest above it]",
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what could not be corrected.")
def apply(
    decisions: str, paths: tuple[str, ...], diff: bool, config: Path | None, isolated: bool, quiet: bool
) -> int:
    """Put what a review decided into the copy.

    DECISIONS is what a report or `mtqa review export` writes; its accepted and edited suggestions go into the files
    that it names. Only files in PATH... are touched (the working folder, when none is named). Nothing is guessed: a
    text that is not there any more, or whose surroundings have changed, is left alone and told. Exit status: 0 all is
    corrected, 1 --diff has something to show, 2 something could not be corrected.
    """
    from mtqa.review.applying import Application
    from mtqa.review.confining import Confines
    from mtqa.review.decisions import read_decisions

    if config is not None and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    found = read_decisions(decisions).decisions
    run = Application(Configs(named=config, isolated=isolated), Confines(paths or (".",)), show=diff)
    wanted = sorted((each for each in found if each.corrects), key=lambda each: each.path)
    for path, group in groupby(wanted, key=lambda each: each.path):
        for line in run.correct(path, list(group)):
            say(line)
    if diff:
        click.echo("".join(run.diff), nl=False)
    elif not quiet:
        say(run.summary(alarms=len(found) - len(wanted), of=decisions))
    if run.skipped:
        return 2
    return int(diff and bool(run.diff))
