"""Configuration files: where settings stand in ``mtqa.toml``, ``pyproject.toml`` and ``setup.cfg``."""

from __future__ import annotations

import configparser
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.errors import MtqaError

NAMES = (".mtqa.toml", "mtqa.toml", "pyproject.toml", "setup.cfg")
"""What a configuration file may be called; of several in one folder the first that has a section of ours counts."""

_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:[#;].*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*(?=[=:.])""")


@dataclass(frozen=True, slots=True)
class RawFile:
    """What a file holds for us, not yet checked; ``lines`` has the line of each key, as far as it was found.

    The key of an entry in a table is ``table.entry``.
    """

    path: Path
    values: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict)

    def where(self, key: str) -> str:
        """Path and, where known, line of a key."""
        line = self.lines.get(key) or self.lines.get(key.partition(".")[0])
        return f"{self.path}:{line}" if line else str(self.path)


def read_config(path: Path, *, required: bool = False) -> RawFile | None:
    """The file's section for mtqa; None when it has none.

    ``required`` is for a file that somebody named: any ``.cfg``, ``.ini`` or TOML file, and a missing section is an
    error. Raises MtqaError, also for a file that cannot be read or parsed.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise MtqaError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    whole = path.suffix == ".toml" and path.name != "pyproject.toml"
    if not whole and "mtqa" not in text:
        found = None
    elif path.suffix in (".cfg", ".ini"):
        found = _ini(path, text)
    else:
        found = _toml(path, text, () if whole else ("tool", "mtqa"))
    if found is None and required:
        section = "[mtqa]" if path.suffix in (".cfg", ".ini") else "[tool.mtqa]"
        raise MtqaError(f"{path}: has no section {section}")
    return found


def _toml(path: Path, text: str, table: tuple[str, ...]) -> RawFile | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        values: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MtqaError(_with_line(path, str(error))) from None
    for name in table:
        values = values.get(name) if isinstance(values, dict) else None
    if not isinstance(values, dict):
        return None
    return RawFile(path, values, _lines(text, ".".join(table)))


def _with_line(path: Path, message: str) -> str:
    match = re.search(r"\(at line (\d+), column \d+\)", message)
    if not match:
        return f"{path}: is no valid TOML: {message}"
    return f"{path}:{match[1]}: is no valid TOML: {message[: match.start()].strip()}"


def _ini(path: Path, text: str) -> RawFile | None:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    try:
        parser.read_string(_own_section(text))
    except configparser.Error as error:
        line = getattr(error, "lineno", None) or next(iter(getattr(error, "errors", ())), (None,))[0]
        reason = type(error).__name__.removesuffix("Error").lower()
        raise MtqaError(f"{path}{f':{line}' if line else ''}: is no valid INI file ({reason})") from None
    if not parser.has_section("mtqa"):
        return None
    return RawFile(path, dict(parser["mtqa"]), _lines(text, "mtqa"))


def _own_section(text: str) -> str:
    """The text with all but our section blank: other tools' sections are theirs, however they are written."""
    kept, ours = [], False
    for line in text.splitlines():
        if line.startswith("["):
            ours = line.partition("]")[0] == "[mtqa"
        kept.append(line if ours else "")
    return "\n".join(kept)


def _lines(text: str, section: str) -> dict[str, int]:
    """The line of each key of a section and its sub-tables: for messages, so a plain look at the lines will do."""
    found: dict[str, int] = {}
    prefix: str | None = "" if not section else None
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            name = header[1].replace('"', "").replace(" ", "")
            if name == section or not section or name.startswith(section + "."):
                prefix = name[len(section) :].lstrip(".")
                found.setdefault(prefix, number) if prefix else None
            else:
                prefix = None
        elif prefix is not None and (key := _KEY.match(line)):
            first = _bare(key[1])
            if not prefix and line[key.end()] == "." and (second := _KEY.match(line, key.end() + 1)):
                found.setdefault(first, number)
                first = f"{first}.{_bare(second[1])}"
            found.setdefault(f"{prefix}.{first}" if prefix else first, number)
    return found


def _bare(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name
