"""Sentences of parallel text whose names are known: the gazetteer has the Spanish, and the other side the English."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from mtqa.bench.making.sentences import OF_KIND
from mtqa.bench.making.spans import find, runs
from mtqa.bench.making.stories import KNOWN, Line, Story
from mtqa.errors import MtqaError
from mtqa.gazetteer import Entity
from mtqa.gazetteer.lookup import LookUp

LINES = 10
"""Sentences of a story."""
SHORTEST, LONGEST = 6, 50
"""Words of a sentence."""
SHORT = 4
"""Letters that a name must have."""


def prose(gazetteer: LookUp, folder: Path, rng: random.Random, stories: int) -> list[Story]:
    """Stories of sentences drawn from ``train.es`` and ``train.en`` of a folder; no country and no day are known.

    Raises MtqaError when the files are missing or differ in length.
    """
    spanish, english = (_lines(folder / name) for name in ("train.es", "train.en"))
    if len(spanish) != len(english):
        raise MtqaError(f"{folder}: train.es has {len(spanish)} lines and train.en {len(english)}")
    order = rng.sample(range(len(spanish)), len(spanish))
    found = _found(gazetteer, [(spanish[i], english[i]) for i in order])
    made: list[Story] = []
    while len(made) < stories:
        lines = [line for _, line in zip(range(LINES), found)]
        if not lines:
            break
        made.append(Story("", None, tuple(lines)))
    return made


def _found(gazetteer: LookUp, pairs: Sequence[tuple[str, str]]) -> Iterator[Line]:
    for spanish, english in pairs:
        if SHORTEST <= len(spanish.split()) <= LONGEST:
            named = ((name, _known(gazetteer, name, english)) for name in _names(spanish))
            name, entity = next((pair for pair in named if pair[1] is not None), ("", None))
            if entity is not None:
                yield Line(spanish, name, entity, english)


def _names(spanish: str) -> Iterator[str]:
    """What has capitals; at the start of a sentence only what has several, with and without the first word."""
    for run in runs(spanish, "y e para por en a con"):
        if run.start() or " " in run.group():
            yield run.group()
        if not run.start() and " " in run.group():
            yield run.group().partition(" ")[2]


def _known(gazetteer: LookUp, name: str, english: str) -> Entity | None:
    """The entity that Spanish calls so, where the English has one of its English names."""
    if len(name) < SHORT or gazetteer.territory_spanish(name):
        return None
    news = (m.entity for m in gazetteer.spanish(name) if m.entity.kind in OF_KIND and m.entity.prominence >= KNOWN)
    for entity in news:
        if any(find(english, form) >= 0 for form in entity.accepted("en") if len(form) >= SHORT):
            return entity
    return None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); give a folder with train.es and train.en") from None
