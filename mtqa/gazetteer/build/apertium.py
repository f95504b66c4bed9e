"""Apertium's Spanish→English (Debian: apertium-eng-spa), asked for whole names at build time only."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence

_PAIR = "spa-eng"
_BEFORE = "según "
_PREFIX = re.compile(r"^(?:according to|as|second) ", re.I)


def available() -> bool:
    """Whether the program is there with the pair Spanish→English."""
    if shutil.which("apertium") is None:
        return False
    listed = subprocess.run(["apertium", "-l"], capture_output=True, text=True, check=False).stdout
    return _PAIR in listed.split()


def translate_names(names: Sequence[str]) -> list[list[str]]:
    """For each name, its translations on its own and in the middle of a sentence; words it does not know stay."""
    lines = [line for name in names for line in (f"{name}.", f"{_BEFORE}{name}.")]
    result = subprocess.run(
        ["apertium", "-u", _PAIR], input="\n\n".join(lines) + "\n", capture_output=True, text=True, check=True
    )
    output = result.stdout.split("\n\n")
    if len(output) < len(lines):
        return [[] for _ in names]
    found = []
    for index in range(len(names)):
        alone, inside = (_tidy(output[2 * index + step]) for step in (0, 1))
        found.append(list(dict.fromkeys(text for text in (alone, _PREFIX.sub("", inside)) if text)))
    return found


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(".").strip()
