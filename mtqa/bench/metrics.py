"""From counts to numbers with intervals.

Intervals are percentiles of a bootstrap over documents (Efron 1979; as sacrebleu does over sentences): whole documents
are drawn with replacement, since findings of one story depend on one another. A share that is the same in every
resample (no span flagged, or each of them) has Wilson's interval instead: the bootstrap cannot see beyond the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mtqa.bench.counting import Counted
from mtqa.bench.share import Share

Sums = Mapping[str, Any]
"""Totals by name: numbers, or arrays of one total a resample."""

RESAMPLES = 1000
LOW, HIGH = 2.5, 97.5


@dataclass(frozen=True)
class Metric:
    """A number with the interval (95 %) of its bootstrap; ``value`` None where nothing was there to be measured.

    ``hits`` of ``total`` are what it was made of, where it is a share of whole things.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    hits: int | None = None
    total: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The fields that are known, rounded to six places."""
        fields = {"value": self.value, "low": self.low, "high": self.high, "hits": self.hits, "total": self.total}
        rounded = {k: round(v, 6) if isinstance(v, float) else v for k, v in fields.items()}
        return {k: v for k, v in rounded.items() if v is not None or k == "value"}


class Sample:
    """The counts of all documents, and those of each resample."""

    def __init__(self, counted: Sequence[Counted], resamples: int = RESAMPLES, seed: int = 1) -> None:
        self.names = sorted({name for each in counted for name in each.counts})
        table = np.array([[each.counts[name] for name in self.names] for each in counted], dtype=np.float64)
        self.totals: Sums = dict(zip(self.names, table.sum(axis=0)))
        rng = np.random.default_rng(seed)
        size = len(counted)
        weights = rng.multinomial(size, [1 / size] * size, size=resamples) if resamples else np.zeros((0, size))
        self.resampled: Sums = dict(zip(self.names, (weights @ table).T))

    def total(self, name: str) -> int:
        """The sum of a count over the documents."""
        return int(self.totals.get(name, 0))

    def share(self, hits: Sequence[str], of: Sequence[str]) -> Metric:
        """The share that the sum of some counts is of the sum of others that take them in."""
        metric = self.measure(lambda sums: _ratio(_sum(sums, hits), _sum(sums, of)))
        share = Share("", sum(self.total(name) for name in hits), sum(self.total(name) for name in of))
        low, high = metric.low, metric.high
        if low is not None and low == high:
            low, high = (min(1.0, max(0.0, edge)) for edge in share.interval)
        return Metric(metric.value, low, high, share.hits, share.total)

    def measure(self, function: Callable[[Sums], Any]) -> Metric:
        """A number of the totals, with its interval; resamples in which it is undefined do not count."""
        value = float(np.asarray(function(self.totals)))
        if np.isnan(value):
            return Metric(None)
        drawn = np.atleast_1d(np.asarray(function(self.resampled), dtype=np.float64))
        drawn = drawn[~np.isnan(drawn)]
        if not drawn.size:
            return Metric(value)
        low, high = np.percentile(drawn, (LOW, HIGH))
        return Metric(value, float(low), float(high))


def headline(sample: Sample, *, annotated: bool) -> dict[str, Metric]:
    """The numbers of a whole folder, by name.

    ``precision`` is of the findings that lie on a marked span, those on arguable ones counting as right;
    ``precision_at_least`` counts every finding outside the gold as wrong. ``partial_f`` is micro-averaged, half a
    point for an overlap that is not exact (SemEval-2013 task 9: Segura-Bedmar et al. 2013); ``character_f`` counts
    characters, as WMT's shared task on error spans does (Blain et al. 2023).
    """
    found = {
        "findings_per_1000_words": sample.measure(lambda s: 1000 * _ratio(_sum(s, ("findings",)), _sum(s, ("words",))))
    }
    if not annotated:
        return found
    right, read = ("found definite", "found arguable"), ("found definite", "found arguable", "found correct")
    return {
        "recall": sample.share(["definite flagged"], ["definite"]),
        "precision": sample.share(right, read),
        "precision_at_least": sample.share(right, (*read, "found outside")),
        "partial_precision": sample.measure(lambda s: _ratio(_points(s), _sum(s, ("actual",)))),
        "partial_recall": sample.measure(lambda s: _ratio(_points(s), _sum(s, ("possible",)))),
        "partial_f": sample.measure(lambda s: _ratio(2 * _points(s), _sum(s, ("actual", "possible")))),
        "character_f": sample.measure(
            lambda s: _ratio(
                2 * _sum(s, ("characters right",)), _sum(s, ("characters actual", "characters possible"))
            )
        ),
        "suggestion_first": sample.share(["definite first"], ["definite flagged"]),
        "suggestion_any": sample.share(["definite any"], ["definite flagged"]),
        "correct_flagged": sample.share(["correct flagged"], ["correct"]),
        "arguable_flagged": sample.share(["arguable flagged"], ["arguable"]),
        **found,
        "outside_per_1000_words": sample.measure(
            lambda s: 1000 * _ratio(_sum(s, ("found outside",)), _sum(s, ("words",)))
        ),
    }


def classes(sample: Sample) -> dict[str, dict[str, Metric]]:
    """Recall and suggestions of each class of definite errors, the largest first."""
    kinds = {name.split("/")[1] for name in sample.names if name.startswith("definite/") and " " not in name}
    ordered = sorted(kinds, key=lambda kind: (-sample.total(f"definite/{kind}"), kind))
    return {kind: _of_class(sample, f"definite/{kind}") for kind in ordered}


def _of_class(sample: Sample, key: str) -> dict[str, Metric]:
    return {
        "recall": sample.share([f"{key} flagged"], [key]),
        "suggestion_first": sample.share([f"{key} first"], [f"{key} flagged"]),
        "suggestion_any": sample.share([f"{key} any"], [f"{key} flagged"]),
    }


def rules(sample: Sample) -> dict[str, dict[str, Any]]:
    """Where the findings of each rule lie, and its precision, by code."""
    codes = sorted({name.split()[1] for name in sample.names if name.startswith("rule ")})
    return {code: _of_rule(sample, code) for code in codes}


def _of_rule(sample: Sample, code: str) -> dict[str, Any]:
    where = ("definite", "arguable", "correct", "outside")
    right = tuple(f"rule {code} {each}" for each in where[:2])
    read = tuple(f"rule {code} {each}" for each in where[:3])
    places: dict[str, Any] = {each: sample.total(f"rule {code} {each}") for each in where}
    return {
        **places,
        "precision": sample.share(right, read),
        "precision_at_least": sample.share(right, (*read, f"rule {code} outside")),
    }


def _points(sums: Sums) -> Any:
    return _sum(sums, ("exactly",)) + 0.5 * _sum(sums, ("partly",))


def _sum(sums: Sums, names: Sequence[str]) -> Any:
    return sum(sums[name] for name in names if name in sums)


def _ratio(hits: Any, total: Any) -> Any:
    """Hits by total; not a number where the total is 0."""
    above, below = np.broadcast_arrays(np.asarray(hits, dtype=np.float64), np.asarray(total, dtype=np.float64))
    return np.divide(above, below, out=np.full(above.shape, np.nan), where=below != 0)
