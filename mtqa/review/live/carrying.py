"""Decisions whose finding is another now: the words around it were edited, or its file was renamed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mtqa.review.decisions import Decision
from mtqa.review.page.model import FindingData
from mtqa.review.store import Stored

Moves = list[tuple[Stored, Decision]]


def moves(place: str, findings: Sequence[FindingData], words: Iterable[Stored], gone: Iterable[Stored]) -> Moves:
    """Which words go to which findings of a file that nobody has spoken of yet.

    ``words`` are those on the file, ``gone`` those on files that are not there any more. As the baseline does it: a
    finding takes the decision on the same rule and text in its file; else the one with its fingerprint in a file that
    is gone. Each word goes to one finding.
    """
    words = list(words)
    present = {finding["id"] for finding in findings}
    spoken = {word.decision.id for word in words}
    left = [word for word in words if word.decision.id not in present and word.holds and not word.applied]
    left.sort(key=lambda word: word.decision.start)
    away = [word for word in gone if word.holds and not word.applied]
    made: Moves = []
    for finding in findings:
        if finding["id"] in spoken:
            continue
        code, text, name = finding["code"], finding["text"], finding["id"]
        found = next((w for w in left if (w.decision.code, w.decision.text) == (code, text)), None)
        if found is not None:
            left.remove(found)
        else:
            found = next((w for w in away if w.decision.id == name), None)
            if found is None:
                continue
            away.remove(found)
        made.append((found, moved(found.decision, place, finding)))
    return made


def moved(decision: Decision, place: str, finding: FindingData) -> Decision:
    """A decision as one on a finding."""
    return replace(
        decision,
        path=place,
        id=finding["id"],
        fingerprint=finding["fingerprint"],
        start=finding["start"],
        end=finding["end"],
    )


def on_lost_files(words: Iterable[Stored], project: str) -> list[Stored]:
    """The words on files that are not there any more."""
    there: dict[str, bool] = {}
    found = []
    for word in words:
        place = word.decision.path
        if place not in there:
            there[place] = os.path.exists(os.path.join(project, place))
        if not there[place]:
            found.append(word)
    return found
