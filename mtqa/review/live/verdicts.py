"""From what an editor asks for to decisions on findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from mtqa.errors import MtqaError
from mtqa.review.decisions import Decision, check_verdict
from mtqa.review.page.model import DecisionData, FindingData
from mtqa.review.store import Stored
from mtqa.review.store.model import OPEN


class RefusedError(MtqaError):
    """What an editor asks for cannot be done. ``changed``: because the stories are others by now."""

    def __init__(self, message: str, *, changed: bool = False) -> None:
        super().__init__(message)
        self.changed = changed


def decisions_on(
    findings: Mapping[str, tuple[str, FindingData]], decision: str | None, replacement: str | None, reason: str
) -> list[Decision]:
    """The decisions to store on findings, each given with its place in the store. Raises RefusedError.

    ``decision`` None opens them again. ``accept`` takes the replacement where it is one of the finding's own
    suggestions, and of several findings the others' first one.
    """
    made = []
    for key, (place, finding) in findings.items():
        text = _replacement(key, finding, decision, replacement, alone=len(findings) == 1)
        if decision is not None and (wrong := check_verdict(decision, text, reason)):
            raise RefusedError(wrong)
        made.append(
            Decision(
                place,
                finding["id"],
                finding["fingerprint"],
                finding["code"],
                finding["text"],
                finding["start"],
                finding["end"],
                decision or OPEN,
                text,
                reason=reason if decision else "",
            )
        )
    return made


def as_data(word: Stored, path: str) -> DecisionData | None:
    """A word for the page, on a file as the page calls it; None for one that is open."""
    if not word.holds:
        return None
    values = {name: getattr(word.decision, name) for name in Decision.__slots__}
    return cast("DecisionData", {**values, "path": path, "applied": word.applied})


def _replacement(
    key: str, finding: FindingData, decision: str | None, replacement: str | None, *, alone: bool
) -> str | None:
    if decision in (None, "false-alarm"):
        return None
    if decision != "accept" or (replacement is not None and replacement in finding["suggestions"]):
        return replacement
    if replacement is not None and alone:
        raise RefusedError(f"{replacement!r} is no suggestion for “{finding['text']}”; edit it")
    if not finding["suggestions"]:
        raise RefusedError(f"there is no suggestion for “{finding['text']}” to accept; edit it")
    return finding["suggestions"][0]
