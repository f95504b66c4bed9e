"""``mtqa bench``: how good is mtqa, on annotated copy, and the weights that follow from it."""

from __future__ import annotations

import click

from mtqa.cli.bench_fit import fit
from mtqa.cli.bench_generate import generate
from mtqa.cli.bench_run import run


class _RunByDefault(click.Group):
    """A group in which ``mtqa bench FOLDER`` is ``mtqa bench run FOLDER``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_RunByDefault)
def bench() -> None:
    """Measure mtqa on annotated copy, and fit its weights.

    `mtqa bench [FOLDER]...` is short for `mtqa bench run`; see `mtqa bench run --help` for its options.
    """


for _command in (run, fit, generate):
    bench.add_command(_command)
