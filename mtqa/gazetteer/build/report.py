"""The printed account of a build: what came from where, what was merged, what was kept apart, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.pipeline import BuildReport
from mtqa.gazetteer.model import Tenure, origin_of

_JOINED = ("item", "name and country or office", "name", "office and start")
_HEADER = ("what", "fact", "name", "why", "other")


def lines(report: BuildReport, output: Path) -> Iterator[str]:
    """Lines of a plain-text table."""
    yield f"{'source':38} {'rows':>8} {'records':>8} {'item':>7} {'name+':>7} {'name':>7} {'term':>6} {'apart':>7}"
    merged = report.merge
    apart: Counter[str] = Counter()
    for (source, _), count in merged.apart.items():
        apart[source] += count
    for source, count in merged.read.items():
        joined = " ".join(f"{merged.merged[source, how]:>{width}}" for how, width in zip(_JOINED, (7, 7, 7, 6)))
        yield f"{source:38} {report.rows[source] or count:>8} {count:>8} {joined} {apart[source]:>7}"
    yield "rows: records and rows refused; item: joined by Wikidata item; name+: same name and country or office;"
    yield "name: same name, no country on one side; term: same office from the same day; apart: same name, not joined."
    reasons: Counter[str] = Counter()
    for (_, reason), count in merged.apart.items():
        reasons[reason] += count
    yield from (f"apart: {count} × {reason}" for reason, count in reasons.most_common())
    settled = Counter(item.reason for item in report.settled)
    yield from (f"office: {count} × {reason}" for reason, count in settled.most_common())
    refused = Counter((item.source, item.reason) for item in report.refused)
    for (source, reason), count in sorted(refused.items()):
        yield f"refused: {source}: {count} × {reason}"
    for source in report.missing:
        yield f"missing: {source}"
    yield from (f"note: {note}" for note in report.notes)
    kinds = ", ".join(f"{number} {kind}" for kind, number in report.kinds.most_common())
    yield f"{output}: {sum(report.kinds.values())} entities ({kinds}), {report.size / 1e6:.1f} MB"


def details(report: BuildReport) -> Iterator[str]:
    """Every merge, refusal and settled office as tab-separated values, one a line, with a header."""
    yield "\t".join(_HEADER)
    for item in report.merge.decisions:
        what = "merged" if item.joined else "apart"
        yield "\t".join((what, origin_of(item.source, item.row), item.name, item.how, item.other))
    for settled in report.settled:
        what = "cut" if settled.kept else "dropped"
        yield "\t".join((what, settled.tenure.origin, _held(settled.tenure), settled.reason, settled.other.origin))
    for refused in report.refused:
        yield "\t".join(("refused", origin_of(refused.source, refused.row), "", refused.reason, ""))


def _held(tenure: Tenure) -> str:
    return f"{tenure.office}, {tenure.country}: {tenure.start or '?'} – {tenure.end}"
