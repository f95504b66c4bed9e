"""The ``mtqa`` command: finds sub-commands without importing them, and turns errors into one line and a
status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from mtqa import __version__
from mtqa.cli.messages import say
from mtqa.errors import MtqaError

COMMANDS = {
    "lint": ("mtqa.cli.lint:lint", "Check copy for mistranslated names."),
    "review": ("mtqa.cli.review:review", "Decide on findings in the browser, and correct the copy."),
    "apply": ("mtqa.cli.apply:apply", "Put what a review decided into the copy."),
    "report": ("mtqa.cli.report:report", "Write a page on which findings are read and decided."),
    "config": ("mtqa.cli.config:config", "Show the settings that hold for a file, and where they come from."),
    "baseline": ("mtqa.cli.baseline:baseline", "Keep the findings that are known."),
    "cache": ("mtqa.cli.cache:cache", "The results that are kept."),
    "rules": ("mtqa.cli.rules:rules", "List the rules."),
    "explain": ("mtqa.cli.rules:explain", "Print what a rule does and why."),
    "gazetteer": (
        "mtqa.cli.gazetteer:gazetteer",
        "What mtqa knows of names: look up, inspect, build, check.",
    ),
    "bench": ("mtqa.cli.bench:bench", "Measure mtqa on annotated copy, and fit its weights."),
    "model": ("mtqa.cli.model:model", "Make, measure, choose and try the translation models."),
}
"""Name → where the command is, and its line in ``mtqa --help``; both without importing it."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from COMMANDS alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click, but an unknown command names the nearest known one."""
        name = str(args[0])
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "See 'mtqa --help'."
            if os.path.exists(name):
                hint = f"To check a file: mtqa lint {name}"
            ctx.fail(f"No such command '{name}'. {hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mtqa")
def cli() -> None:
    """Find mistranslated names in English copy that a machine translated from Spanish.

    Start with: mtqa lint story.txt
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 nothing found, 1 findings, 2 the run itself failed, 130
    interrupted."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; errors are one line on stderr, never a traceback.

    With MTQA_DEBUG set in the environment an unexpected error is raised, for a traceback.
    """
    try:
        result: Any = cli.main(
            args=None if arguments is None else list(arguments), prog_name="mtqa", standalone_mode=False
        )
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        say("interrupted")
        return 130
    except MtqaError as error:
        say(str(error))
        return 2
    except BrokenPipeError:
        _drop_stdout()
        return 2
    except Exception as error:  # the last resort: a bug is one line, too
        if os.environ.get("MTQA_DEBUG"):
            raise
        say(f"internal error: {type(error).__name__}: {error} (please report it; MTQA_DEBUG=1 gives the traceback)")
        return 2
    return result if isinstance(result, int) else 0


def _drop_stdout() -> None:
    """Whoever read our output is gone: let nothing more be written, or Python complains at exit."""
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open until the process ends


if __name__ == "__main__":
    main()
