"""``mtqa baseline``: the findings that are known: make, update, prune and show them, take over decisions."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date
from typing import Any

import click

from mtqa.baseline.model import DECISIONS, Baseline
from mtqa.baseline.store import DEFAULT_NAME, empty, read_baseline, write_baseline
from mtqa.baseline.updating import Results, updated, with_decisions
from mtqa.cli.checking import Check
from mtqa.cli.files import find_sources
from mtqa.cli.options import Command, configs_from, settings_options
from mtqa.config.discovery import Configs
from mtqa.errors import MtqaError
from mtqa.output import Style
from mtqa.output.excerpt import printable
from mtqa.output.wording import plural

_file_option = click.option(
    "--baseline", "file", metavar="FILE", help=f"The baseline.  [default: the configuration's, else {DEFAULT_NAME}]"
)


def _lints(command: Command) -> Command:
    command = settings_options(command)
    command = click.option("-q", "--quiet", is_flag=True, help="Say nothing of how it went.")(command)
    return _file_option(click.argument("paths", nargs=-1, metavar="[PATH...]")(command))


@click.group()
def baseline() -> None:
    """Keep the findings that are known, so that `mtqa lint` reports what is new.

    The file remembers a finding by rule, text and the words around it, not by its line: moved paragraphs and renamed
    files bring nothing new.
    """


@baseline.command()
@click.option("--force", is_flag=True, help="Also over a baseline that is there: its decisions are lost.")
@_lints
def create(paths: tuple[str, ...], file: str | None, quiet: bool, force: bool, **options: Any) -> int:
    """Make a baseline of all that is found in PATH... (the working folder, when none is named)."""
    run = _Run(paths, file, options, quiet)
    if os.path.exists(run.file) and not force:
        raise MtqaError(f"{run.file}: is there already; 'mtqa baseline update' keeps its decisions, --force does not")
    return run.write(empty(run.file), add=True)


@baseline.command()
@_lints
def update(paths: tuple[str, ...], file: str | None, quiet: bool, **options: Any) -> int:
    """Add what is new in PATH... and leave out what is gone; decisions stay."""
    run = _Run(paths, file, options, quiet)
    return run.write(read_baseline(run.file), add=True)


@baseline.command()
@_lints
def prune(paths: tuple[str, ...], file: str | None, quiet: bool, **options: Any) -> int:
    """Leave out what is gone from PATH...; add nothing."""
    run = _Run(paths, file, options, quiet)
    return run.write(read_baseline(run.file), add=False)


@baseline.command("import")
@click.argument("decisions", metavar="DECISIONS")
@_file_option
def import_(decisions: str, file: str | None) -> None:
    """Take over the decisions of a review.

    DECISIONS is what a report or `mtqa review export` writes (its paths count from the working folder), or a file of
    the baseline's own form.
    """
    from mtqa.review.decisions import holds_decisions, read_decisions
    from mtqa.review.known import as_baseline

    name = file or _configured(Configs())
    present = read_baseline(name) if os.path.exists(name) else empty(name)
    review = holds_decisions(decisions)
    decided = as_baseline(read_decisions(decisions).decisions) if review else read_baseline(decisions)
    write_baseline(name, with_decisions(present, decided))
    click.echo(f"{name}: {plural(sum(entry.count for entry in decided.entries), 'decision')} taken over")


@baseline.command()
@_file_option
@click.option("--decision", type=click.Choice(list(DECISIONS)), help="Only these.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(file: str | None, decision: str | None, form: str) -> None:
    """List what the baseline holds: path, rule, text, decision, who, when and why."""
    known = read_baseline(file or _configured(Configs())).entries
    entries = [entry for entry in known if decision in (None, entry.decision)]
    if form == "json":
        items = [{name: getattr(entry, name) for name in entry.__slots__} for entry in entries]
        click.echo(json.dumps(items, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        times = f" ({entry.count} times)" if entry.count > 1 else ""
        why = f": {printable(entry.why)}" if entry.why else ""
        click.echo(f"{printable(entry.path)}: {entry.code} “{printable(entry.text)}”{times} {entry.decision}{why}")
    counts = Counter[str]()
    for entry in entries:
        counts[entry.decision] += entry.count
    parts = [f"{counts[name]} {name}" for name in DECISIONS if counts[name]]
    click.echo(f"{plural(sum(counts.values()), 'finding')}{': ' + ', '.join(parts) if parts else ''}")


def _configured(configs: Configs) -> str:
    return str(configs.of_folder(".")["baseline"] or DEFAULT_NAME)


class _Run:
    """A lint for the sake of the baseline."""

    def __init__(self, paths: tuple[str, ...], file: str | None, options: dict[str, Any], quiet: bool) -> None:
        self._configs = configs_from(options)
        root = self._configs.of_folder(".")
        self._quiet = quiet
        self._style = Style(min_severity=root["min-severity"])
        self._sources = find_sources(paths or (".",), self._configs)
        self.file = file or _configured(self._configs)

    def write(self, before: Baseline, *, add: bool) -> int:
        """Lint, and write the baseline that comes of it; nothing is written when a file could not be checked."""
        check = Check(self._configs, self._style, quiet=self._quiet)
        check.prepare(self._sources)
        results: Results = [
            (result.document.path, self._style.shown(result))
            for result in check.results(self._sources)
        ]
        if check.status == 2:
            raise MtqaError(f"{self.file}: not written, because a file could not be checked")
        after = updated(before, results, date.today().isoformat(), add=add)
        write_baseline(self.file, after)
        if not self._quiet:
            number, earlier = (sum(entry.count for entry in each.entries) for each in (after, before))
            click.echo(f"{self.file}: {plural(number, 'finding')}, {earlier} before")
        return 0
