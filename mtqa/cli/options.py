"""Options that stand for settings: the command line's word against that of the configuration files."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from mtqa.config.discovery import Configs
from mtqa.config.keys import ENGINES, KEYS, LANGUAGES
from mtqa.config.values import model_at, nearest
from mtqa.document.dates import parse_date
from mtqa.document.decoding import known_encoding
from mtqa.findings import SEVERITIES

Command = Callable[..., Any]


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    day = parse_date(value)
    if value is not None and day is None:
        raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD")
    return day


def _split(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(part.strip() for text in value for part in text.split(",") if part.strip()) or None


def _finite(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise click.BadParameter(f"{value} is no number to compare with")
    return value


def _encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not known_encoding(value):
        raise click.BadParameter(f"{value!r} is unknown; try utf-8, utf-16, cp1252 or latin-1")
    return value


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in LANGUAGES:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(LANGUAGES)}{nearest(value, LANGUAGES)}")
    return value


def _model(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    return model_at(value, Path()) if value is not None else None


def _jobs(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    if value is None or value == "auto":
        return None if value is None else 0
    if not value.isdecimal():
        raise click.BadParameter(f"{value!r} is no number of processes; write 0 (one a processor), 1, 2, …")
    return int(value)


def _several(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    return value or None


_OPTIONS = (
    click.option(
        "--as-of",
        callback=_day,
        metavar="DATE",
        help="The day the copy is from: who held which office then.  [default: the document's own, else today]",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=_split,
        metavar="RULES",
        help="Only these rules: codes, beginnings of codes, names; with commas or repeated.",
    ),
    click.option("--ignore", multiple=True, callback=_split, metavar="RULES", help="Not these rules."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        callback=_finite,
        help="Drop findings less likely than this.  [default: 0]",
    ),
    click.option(
        "--min-severity",
        type=click.Choice(SEVERITIES),
        help="The mildest findings that text shows and that make exit status 1.  [default: warning]",
    ),
    click.option("--encoding", callback=_encoding, metavar="NAME", help="Encoding of the files.  [default: detected]"),
    click.option(
        "--max-size",
        type=click.FloatRange(min=0, min_open=True),
        callback=_finite,
        metavar="MB",
        help=f"Refuse larger files.  [default: {KEYS['max-size'].default:g}]",
    ),
    click.option(
        "--exclude",
        multiple=True,
        callback=_several,
        metavar="PATTERN",
        help="Leave out what the pattern (as in .gitignore) names; repeatable.",
    ),
    click.option(
        "--force-exclude", is_flag=True, default=None, help="Leave excluded files out even when named outright."
    ),
    click.option("--no-gitignore", is_flag=True, help="Check what git ignores, too."),
    click.option(
        "--language",
        callback=_language,
        metavar="VARIANT",
        help="en-GB or en-US: which of two accepted spellings of a name is suggested.  [default: the copy's own]",
    ),
    click.option("--gazetteer", type=click.Path(path_type=Path), metavar="FILE", help="Use this gazetteer."),
    click.option(
        "--house",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The newsroom's table of names.  [default: for each file the nearest mtqa.gazetteer.csv above it]",
    ),
    click.option("--no-house", is_flag=True, help="Look for no table of names."),
    click.option("--engine", type=click.Choice(ENGINES), help="What runs the translation models.  [default: auto]"),
    click.option("--no-models", is_flag=True, help="Do without back-translation."),
    click.option(
        "--model",
        callback=_model,
        metavar="NAME",
        help="Folder or hub name of the translation model, or embedded.  [default: the one that mtqa model use chose]",
    ),
    click.option("--no-cache", is_flag=True, envvar="MTQA_NO_CACHE", help="Keep no results, and use none."),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="MTQA_CACHE_DIR",
        metavar="FOLDER",
        help="Where results are kept.  [default: .mtqa_cache beside the configuration file, else here]",
    ),
    click.option(
        "-j",
        "--jobs",
        callback=_jobs,
        metavar="N",
        help="Most processes that lint side by side; 0 or auto: one a processor.  [default: auto]",
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The configuration file to use for all.  [default: for each file the nearest above it]",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
)


def settings_options(command: Command) -> Command:
    """Give a command the options that stand for settings; :func:`configs_from` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def configs_from(options: dict[str, Any]) -> Configs:
    """The configuration that the options ask for; takes them out of ``options``. Raises MtqaError."""
    named, isolated = options.pop("config"), options.pop("isolated")
    if named is not None and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    given: dict[str, Any] = {}
    if options.pop("no_models"):
        given["models"] = False
    if options.pop("no_house"):
        given["find-house"] = False
    if options.pop("no_cache"):
        given["cache"] = False
    if options.pop("no_gitignore"):
        given["respect-gitignore"] = False
    if exclude := options.pop("exclude"):
        given["extend-exclude"] = exclude
    for name in KEYS:
        value = options.pop(name.replace("-", "_"), None)
        if value is not None:
            given[name] = value
    return Configs(named=named, isolated=isolated, options=given, origins=_from_environment())


def _from_environment() -> dict[str, str]:
    """The settings that environment variables give, with their variables."""
    ctx = click.get_current_context()
    variables = {"no_cache": ("cache", "MTQA_NO_CACHE"), "cache_dir": ("cache-dir", "MTQA_CACHE_DIR")}
    return {
        key: variable
        for option, (key, variable) in variables.items()
        if ctx.get_parameter_source(option) is ParameterSource.ENVIRONMENT
    }
