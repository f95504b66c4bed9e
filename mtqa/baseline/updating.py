"""A baseline after a new run: decisions kept, what is gone left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mtqa.baseline.matching import Matcher
from mtqa.baseline.model import Baseline, Entry
from mtqa.findings import Finding

Results = Iterable[tuple[str, Sequence[Finding]]]
"""Path and findings of each file that was checked."""


def updated(baseline: Baseline, results: Results, at: str = "", *, add: bool = True) -> Baseline:
    """The baseline brought to what a run has found.

    Known findings keep their decision and get the path and fingerprint that they have now. New ones are added (unless
    ``add`` is false) as known since ``at``. Entries go whose file was checked or is gone; those of other files stay.
    """
    matcher = Matcher(baseline)
    entries: list[Entry] = []
    checked = set()
    for path, findings in results:
        place = baseline.path_of(path)
        checked.add(place)
        for finding, entry in matcher.match(path, findings):
            if entry is not None:
                now = {"path": place, "fingerprint": finding.fingerprint, "text": finding.text}
                entries.append(replace(entry, count=1, **now))
            elif add:
                entries += baseline.known(path, [finding], at)
    entries += [
        replace(entry, count=1) for entry in matcher.left() if entry.path not in checked and not baseline.is_gone(entry)
    ]
    return replace(baseline, entries=merged(entries))


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries sorted, with equal ones counted."""
    counts: Counter[Entry] = Counter()
    for entry in entries:
        counts[replace(entry, count=1)] += entry.count
    ordered = sorted(counts, key=lambda entry: (entry.path, entry.code, entry.text, entry.fingerprint, entry.decision))
    return tuple(replace(entry, count=counts[entry]) for entry in ordered)


def with_decisions(baseline: Baseline, decided: Baseline) -> Baseline:
    """The baseline with another's decisions, which take the place of its own on the same findings."""
    places = {(decided.path_in(baseline, entry), entry.fingerprint) for entry in decided.entries}
    kept = [entry for entry in baseline.entries if (entry.path, entry.fingerprint) not in places]
    new = [replace(entry, path=decided.path_in(baseline, entry)) for entry in decided.entries]
    return replace(baseline, entries=merged([*kept, *new]))
