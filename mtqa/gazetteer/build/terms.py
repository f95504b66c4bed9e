"""Who held an office that one person holds, where tables disagree.

Tables are gone through in the order of trust, and each tenure is held against those that stand already:

* an end that a table leaves open is the one that a more trusted table has for the same person's time in office;
* one that stays open is closed where the next holder began, when the table itself has that one or is
  older than that one's first day; of two holders of one table the earlier ends where the later begins;
* a tenure that overlaps another's by no more than the tolerance stands: tables know dates to about a month;
* one that overlaps it further is cut to what is free before or after, where most of it is free, else dropped;
* what a table only knows of one day (start and end are the same) is dropped where a dated tenure covers the day.

What was cut or dropped is told in the build's report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mtqa.gazetteer.dates import FAR_PAST, end_range, start_range
from mtqa.gazetteer.holders import is_single, is_snapshot, overlap, surely_held
from mtqa.gazetteer.model import Entity, Tenure

_STAND_IN = timedelta(days=200)
_TODAY = date(2100, 1, 1)


CUT = "cut to what a more trusted table leaves free"
DROPPED = "another held it by a more trusted table"


@dataclass(slots=True)
class _Term:
    """A tenure of the entity with a number; ``rank`` is its place in the order of trust."""

    number: int
    tenure: Tenure
    rank: int

    @property
    def surely(self) -> tuple[date, date]:
        """The days on which it was surely held, an open end being far away."""
        return surely_held(self.tenure)

    @property
    def is_snapshot(self) -> bool:
        return is_snapshot(self.tenure)


@dataclass(frozen=True, slots=True)
class Settled:
    """A tenure that was cut or dropped, and the one that it gave way to."""

    tenure: Tenure
    kept: Tenure | None
    reason: str
    other: Tenure


def settle(
    entities: Sequence[Entity], trust: Mapping[str, int], known_until: Mapping[str, str], tolerance: timedelta
) -> tuple[list[Entity], list[Settled]]:
    """Entities with the tenures that stand, and what was cut or dropped.

    ``trust`` gives the place of a table in the order of trust, ``known_until`` the month (YYYY-MM) in which it ends.
    """
    terms: dict[tuple[str, str], list[_Term]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for tenure in entity.tenures:
            if is_single(tenure.office, tenure.country):
                terms[tenure.office, tenure.country].append(_Term(number, tenure, trust.get(tenure.source, len(trust))))
    settled: list[Settled] = []
    kept_of: dict[tuple[int, Tenure, str], Tenure | None] = {}
    for key in sorted(terms):
        for term, kept, reason, other in _settle_office(terms[key], known_until, tolerance):
            settled.append(Settled(term.tenure, kept, reason, other))
            kept_of[term.number, term.tenure, term.tenure.row] = kept
    if not kept_of:
        return list(entities), settled
    changed = {number for number, _, _ in kept_of}
    return [
        replace(entity, tenures=_kept(number, entity, kept_of)) if number in changed else entity
        for number, entity in enumerate(entities)
    ], settled


def _kept(number: int, entity: Entity, kept_of: Mapping[tuple[int, Tenure, str], Tenure | None]) -> tuple[Tenure, ...]:
    found = (kept_of.get((number, tenure, tenure.row), tenure) for tenure in entity.tenures)
    return tuple(sorted(filter(None, found), key=lambda t: (t.start, t.office, t.end, t.source)))


_Change = tuple[_Term, "Tenure | None", str, Tenure]


def _settle_office(terms: list[_Term], known_until: Mapping[str, str], tolerance: timedelta) -> Iterator[_Change]:
    """Changes to the tenures of one office in one place."""
    changes: dict[int, tuple[Tenure | None, str, Tenure]] = {}
    for index, term in enumerate(terms):
        own = _own_end(term, terms)
        later = None if own else _successor(term, terms, known_until)
        if own is not None:
            changes[index] = replace(term.tenure, end=own.end), "ends where a more trusted table ends it", own
        elif later is not None:
            closed = replace(term.tenure, end=later.start)
            changes[index] = closed, "ends where the next holder began", later
    standing: list[_Term] = []
    current = [replace(term, tenure=changes.get(i, (None,))[0] or term.tenure) for i, term in enumerate(terms)]
    order = sorted(range(len(terms)), key=lambda i: (terms[i].is_snapshot, terms[i].rank, terms[i].tenure.start, i))
    for index in order:
        term = current[index]
        for other in list(standing):
            if other.number == term.number or not term.tenure:
                continue
            both = overlap(term.tenure, other.tenure)
            if both <= tolerance and not (term.is_snapshot and both >= timedelta(0)):
                continue
            cut = None if term.is_snapshot else _cut(term.tenure, other.tenure, both)
            reason = CUT if cut else DROPPED
            changes[index] = cut, reason, other.tenure
            if cut is None:
                break
            term = replace(term, tenure=cut)
        if changes.get(index, (term.tenure,))[0] is not None:
            standing.append(term)
    for index in sorted(changes):
        kept, reason, other_tenure = changes[index]
        yield terms[index], kept, reason, other_tenure


def _own_end(term: _Term, terms: list[_Term]) -> Tenure | None:
    """The tenure of the same person in a more trusted table that has an end where this one has none."""
    for other in terms:
        same = other.number == term.number and other.rank < term.rank and not other.is_snapshot
        if same and not term.tenure.end and other.tenure.end and overlap(term.tenure, other.tenure) >= timedelta(0):
            return other.tenure
    return None


def _successor(term: _Term, terms: list[_Term], known_until: Mapping[str, str]) -> Tenure | None:
    """Who began after the table of an open tenure ends, or in the same table and before the end; the first of them."""
    if term.is_snapshot:
        return None
    until = known_until.get(term.tenure.source, "")
    later = [
        other.tenure
        for other in terms
        if other.number != term.number and not other.is_snapshot and _follows(other.tenure, term.tenure, until)
    ]
    return min(later, key=lambda tenure: tenure.start, default=None)


def _follows(other: Tenure, tenure: Tenure, until: str) -> bool:
    """Whether a tenure began within another one and shows that this one had come to its end."""
    last_start = start_range(tenure.start)[1] if tenure.start else FAR_PAST
    end, is_open = end_range(tenure.end)[0], not tenure.end
    first, surely = start_range(other.start)
    if not last_start < first or not surely < end:
        return False
    # Who stood in for a while within the time of another is no successor.
    outlasts = end <= end_range(other.end)[1] or (is_open and _lasts(other))
    return outlasts and (other.source == tenure.source or (is_open and _is_after(other.start, until)))


def _lasts(tenure: Tenure) -> bool:
    start, end = surely_held(tenure)
    return end - start > _STAND_IN


def _is_after(start: str, month: str) -> bool:
    """Whether a date is after a month, as far as it is told; never when there is no month."""
    return bool(month) and start[:7] > month[: len(start)]


def _cut(tenure: Tenure, other: Tenure, both: timedelta) -> Tenure | None:
    """The part of a tenure before or after another one, where that is most of it."""
    start, end = surely_held(tenure)
    other_start, other_end = surely_held(other)
    end, other_end = min(end, _TODAY), min(other_end, _TODAY)
    if end - start <= timedelta(0) or start == FAR_PAST or both / (end - start) > 0.5:
        return None
    if start < other_start <= end:
        return replace(tenure, end=other.start or other_start.isoformat())
    if start <= other_end < end:
        return replace(tenure, start=other.end)
    return None
