"""Who held an office on a day, from tenures whose dates are rough and whose sources stop at different times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.model import Entity, Match, Tenure

TOLERANCE = timedelta(days=31)
"""How far sources may be off at either end of a tenure."""
ACTING = "acting "
SHARED = ("deputy", "judge", "justice", "senator", "member", "commissioner", "congressman", "ambassador", "co ")
"""Offices that several people hold at once begin with one of these."""


@dataclass(frozen=True, slots=True)
class _Held:
    entity: Entity
    tenure: Tenure
    certain: bool
    acting: bool
    sources: int

    @property
    def started(self) -> date:
        return start_range(self.tenure.start)[0]


def holders_on(entities: Iterable[Entity], office: str, places: frozenset[str], on: date) -> list[Match]:
    """Those of ``entities`` who held ``office`` in one of ``places`` (ISO codes, folded bodies) on a day, best first.

    Score 1: within the dates of a source; 0.8: acting; 0.7: within :data:`TOLERANCE` of them; 0.5: a source leaves
    the end open, but someone else began later. Lower scores are dropped when one person has the highest.
    """
    from mtqa.gazetteer.folding import fold

    held = []
    for entity in entities:
        matching = [
            tenure
            for tenure in entity.tenures
            if tenure.office.removeprefix(ACTING) == office
            and (tenure.country in places or fold(tenure.country) in places)
        ]
        if found := _held(entity, matching, on):
            held.append(found)
    matches = [_match(item, held, office) for item in held]
    matches.sort(key=lambda match: (-match.score, -match.entity.prominence, match.entity.id))
    shared = office.startswith(SHARED)
    return matches if shared or not matches else [match for match in matches if match.score >= matches[0].score - 0.05]


def _held(entity: Entity, tenures: list[Tenure], on: date) -> _Held | None:
    best: tuple[int, Tenure] | None = None
    sources: set[str] = set()
    for tenure in tenures:
        first, surely = start_range(tenure.start)
        surely_end, last = end_range(tenure.end)
        if not tenure.start:
            surely = first
        if surely <= on <= surely_end:
            rank = 2
            sources.add(tenure.source)
        elif first - min(TOLERANCE, first - date.min) <= on and (last > date.max - TOLERANCE or on <= last + TOLERANCE):
            rank = 1
        else:
            continue
        rank = rank * 4 + 2 * (not tenure.office.startswith(ACTING)) + bool(tenure.end)
        if best is None or rank > best[0]:
            best = rank, tenure
    if best is None:
        return None
    return _Held(entity, best[1], best[0] >= 8, best[1].office.startswith(ACTING), len(sources))


def _succeeded(item: _Held, held: list[_Held]) -> bool:
    """A source that stopped before the end of a tenure leaves it open for ever: whoever began later wins."""
    return any(other.certain and not other.acting and other.started > item.started for other in held)


def _match(item: _Held, held: list[_Held], office: str) -> Match:
    tenure, score = item.tenure, 1.0
    if not item.certain:
        score = 0.7
    elif item.acting:
        score = 0.8
    elif not tenure.end and not office.startswith(SHARED) and _succeeded(item, held):
        score = 0.5
    if score == 1.0 and not tenure.start:
        score = 0.6
    dates = f"{tenure.start or '?'}–{tenure.end or ''}"
    detail = f"{tenure.office}, {tenure.country}, {dates} ({tenure.source})"
    return Match(item.entity, item.entity.english, score, "office", detail)
