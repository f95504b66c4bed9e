"""``mtqa config``: which settings hold, and where they come from."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from mtqa.cli.options import configs_from, settings_options
from mtqa.config.config import Config
from mtqa.config.keys import KEYS


@click.group()
def config() -> None:
    """Show the settings that hold for a file, and where they come from."""


@config.command()
@click.argument("path", default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@settings_options
def show(path: str, form: str, **options: Any) -> None:
    """Print every setting that holds for PATH (a file or a folder), and where it comes from.

    The text is TOML: what `mtqa.toml` would hold to have the same effect. The options of `mtqa lint` are understood.
    """
    configs = configs_from(options)
    effective = configs.of_folder(path) if os.path.isdir(path) else configs.of(path)
    click.echo(_as_json(path, effective) if form == "json" else "\n".join(_as_toml(path, effective)))


def _as_json(path: str, effective: Config) -> str:
    settings = {name: {"value": _plain(effective[name], name), "origin": effective.origin(name)} for name in KEYS}
    files = [str(file) for file in effective.files]
    return json.dumps({"path": path, "files": files, "settings": settings}, ensure_ascii=False, indent=2)


def _as_toml(path: str, effective: Config) -> list[str]:
    files = ", which extends ".join(str(file) for file in effective.files)
    lines = [f"# Settings for {path}, from {files or 'no configuration file'}"]
    tables = []
    for name in KEYS:
        value, origin = _plain(effective[name], name), effective.origin(name)
        if isinstance(value, dict):
            tables += ["", f"[{name}]  # {origin}"]
            tables += [f"{_dumps(key)} = {_dumps(item)}" for key, item in value.items()]
        elif value is None:
            lines.append(f"# {name} is not set")
        else:
            lines.append(f"{f'{name} = {_dumps(value)}':40}  # {origin}")
    return lines + tables


def _plain(value: Any, name: str) -> Any:
    if KEYS[name].kind in ("rules-by-glob", "severity-by-rule"):
        return {key: list(item) if isinstance(item, tuple) else item for key, item in value}
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, (Path, date)) else value


def _dumps(value: Any) -> str:
    """TOML's texts, numbers, truth values and lists are written as JSON's are."""
    return json.dumps(value, ensure_ascii=False)
