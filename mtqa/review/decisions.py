"""What a person decides of a finding, and the file in which decisions travel: out of a page, into ``mtqa apply`` and
``mtqa baseline import``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timezone
from typing import Any

from mtqa.atomic import write_file
from mtqa.errors import MtqaError

VERSION = 1
KIND = "mtqa-decisions"
VERDICTS = ("accept", "false-alarm", "edit")
"""``accept``: the suggestion is right; ``edit``: the finding is right, and the editor knows better what should stand
there; ``false-alarm``: the text is right."""
LONGEST = 1000
"""Code points that a replacement or a reason may have."""

_NEEDED = ("path", "id", "fingerprint", "code", "text", "start", "end", "decision")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on one finding. ``id`` is the fingerprint, with ``-2``, ``-3``, … for repeats in one file; ``start``
    and ``end`` are the code points at which the text stood. ``replacement`` is None for a false alarm. ``at`` is a
    moment, ``2026-11-29T10:00:00Z``."""

    path: str
    id: str
    fingerprint: str
    code: str
    text: str
    start: int
    end: int
    decision: str
    replacement: str | None = None
    by: str = ""
    at: str = ""
    reason: str = ""

    @property
    def key(self) -> str:
        """The name of the finding in a page."""
        return f"{self.path}#{self.id}"

    @property
    def corrects(self) -> bool:
        """Whether the copy is to be changed."""
        return self.decision in ("accept", "edit")

    @property
    def number(self) -> int:
        """Which of the findings with this fingerprint in the file it is, from 1."""
        tail = self.id.removeprefix(self.fingerprint).removeprefix("-")
        return int(tail) if tail.isascii() and tail.isdigit() else 1


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """The decisions of a review, and the signature of what made the findings."""

    decisions: tuple[Decision, ...]
    signature: str = ""


def check_verdict(decision: str, replacement: object, reason: object) -> str:
    """What is wrong with a verdict, in a few words; empty when nothing is."""
    if decision not in VERDICTS:
        return f"decision is {decision!r}, not one of {', '.join(VERDICTS)}"
    for name, value in (("replacement", replacement), ("reason", reason)):
        if value is None and name == "replacement":
            continue
        if not isinstance(value, str):
            return f"{name} is {value!r}, not a text"
        if len(value) > LONGEST:
            return f"{name} is longer than {LONGEST} characters"
        if _CONTROL.search(value):
            return f"{name} holds a line break or another control character"
    if (decision == "false-alarm") != (replacement is None):
        return "a false alarm has no replacement" if replacement is not None else f"{decision} has no replacement"
    return ""


def now() -> str:
    """This moment as decisions have it: UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_decisions(values: object) -> bool:
    """Whether parsed JSON says that it is a file of decisions."""
    return isinstance(values, dict) and values.get("kind") == KIND


def holds_decisions(path: str) -> bool:
    """Whether a file says that it is one of decisions; false also of what cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return is_decisions(json.load(file))
    except (OSError, ValueError, RecursionError):
        return False


def read_decisions(path: str) -> DecisionFile:
    """The decisions in a file; of several on one finding the last holds. Raises MtqaError."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            values = json.load(file)
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise MtqaError(f"{path}{line}: is no file of decisions: it is not JSON") from None
    return parse_decisions(values, path)


def parse_decisions(values: object, path: str) -> DecisionFile:
    """The decisions in parsed JSON, which came from ``path``. Raises MtqaError."""
    if not isinstance(values, dict) or not is_decisions(values):
        raise MtqaError(f"{path}: is no file of decisions: export one from a report or with 'mtqa review export'")
    if values.get("version") != VERSION:
        version = values.get("version")
        raise MtqaError(f"{path}: has decisions of version {version!r}; this mtqa reads version {VERSION}: upgrade it")
    items = values.get("decisions")
    if not isinstance(items, list):
        raise MtqaError(f"{path}: is no file of decisions: it has no list of decisions")
    found: dict[str, Decision] = {}
    for number, item in enumerate(items, 1):
        decision = _decision(item, f"{path}: decision {number}")
        found.pop(decision.key, None)
        found[decision.key] = decision
    signature = values.get("signature")
    return DecisionFile(tuple(found.values()), signature if isinstance(signature, str) else "")


def to_json(decisions: Iterable[Decision], signature: str = "") -> str:
    """The file of decisions: JSON, a decision a line."""
    lines = ",\n".join("    " + json.dumps(asdict(decision), ensure_ascii=False) for decision in decisions)
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    head = f'"version": {VERSION},\n  "kind": "{KIND}",\n  "signature": {json.dumps(signature, ensure_ascii=False)}'
    return f'{{\n  {head},\n  "decisions": {listed}\n}}\n'


def write_decisions(path: str, decisions: Sequence[Decision], signature: str = "") -> None:
    """Write a file of decisions, whole or not at all. Raises MtqaError."""
    write_file(path, to_json(decisions, signature).encode("utf-8", "backslashreplace"))


def _decision(item: Any, where: str) -> Decision:
    if not isinstance(item, dict):
        raise MtqaError(f"{where} is no object")
    missing = [name for name in _NEEDED if name not in item]
    if missing:
        raise MtqaError(f"{where} has no {missing[0]}")
    values = {field.name: item[field.name] for field in fields(Decision) if field.name in item}
    for name, value in values.items():
        kind: type = int if name in ("start", "end") else str
        if (value is None and name == "replacement") or (type(value) is kind):
            continue
        raise MtqaError(f"{where}: {name} is {value!r}")
    decision = Decision(**values)
    wrong = check_verdict(decision.decision, decision.replacement, decision.reason)
    if not wrong and not 0 <= decision.start <= decision.end:
        wrong = f"start and end are {decision.start} and {decision.end}"
    if not wrong and (not decision.path or "\0" in decision.path):
        wrong = f"path is {decision.path!r}"
    if wrong:
        raise MtqaError(f"{where}: {wrong}")
    return decision
