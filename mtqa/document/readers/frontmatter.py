"""Front matter: the YAML, TOML or JSON head of a Markdown file, read for its date and language."""

from __future__ import annotations

import json
import re
import sys
from datetime import date

from mtqa.document.dates import date_in

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<body>.*?(?:\r\n|\r|\n))??(?P=fence)[ \t]*(?:\r\n|\r|\n|\Z)",
    re.S,
)


def front_matter(text: str) -> tuple[int, dict[str, object]]:
    """Where the copy begins and what its head says: ``(0, {})`` without one; ``{}`` also for a head that
    does not parse.

    Known heads: YAML between ``---``, TOML between ``+++``, a JSON object from the first character on.
    """
    if text.startswith(("---", "+++")) and (match := _FENCED.match(text)):
        body = match["body"] or ""
        values = _yaml(body) if match["fence"] == "---" else _toml(body)
        # Two rules ("---") with prose between them are no head.
        return (0, {}) if values is None else (match.end(), values)
    if text.startswith("{"):
        try:
            values, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return 0, {}
        if values and re.match(r"[ \t]*(?:\r|\n|\Z)", text[end : end + 100]):
            return end, values
    return 0, {}


def date_and_language(values: dict[str, object]) -> tuple[date | None, str | None]:
    """The date and the language that a head gives."""
    language = next(
        (value for key in ("lang", "language", "locale") if isinstance(value := values.get(key), str)), None
    )
    return date_in(values), language


def _yaml(body: str) -> dict[str, object] | None:
    import yaml

    try:
        values = yaml.safe_load(body)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain(body, ":")
    if values is None:
        return {}
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else None


def _toml(body: str) -> dict[str, object]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return dict(tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n")))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return _plain(body, "=")


def _plain(body: str, sign: str) -> dict[str, object]:
    """Top-level ``key: value`` lines of a head that its parser refuses: a date there still counts."""
    values: dict[str, object] = {}
    for line in body.splitlines():
        key, found, value = line.partition(sign)
        if found and re.fullmatch(r"[\w-]+", key.strip()) and not line[:1].isspace():
            values.setdefault(key.strip(), value.strip().strip("\"'"))
    return values
