"""Which findings a baseline knows.

Three looks, the surest first, each entry used as often as it counts: the same fingerprint in the same file (rule, text
and the words around it, no line number: a moved paragraph keeps it); the same rule and text in the same file (the words
around it were edited); the same fingerprint in a file that is gone (it was renamed).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from mtqa.baseline.model import Baseline, Entry
from mtqa.findings import Finding

Pairs = list[tuple[Finding, Entry | None]]


class Matcher:
    """Matches the findings of a run, file by file."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._left = [entry.count for entry in baseline.entries]
        self._exact = self._index(lambda entry: (entry.path, entry.fingerprint))
        self._by_text = self._index(lambda entry: (entry.path, entry.code, entry.text))
        self._by_print = self._index(lambda entry: entry.fingerprint)

    def match(self, path: str, findings: Sequence[Finding]) -> Pairs:
        """Each finding of a file with the entry that knows it, in their order."""
        place = self._baseline.path_of(path)
        found: dict[int, Entry] = {}
        looks: tuple[Callable[[Finding], Entry | None], ...] = (
            lambda finding: self._take(self._exact[place, finding.fingerprint]),
            lambda finding: self._take(self._by_text[place, finding.code, finding.text]),
            lambda finding: self._take(self._by_print[finding.fingerprint], gone=True),
        )
        for look in looks:
            for number, finding in enumerate(findings):
                if number not in found and (entry := look(finding)):
                    found[number] = entry
        return [(finding, found.get(number)) for number, finding in enumerate(findings)]

    def state(self) -> tuple[int, ...]:
        """How often each entry can still be used."""
        return tuple(self._left)

    def restore(self, state: Sequence[int]) -> None:
        """Go back to an earlier state: a file is going to be matched anew."""
        self._left = list(state)

    def left(self) -> list[Entry]:
        """The entries that no finding has used up, once for each time."""
        return [entry for entry, count in zip(self._baseline.entries, self._left, strict=True) for _ in range(count)]

    def _index(self, key: Callable[[Entry], Hashable]) -> defaultdict[Hashable, list[int]]:
        index: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._baseline.entries):
            index[key(entry)].append(number)
        return index

    def _take(self, numbers: Sequence[int], *, gone: bool = False) -> Entry | None:
        for number in numbers:
            entry = self._baseline.entries[number]
            if self._left[number] and (not gone or self._baseline.is_gone(entry)):
                self._left[number] -= 1
                return entry
        return None
