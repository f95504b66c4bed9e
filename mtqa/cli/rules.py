"""``mtqa rules`` and ``mtqa explain``: the rules and their documentation."""

from __future__ import annotations

import click

from mtqa.config.selection import check_selectors, selected


@click.command()
def rules() -> None:
    """List the rules: code, name, summary."""
    from mtqa.config.catalogue import all_rules

    width = max(len(rule.name) for rule in all_rules())
    for rule in all_rules():
        click.echo(f"{rule.code}  {rule.name:{width}}  {rule.summary}")


@click.command()
@click.argument("code", nargs=-1, required=True)
def explain(code: tuple[str, ...]) -> None:
    """Print what a rule does and why. CODE is a code, the beginning of one, or a rule's name."""
    from mtqa.config.catalogue import all_rules

    check_selectors(code, all_rules())
    for number, rule in enumerate(rule for rule in all_rules() if selected(rule, code, ())):
        click.echo(f"{chr(10) if number else ''}# {rule.name} ({rule.code})\n\n{rule.documentation.strip()}")
