"""What a run of the bench says: one record a folder, for tables, JSON and pictures alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mtqa.bench.counting import Counted
from mtqa.bench.folder import Bench
from mtqa.bench.metrics import Metric, Sample, classes, headline, rules
from mtqa.bench.reliability import Reliability, reliability
from mtqa.bench.running import Cost


@dataclass(frozen=True)
class Report:
    """The numbers of a folder; ``signature`` names all that they depend on but the time."""

    bench: Bench
    signature: str
    numbers: dict[str, Metric]
    classes: dict[str, dict[str, Metric]]
    rules: dict[str, dict[str, Any]]
    reliability: Reliability
    findings: int
    cost: Cost

    def to_json(self) -> dict[str, Any]:
        """The whole report."""
        thousands = self.bench.words / 1000
        return {
            "folder": self.bench.name,
            "signature": self.signature,
            "documents": len(self.bench.docs),
            "words": self.bench.words,
            "findings": self.findings,
            "exhaustive": self.bench.exhaustive,
            "metrics": {name: metric.to_json() for name, metric in self.numbers.items()},
            "classes": {
                kind: {name: metric.to_json() for name, metric in found.items()}
                for kind, found in self.classes.items()
            },
            "rules": {
                code: {k: v.to_json() if isinstance(v, Metric) else v for k, v in found.items()}
                for code, found in self.rules.items()
            },
            "reliability": self.reliability.to_json(),
            "cost": {
                "translator_calls_per_1000_words": round(self.cost.calls / thousands, 3),
                "translated_texts_per_1000_words": round(self.cost.texts / thousands, 3),
                "seconds_per_1000_words": round(self.cost.seconds / thousands, 3),
            },
        }


def report(
    bench: Bench, counted: Sequence[Counted], cost: Cost, signature: str, *, resamples: int, seed: int
) -> Report:
    """The report on a folder that was linted; ``signature`` is the linter's."""
    sample = Sample(counted, resamples, seed)
    drawn = f"|resamples:{resamples}|seed:{seed}" if resamples else ""
    return Report(
        bench=bench,
        signature=f"{signature}|{bench.signature}{drawn}",
        numbers=headline(sample, annotated=bench.annotated),
        classes=classes(sample),
        rules=rules(sample),
        reliability=reliability(counted, exhaustive=bench.exhaustive),
        findings=sample.total("findings"),
        cost=cost,
    )


def alarms(counted: Sequence[Counted]) -> str:
    """What there is to read, a line each: shown findings outside the gold, then the definite spans that were missed.

    Cells, divided by tabs: document, code, confidence, text, suggestions, the words around; or MISSED, document,
    class, text, Spanish, correct English.
    """
    lines = []
    for each in counted:
        text = each.doc.document.text
        for f in each.outside:
            around = _cell(text[max(0, f.start - 60) : f.end + 60])
            offered = " | ".join(f.suggestions[:2])
            lines.append(f"{each.doc.name}\t{f.code}\t{f.confidence}\t{_cell(f.text)}\t{_cell(offered)}\t…{around}…")
    for each in counted:
        for span in each.missed:
            lines.append(f"MISSED\t{span.doc}\t{span.kind}\t{_cell(span.text)}\t{span.spanish}\t{span.correct}")
    return "".join(line + "\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split())
