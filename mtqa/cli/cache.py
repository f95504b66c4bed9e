"""``mtqa cache``: the results that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cache.folder import NAME, CacheFolder
from mtqa.cli.options import configs_from, settings_options
from mtqa.config.discovery import Configs
from mtqa.output.wording import plural


def open_cache(configs: Configs) -> CacheFolder | None:
    """The cache that the settings of the working folder name; None when they want none. Raises MtqaError."""
    return CacheFolder(cache_path(configs)) if configs.of_folder(".")["cache"] else None


def cache_path(configs: Configs) -> str:
    """Where it lies: as the settings say, else beside the configuration file of the working folder, or in that."""
    root = configs.of_folder(".")
    if root["cache-dir"] is not None:
        return str(root["cache-dir"])
    home = Path(".") if configs.is_fixed or not root.files else root.files[0].parent
    return str(home / NAME)


@click.group()
def cache() -> None:
    """The results that are kept: for what has not changed nothing is looked for again."""


@cache.command("dir")
@settings_options
def folder(**options: Any) -> None:
    """Print where the results are kept."""
    click.echo(cache_path(configs_from(options)))


@cache.command()
@settings_options
def clean(**options: Any) -> None:
    """Remove all results. The next run looks at everything anew, and finds the same."""
    path = cache_path(configs_from(options))
    number, size = CacheFolder(path).clean()
    click.echo(f"{path}: {plural(number, 'result')} removed, {size / 1e6:.1f} MB")
