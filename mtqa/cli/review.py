"""``mtqa review``: decide in the browser; and what was decided, as a file and in numbers."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.files import Source, find_sources
from mtqa.cli.messages import say
from mtqa.cli.options import configs_from, settings_options
from mtqa.cli.spanish import source_option, stories_and_spanish
from mtqa.errors import MtqaError
from mtqa.output import Style
from mtqa.output.wording import plural

if TYPE_CHECKING:
    from mtqa.review.source.discovery import Sources
    from mtqa.review.store import Store, Stored


class _Group(click.Group):
    """A group whose command ``serve`` need not be named: ``mtqa review story.md`` is ``mtqa review serve story.md``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``serve`` in front of what is no command."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["serve", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group, subcommand_metavar="PATH...|COMMAND [OPTIONS]")
def review() -> None:
    """Decide on findings in the browser, and correct the copy.

    `mtqa review PATH...` opens a page on which each finding is settled with a key: accept, edit, false alarm. Decisions
    are kept beside the project at once, and never asked for again; accepted ones are written into the copy when you say
    so. The page is served to this machine alone. `mtqa review serve --help` lists the options.
    """


@review.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port.  [default: any]")
@click.option("--no-open", is_flag=True, help="Do not open the browser; the address is printed.")
@click.option("--editor", metavar="NAME", help="Who decides.  [default: the login name]")
@source_option
@click.option("--baseline", metavar="FILE", help="Do not ask about what this file knows (mtqa baseline makes it).")
@settings_options
def serve(
    paths: tuple[str, ...],
    port: int,
    no_open: bool,
    editor: str | None,
    source: str | None,
    baseline: str | None,
    **options: Any,
) -> int:
    """Serve the page of a review until Ctrl-C.

    PATH is a file or a folder (its .txt, .md, .html and wire .xml files).
    """
    if not paths:
        raise click.UsageError("name the files or folders to review")
    if "-" in paths:
        raise click.UsageError("standard input cannot be corrected in place: name a file")
    configs = configs_from(options)
    root = configs.of_folder(".")

    def found(tell: Callable[[str], None]) -> tuple[list[Source], Sources]:
        opened, problems = _opened(find_sources(paths, configs), paths)
        for line in problems:
            tell(line)
        return stories_and_spanish(source, paths, opened)

    sources, spanish = found(say)
    if not sources:
        raise MtqaError("there is nothing to review")

    from mtqa.cli.browser import open_browser
    from mtqa.cli.desk import LintDesk
    from mtqa.review.live.session import Session
    from mtqa.review.server.running import bind
    from mtqa.review.server.running import serve as run
    from mtqa.review.store import Store
    from mtqa.review.store.place import project_folder, store_path

    style = Style(min_severity=root["min-severity"])
    desk = LintDesk(configs, style, baseline or root["baseline"], sources, spanish)
    desk.signature()  # a gazetteer or a model that cannot be opened is told here, not on the page
    project = project_folder()
    store = Store(store_path(project, make=True))
    title = os.path.basename(os.getcwd())
    session = Session(
        [each.path for each in sources],
        desk,
        store,
        project=project,
        title=title,
        editor=editor or _login(),
        find=lambda: [each.path for each in found(lambda _: None)[0]],
    )

    def ready(address: str) -> None:
        click.echo(f"Review of {plural(len(sources), 'file')}: {address} (Ctrl-C ends)")
        sys.stdout.flush()
        if not no_open:
            open_browser(address)

    run(session, bind(port), ready, say)
    click.echo(f"The decisions are in {os.path.relpath(store.path)}; 'mtqa review export' writes them to a file.")
    store.close()
    return 0


@review.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("-o", "--output", "file", default="-", metavar="FILE", help="Write to this file (.json or .csv).")
@click.option("--format", "form", type=click.Choice(["json", "csv"]), help="[default: by the name of FILE, else json]")
def export(paths: tuple[str, ...], file: str, form: str | None) -> None:
    """Write what was decided, on PATH... or on all files.

    JSON is for `mtqa apply` and `mtqa baseline import`, CSV for a spreadsheet. Paths in it count from the working
    folder.
    """
    from mtqa.review.exporting import as_csv, as_json, named

    found = named(*_decided(paths))
    csv = form == "csv" or (form is None and file.lower().endswith(".csv"))
    _write(file, as_csv(found) if csv else as_json(found))


@review.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def stats(paths: tuple[str, ...], form: str) -> None:
    """Say how often each rule was right.

    By what was decided on PATH... or on all files: a finding was right when its suggestion was accepted or edited. The
    interval (Wilson, 95 %) says how far the number can be trusted: few decisions leave it wide.
    """
    from mtqa.config.catalogue import all_rules
    from mtqa.review.stats import as_text, by_rule, to_json

    words, _ = _decided(paths)
    rules = by_rule((word.decision for word in words if word.holds), {rule.code: rule.name for rule in all_rules()})
    click.echo(to_json(rules) if form == "json" else as_text(rules), nl=False)


def _opened(sources: list[Source], paths: tuple[str, ...]) -> tuple[list[Source], list[str]]:
    """The files to review, and a line for each that is none or that leads out of what was named."""
    from mtqa.review.confining import Confines

    confines = Confines(paths)
    kept, problems = [], []
    for source in sources:
        if source.problem or not os.path.isfile(source.path):
            problems.append(f"{source.path}: {source.problem or 'cannot be read: there is no such file'}")
        elif not confines.hold(source.path):
            problems.append(f"{source.path}: left out: it is a link that leads elsewhere; name it to review it")
        else:
            kept.append(source)
    return kept, problems


def _decided(paths: tuple[str, ...]) -> tuple[list[Stored], str]:
    """The words of the project's store on some files, and the project's folder."""
    store, project = _store()
    words = store.words()
    store.close()
    if paths:
        from mtqa.review.confining import Confines

        confines = Confines(paths)
        words = [word for word in words if confines.hold(os.path.join(project, word.decision.path))]
    return words, project


def _store() -> tuple[Store, str]:
    from mtqa.review.store import Store
    from mtqa.review.store.place import project_folder, store_path

    project = project_folder()
    path = store_path(project)
    if not os.path.isfile(path):
        raise MtqaError(f"{path}: there are no decisions yet; 'mtqa review PATH' begins")
    return Store(path), project


def _write(file: str, text: str) -> None:
    if file == "-":
        stdout: Any = sys.stdout
        stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        click.echo(text, nl=False)
        return
    from mtqa.atomic import write_file

    write_file(file, text.encode("utf-8", "backslashreplace"))


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return "editor"
