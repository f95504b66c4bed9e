"""Values of settings: what a TOML or INI value must be, and what it becomes."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

from mtqa.config.keys import Key
from mtqa.document.dates import parse_date
from mtqa.document.decoding import known_encoding
from mtqa.errors import MtqaError
from mtqa.findings import SEVERITIES

_TRUE_FALSE = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


def convert(key: Key, raw: object, base: Path) -> object:
    """The value of a setting: str, bool, float, date or Path; a tuple of strings; for tables a tuple of pairs.

    ``raw`` is what TOML gave, or an INI file's text (lists with commas or line breaks; tables as ``name: value``
    lines, as in flake8). Paths count from ``base``. Raises MtqaError, which says what the value should be.
    """
    if key.kind in ("rules", "globs", "strings"):
        return _strings(raw)
    if key.kind == "rules-by-glob":
        return tuple((name, _strings(value)) for name, value in _pairs(raw))
    if key.kind == "severity-by-rule":
        return tuple((name, _one_of(value, SEVERITIES)) for name, value in _pairs(raw))
    if key.kind == "choice":
        return _one_of(raw, key.choices)
    converter: Callable[[object], object] = {
        "bool": _bool,
        "probability": _probability,
        "positive": _positive,
        "count": _count,
        "model": lambda value: model_at(_string(value), base),
        "date": _date,
        "encoding": _encoding,
        "path": lambda value: base / Path(_string(value)).expanduser(),
    }[key.kind]
    return converter(raw)


def _string(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise MtqaError(f"expected a text, not {_shown(raw)}")
    return raw.strip()


def _strings(raw: object) -> tuple[str, ...]:
    if isinstance(raw, str):
        parts: Iterable[object] = (part for line in raw.splitlines() for part in line.split(","))
        return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())
    if not isinstance(raw, list):
        raise MtqaError(f"expected a list of texts, not {_shown(raw)}")
    return tuple(_string(item) for item in raw)


def _pairs(raw: object) -> list[tuple[str, object]]:
    if isinstance(raw, str):
        pairs = [line.strip().rpartition(":") for line in raw.splitlines() if line.strip()]
        if any(not name or not value for name, _, value in pairs):
            raise MtqaError("expected lines of the form 'name: value'")
        return [(name.strip(), value.strip()) for name, _, value in pairs]
    if not isinstance(raw, dict):
        raise MtqaError(f"expected a table, not {_shown(raw)}")
    return [(str(name), value) for name, value in raw.items()]


def model_at(name: str, base: Path) -> str:
    """A model by its folder, which counts from ``base``, or by its name where there is no such folder."""
    folder = base / Path(name).expanduser()
    return str(folder) if folder.is_dir() or name.startswith((".", "~", "/")) else name


def _one_of(raw: object, choices: Iterable[str]) -> str:
    if raw not in (known := list(choices)):
        raise MtqaError(f"{_shown(raw)} is not one of {', '.join(known)}{nearest(raw, known)}")
    return str(raw)


def nearest(raw: object, known: Iterable[str]) -> str:
    """What was probably meant, for the end of a message; empty where nothing is near."""
    by_folded = {choice.casefold(): choice for choice in known}
    near = get_close_matches(str(raw).casefold().replace("_", "-"), by_folded, n=1)
    return f"; did you mean {by_folded[near[0]]!r}?" if near else ""


def _bool(raw: object) -> bool:
    value = _TRUE_FALSE.get(raw.strip().lower()) if isinstance(raw, str) else raw
    if not isinstance(value, bool):
        raise MtqaError(f"expected true or false, not {_shown(raw)}")
    return value


def _number(raw: object) -> float:
    try:
        if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
            raise ValueError
        number = float(raw)
    except ValueError:
        raise MtqaError(f"expected a number, not {_shown(raw)}") from None
    if not math.isfinite(number):
        raise MtqaError(f"{_shown(raw)} is no number to compare with")
    return number


def _probability(raw: object) -> float:
    number = _number(raw)
    if not 0 <= number <= 1:
        raise MtqaError(f"expected a number from 0 to 1, not {_shown(raw)}")
    return number


def _positive(raw: object) -> float:
    number = _number(raw)
    if number <= 0:
        raise MtqaError(f"expected a number above 0, not {_shown(raw)}")
    return number


def _count(raw: object) -> int:
    number = 0.0 if raw == "auto" else _number(raw)
    if number < 0 or number != int(number):
        raise MtqaError(f"expected a whole number from 0 on, or \"auto\", not {_shown(raw)}")
    return int(number)


def _date(raw: object) -> datetime.date:
    if isinstance(raw, datetime.date) and not isinstance(raw, datetime.datetime):
        return raw
    day = parse_date(raw) if isinstance(raw, str) else None
    if day is None:
        raise MtqaError(f"{_shown(raw)} is no date; write YYYY-MM-DD")
    return day


def _encoding(raw: object) -> str:
    if not known_encoding(name := _string(raw)):
        raise MtqaError(f"the encoding {name!r} is unknown; try utf-8, utf-16, cp1252 or latin-1")
    return name


def _shown(raw: object) -> str:
    return f"{str(raw).lower()}" if isinstance(raw, bool) else repr(raw)
