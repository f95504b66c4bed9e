"""``mtqa rules`` and ``mtqa explain``: the rules and their documentation."""

from __future__ import annotations

import click

from mtqa.config.selection import check_selectors, selected


@click.command()
def rules() -> None:
    """List the rules: code, name, summary."""
    from mtqa.rules import RULES

    width = max((len(rule.name) for rule in RULES), default=0)
    for rule in RULES:
        click.echo(f"{rule.code}  {rule.name:{width}}  {rule.summary}")


@click.command()
@click.argument("code", nargs=-1, required=True)
def explain(code: tuple[str, ...]) -> None:
    """Print what a rule does and why. CODE is a code, the beginning of one, or a rule's name."""
    from mtqa.rules import RULES

    check_selectors(code, RULES)
    for number, rule in enumerate(rule for rule in RULES if selected(rule, code, ())):
        click.echo(f"{chr(10) if number else ''}# {rule.name} ({rule.code})\n\n{rule.documentation.strip()}")
