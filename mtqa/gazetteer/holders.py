"""Who held an office on a day, from tenures whose dates are rough and whose sources stop at different times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from mtqa.gazetteer.dates import FAR_FUTURE, end_range, start_range
from mtqa.gazetteer.model import Entity, Match, Tenure

TOLERANCE = timedelta(days=31)
"""How far sources may be off at either end of a tenure."""
AT_ONCE = timedelta(days=62)
"""How long two may hold an office of one person at once: tables know both ends to about a month."""
ACTING = "acting "
SHARED = ("deputy", "judge", "justice", "senator", "member", "commissioner", "congressman", "ambassador", "co ")
"""Offices that several people hold at once begin with one of these."""


_SINGLE = frozenset(
    ("president", "prime minister", "monarch", "pope", "chancellor", "supreme leader", "secretary general")
)
_BODIES = ("UN", "EU", "AU")
_SEVERAL = frozenset(
    (office, country)
    for office, countries in (("president", "BA SM AD LY YE"), ("prime minister", "LY YE"), ("monarch", "AD"))
    for country in countries.split()
)


def is_single(office: str, country: str) -> bool:
    """Whether one person at a time holds an office somewhere: a head of state or of government, or of a body.

    Not in Bosnia, San Marino and Andorra, whose heads of state are several, nor in Libya and Yemen, which had two
    governments; acting holders stand beside others.
    """
    if office == "secretary general" and len(country) == len("PL") and country not in _BODIES:
        return False
    return office in _SINGLE and (office, country) not in _SEVERAL


def is_snapshot(tenure: Tenure) -> bool:
    """Whether a table knows no more than that the office was held in one month, or on one day."""
    return tenure.start == tenure.end and len(tenure.start) > len("2019")


def surely_held(tenure: Tenure) -> tuple[date, date]:
    """The first and the last day on which an office was surely held; the first may be the later one.

    "2019" begins at the end of 2019 at the latest; an unknown start is that of the last day known. What is only known
    of a month is taken to have been so all the month.
    """
    if is_snapshot(tenure):
        return start_range(tenure.start)
    start = start_range(tenure.start)[1] if tenure.start else FAR_FUTURE
    end = end_range(tenure.end)[0]
    return (start, end) if start != FAR_FUTURE else (end, end)


def overlap(one: Tenure, other: Tenure) -> timedelta:
    """How long two tenures surely were at once; negative where they were not."""
    (start, end), (other_start, other_end) = surely_held(one), surely_held(other)
    return min(end, other_end) - max(start, other_start)


class Term(NamedTuple):
    """A tenure of somebody, and the days: the first and the last that are possible, those within which it is sure."""

    entity: Entity
    tenure: Tenure
    earliest: date
    latest: date
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class _Held:
    entity: Entity
    tenure: Tenure
    certain: bool
    acting: bool

    @property
    def started(self) -> date:
        return start_range(self.tenure.start)[0]


def terms_of(entities: Iterable[Entity], office: str, places: frozenset[str]) -> list[Term]:
    """The tenures of ``office`` in one of ``places`` (ISO codes, folded bodies), entity by entity."""
    from mtqa.gazetteer.folding import fold

    found = []
    for entity in entities:
        for tenure in entity.tenures:
            if tenure.office.removeprefix(ACTING) == office and (
                tenure.country in places or fold(tenure.country) in places
            ):
                found.append(_term(entity, tenure))
    return found


def _term(entity: Entity, tenure: Tenure) -> Term:
    first, start = start_range(tenure.start)
    end, last = end_range(tenure.end)
    earliest = first - min(TOLERANCE, first - date.min)
    latest = last + min(TOLERANCE, date.max - last)
    return Term(entity, tenure, earliest, latest, start if tenure.start else first, end)


def holders_among(terms: Iterable[Term], office: str, on: date) -> list[Match]:
    """Those who held ``office`` on a day by ``terms`` (see :func:`terms_of`), best first.

    Score 1: within the dates of a source; 0.8: acting; 0.7: within :data:`TOLERANCE` of them; 0.5: a source leaves
    the end open, but someone else began later. Lower scores are dropped when one person has the highest.
    """
    possible = [term for term in terms if term.earliest <= on <= term.latest]
    held = [_held(list(own), on) for _, own in groupby(possible, key=lambda term: id(term.entity))]
    matches = [_match(item, held, office) for item in held]
    matches.sort(key=lambda match: (-match.score, -match.entity.prominence, match.entity.id))
    shared = office.startswith(SHARED)
    return matches if shared or not matches else [match for match in matches if match.score >= matches[0].score - 0.05]


def _held(terms: list[Term], on: date) -> _Held:
    """The best of the terms of one person."""
    ranks = [
        4 * (1 + (term.start <= on <= term.end))
        + 2 * (not term.tenure.office.startswith(ACTING))
        + bool(term.tenure.end)
        for term in terms
    ]
    rank = max(ranks)
    term = terms[ranks.index(rank)]
    return _Held(term.entity, term.tenure, rank >= 8, term.tenure.office.startswith(ACTING))


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
