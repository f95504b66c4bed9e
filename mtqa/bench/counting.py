"""What a linter did with one document, counted against its gold.

A gold span counts as flagged when a shown finding overlaps it. Its suggestion counts when one of the finding's, put in
the finding's place, yields the correct form, letter case and diacritics aside.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mtqa.bench.folder import BenchDoc
from mtqa.bench.gold import GoldSpan
from mtqa.findings import Finding

SHOWN = ("error", "warning")
NEAR = 60
"""Code points around a finding within which the correct form must appear."""
MOST_SUGGESTIONS = 9
OUTSIDE = "outside"
_RANK = ("definite", "arguable", "correct")


@dataclass
class Counted:
    """Counts of one document, by name; :mod:`mtqa.bench.metrics` makes ratios of their sums.

    ``judged`` are the findings of every severity, each with where it lies: ``definite``, ``arguable``, ``correct`` (the
    first of these that it overlaps) or ``outside``. ``missed`` are definite spans without a shown finding.
    """

    doc: BenchDoc
    counts: Counter[str] = field(default_factory=Counter)
    judged: list[tuple[Finding, str]] = field(default_factory=list)
    missed: list[GoldSpan] = field(default_factory=list)

    def outcomes(self, *, exhaustive: bool) -> Iterator[tuple[Finding, bool | None]]:
        """The findings, each right or wrong, or None where nobody has read it; those on arguable spans are left out.

        Right is one on a definite span, wrong one on a correct span and, where the gold is exhaustive, one outside it.
        """
        for finding, where in self.judged:
            if where == "definite":
                yield finding, True
            elif where == "correct" or (where == OUTSIDE and exhaustive):
                yield finding, False
            elif where == OUTSIDE:
                yield finding, None

    @property
    def outside(self) -> list[Finding]:
        """The shown findings that lie on no gold span."""
        return [finding for finding, where in self.judged if where == OUTSIDE and finding.severity in SHOWN]


def count(doc: BenchDoc, findings: Sequence[Finding]) -> Counted:
    """Count the findings of a document."""
    found = Counted(doc)
    n = found.counts
    shown = [finding for finding in findings if finding.severity in SHOWN]
    n["words"], n["findings"] = doc.words, len(shown)
    for finding in findings:
        where = next((s for s in _RANK if any(g.status == s and overlap(finding, g) for g in doc.gold)), OUTSIDE)
        found.judged.append((finding, where))
        if finding.severity in SHOWN:
            n[f"found {where}"] += 1
            n[f"rule {finding.code} {where}"] += 1
    for span in doc.gold:
        over = [finding for finding in shown if overlap(finding, span)]
        ranks = [rank for finding in over if (rank := rank_of(doc.document.text, finding, span)) is not None]
        for key in (span.status, f"{span.status}/{span.kind}"):
            n[key] += 1
            n[f"{key} flagged"] += bool(over)
            n[f"{key} any"] += bool(ranks)
            n[f"{key} first"] += 0 in ranks
        if span.status == "definite" and not over:
            found.missed.append(span)
    _partial(n, doc, shown)
    return found


def overlap(one: Finding | GoldSpan, other: Finding | GoldSpan) -> bool:
    """Whether two spans share a code point."""
    return one.start < other.end and other.start < one.end


def rank_of(text: str, finding: Finding, span: GoldSpan) -> int | None:
    """The place (0: first) of the first suggestion that makes the text read as the gold span should; None without."""
    return rank_in(text, finding.start, finding.end, finding.suggestions, span.correct)


def rank_in(text: str, start: int, end: int, suggestions: Sequence[str], correct: str) -> int | None:
    """As :func:`rank_of`, for suggestions for ``text[start:end]``; an explanation after "(" in ``correct`` is none."""
    wanted = folded(correct.split(" (")[0])
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    for rank, suggestion in enumerate(suggestions[:MOST_SUGGESTIONS]):
        said = folded(suggestion)
        if wanted in folded(before + suggestion + after) and (said in wanted or wanted in said):
            return rank
    return None


def folded(text: str) -> str:
    """Without case, combining marks and doubled white space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def _partial(n: Counter[str], doc: BenchDoc, shown: Sequence[Finding]) -> None:
    """Pair findings with definite spans one to one, exact ones first; and the same by characters.

    Findings that lie only on arguable spans are neither right nor wrong and left out.
    """
    definite = [span for span in doc.gold if span.status == "definite"]
    arguable = [span for span in doc.gold if span.status == "arguable"]
    counting = [
        finding
        for finding in shown
        if any(overlap(finding, span) for span in definite) or not any(overlap(finding, span) for span in arguable)
    ]
    pairs = sorted(
        (not (f.start == s.start and f.end == s.end), -(min(f.end, s.end) - max(f.start, s.start)), i, j)
        for i, f in enumerate(counting)
        for j, s in enumerate(definite)
        if overlap(f, s)
    )
    used: tuple[set[int], set[int]] = set(), set()
    for inexact, _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            n["partly" if inexact else "exactly"] += 1
    n["possible"], n["actual"] = len(definite), len(counting)
    gold_places = {place for span in definite for place in range(span.start, span.end)}
    free = {place for span in arguable for place in range(span.start, span.end)} - gold_places
    places = {place for finding in counting for place in range(finding.start, finding.end)} - free
    n["characters right"] = len(places & gold_places)
    n["characters possible"], n["characters actual"] = len(gold_places), len(places)
