"""Older forms of the baseline's file, each brought to the next: one small function a version.

Whoever writes a baseline writes the present version, so that a file is upgraded in place by the next ``mtqa baseline
update``, ``prune`` or ``import``; reading alone changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from mtqa.errors import MtqaError

VERSION = 1
"""The version that is written."""


def _from_report(values: dict[str, Any], folder: str) -> dict[str, Any]:
    """Version 0: what ``mtqa lint --format json`` writes; all that it holds is known. Its paths count from the working
    folder, an entry's from the baseline's."""
    found = [
        {
            "path": os.path.relpath(os.path.abspath(file["path"]), folder).replace(os.sep, "/"),
            "code": finding["code"],
            "fingerprint": finding["fingerprint"],
            "text": finding["text"],
        }
        for file in values["files"]
        for finding in file["findings"]
    ]
    return {"version": 1, "findings": found}


UPGRADES: dict[int, Callable[[dict[str, Any], str], dict[str, Any]]] = {0: _from_report}
"""Version → what makes the next of it. They are given the file's content and its folder."""


def upgraded(path: str, values: Any) -> dict[str, Any]:
    """The content of a baseline's file in the present version. Raises MtqaError for what is no baseline, or one of a
    version that this mtqa does not know."""
    if not isinstance(values, dict):
        raise MtqaError(f"{path}: is no baseline: it has no list of findings")
    while (version := _version(values)) != VERSION:
        step = UPGRADES.get(version) if isinstance(version, int) else None
        if step is None:
            reads = f"{min(UPGRADES)} to {VERSION}"
            raise MtqaError(f"{path}: is a baseline of version {version!r}; this mtqa reads {reads}: upgrade mtqa")
        try:
            values = step(values, os.path.dirname(os.path.abspath(path)))
        except (KeyError, TypeError):
            what = "it is not what 'mtqa lint --format json' writes" if version == 0 else f"version {version} is broken"
            raise MtqaError(f"{path}: is no baseline: {what}") from None
    content: dict[str, Any] = values
    if not isinstance(content.get("findings"), list):
        raise MtqaError(f"{path}: is no baseline: it has no list of findings")
    return content


def _version(values: dict[str, Any]) -> Any:
    """A report has a version of its own, and no findings at its top."""
    return 0 if "files" in values and "findings" not in values else values.get("version")
