"""What the command line says on stderr."""

from __future__ import annotations

import click


def say(message: str) -> None:
    """One line on stderr, whatever the message holds: file names may contain line breaks and control characters."""
    line = " ".join(message.split())
    click.echo("mtqa: " + "".join(sign if sign.isprintable() else "\ufffd" for sign in line), err=True)
