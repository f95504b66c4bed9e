"""Literal English of Spanish text, as a rule-based machine makes it (Apertium spa-eng)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence

from mtqa.errors import MtqaError

BATCH = 20_000


def literal_english(spanish: Sequence[str]) -> list[str]:
    """Put Spanish lines into English with ``apertium -u -f line spa-eng``, names and all.

    Unknown words stay as they are. One English line comes back for each Spanish one. Raises
    MtqaError when the program or the language pair is missing or loses lines.
    """
    if shutil.which("apertium") is None:
        raise MtqaError("apertium: not found; install the packages apertium and apertium-eng-spa")
    out: list[str] = []
    for start in range(0, len(spanish), BATCH):
        batch = spanish[start : start + BATCH]
        run = subprocess.run(
            ["apertium", "-u", "-f", "line", "spa-eng"],
            input="\n".join(batch) + "\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        lines = run.stdout.split("\n")[:-1]
        if run.returncode or len(lines) != len(batch):
            why = run.stderr.strip().split("\n")[0] or f"{len(batch)} lines in, {len(lines)} out"
            raise MtqaError(f"apertium spa-eng: {why}; is the package apertium-eng-spa installed?")
        out.extend(lines)
    return [_with_end(" ".join(line.replace("*", "").split()), source) for line, source in zip(out, spanish)]


def _with_end(english: str, spanish: str) -> str:
    """The line with the final stop of its source, which the line format swallows."""
    end = spanish[-1:]
    return english + end if english and end in (".", "?", "!") and not english.endswith(end) else english
