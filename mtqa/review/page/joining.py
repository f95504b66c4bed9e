"""The page's script: ECMAScript modules put together into one, since a page from disk can import none.

Each module is put after those it imports, its ``import`` and ``export`` words left out; all share one scope, so no
two modules may name something alike, and imports may not rename.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|async function|class) )", re.M)


def joined_modules(folder: Path, entry: str) -> str:
    """The script that the module ``entry`` of a folder and all that it imports make.

    Raises ValueError where modules import one another in a circle.
    """
    done: dict[str, str] = {}
    _add(folder, entry, (), done)
    body = "\n".join(f"// {name}\n{text.strip()}\n" for name, text in done.items())
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _add(folder: Path, name: str, within: tuple[str, ...], done: dict[str, str]) -> None:
    if name in within:
        raise ValueError(f"modules import one another: {' → '.join((*within, name))}")
    if name in done:
        return
    text = (folder / name).read_text(encoding="utf-8")
    for needed in _IMPORT.findall(text):
        _add(folder, needed, (*within, name), done)
    done[name] = _EXPORT.sub("", _IMPORT.sub("", text))
