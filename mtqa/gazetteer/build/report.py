"""The printed account of a build: what came from where, what was merged, what was kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.pipeline import BuildReport

_JOINED = ("item", "name and country or office", "name", "office and start")


def lines(report: BuildReport, output: Path) -> Iterator[str]:
    """Lines of a plain-text table."""
    yield f"{'source':38} {'records':>8} {'item':>7} {'name+':>7} {'name':>7} {'term':>6} {'apart':>7}"
    merged = report.merge
    for source, count in merged.read.items():
        joined = " ".join(f"{merged.merged[source, how]:>{width}}" for how, width in zip(_JOINED, (7, 7, 7, 6)))
        yield f"{source:38} {count:>8} {joined} {merged.apart[source, 'namesake']:>7}"
    yield "item: same Wikidata item; name+: same name and country or office; name: same name, no country on one side;"
    yield "term: same office from the same day; apart: same name, refused as a namesake of another country."
    for (source, reason), count in sorted(report.refused.items()):
        yield f"refused: {source}: {count} × {reason}"
    for source in report.missing:
        yield f"missing: {source}"
    yield from (f"note: {note}" for note in report.notes)
    kinds = ", ".join(f"{number} {kind}" for kind, number in report.kinds.most_common())
    yield f"{output}: {sum(report.kinds.values())} entities ({kinds}), {report.size / 1e6:.1f} MB"
