"""Reports of the bench for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mtqa.bench.metrics import Metric
from mtqa.bench.report import Report

_LABELS = {
    "recall": "definite errors flagged",
    "precision": "findings right, of those on marked spans",
    "precision_at_least": "… if all outside the gold are wrong",
    "partial_f": "F, partial overlap",
    "character_f": "F, characters",
    "suggestion_first": "right suggestion first",
    "suggestion_any": "right suggestion among them",
    "correct_flagged": "correct spans flagged",
    "arguable_flagged": "arguable spans flagged",
}
_RATES = {
    "findings_per_1000_words": "findings per 1,000 words",
    "outside_per_1000_words": "outside the gold per 1,000 words",
}


def show(console: Console, reports: Sequence[Report], *, reliability: bool) -> None:
    """Print the tables of each folder."""
    for number, report in enumerate(reports):
        if number:
            console.print()
        _heading(console, report)
        tables = [_numbers(report)]
        tables += [_classes(report)] if report.classes else []
        tables += [_rules(report)] if report.rules else []
        for table in tables:
            console.print(table)
            console.print()
        if reliability:
            _show_reliability(console, report)
        _costs(console, report)


def _heading(console: Console, report: Report) -> None:
    bench = report.bench
    said = "" if bench.annotated else ", right throughout: every finding is false"
    text = f"{bench.name}: {len(bench.docs):,} documents, {bench.words:,} words, {report.findings:,} findings{said}"
    console.print(Text(text, style="bold"))


def _numbers(report: Report) -> Table:
    table = _table("measure", "value", "95 % interval", "of")
    for name, label in _LABELS.items():
        if name in report.numbers:
            metric = report.numbers[name]
            table.add_row(label, _percent(metric.value), _interval(metric), _of(metric))
    for name, label in _RATES.items():
        if name in report.numbers:
            metric = report.numbers[name]
            table.add_row(label, _rate(metric.value), f"{_rate(metric.low)} – {_rate(metric.high)}", "")
    return table


def _classes(report: Report) -> Table:
    table = _table("class", "flagged", "of", "", "95 % interval", "right first", "right among")
    for kind, found in report.classes.items():
        recall = found["recall"]
        first, among = found["suggestion_first"].hits, found["suggestion_any"].hits
        table.add_row(
            kind, str(recall.hits), str(recall.total), _percent(recall.value), _interval(recall), str(first), str(among)
        )
    return table


def _rules(report: Report) -> Table:
    table = _table("rule", "on definite", "arguable", "correct", "outside", "right at least", "95 % interval")
    for code, found in report.rules.items():
        least = found["precision_at_least"]
        places = (str(found[name]) for name in ("definite", "arguable", "correct", "outside"))
        table.add_row(code, *places, _percent(least.value), _interval(least))
    return table


def _show_reliability(console: Console, report: Report) -> None:
    found = report.reliability
    table = _table("confidence", "mean", "right", "wrong", "unread", "share right")
    for each in found.bins:
        counts = (str(each.right), str(each.wrong), str(each.unread))
        table.add_row(f"{each.low:.2f} – {each.high:.2f}", _percent(each.mean), *counts, _percent(each.share))
    console.print(table)
    if found.brier is not None and found.calibration_error is not None:
        error = f"calibration error {100 * found.calibration_error:.1f} %, Brier score {found.brier:.3f}"
        console.print(Text(f"{error}, of {found.read} read findings"))
    console.print()


def _costs(console: Console, report: Report) -> None:
    cost, thousands = report.cost, report.bench.words / 1000
    calls, texts, seconds = (each / thousands for each in (cost.calls, cost.texts, cost.seconds))
    said = f"per 1,000 words: {calls:.2f} translator calls with {texts:.1f} texts, {seconds:.2f} s"
    console.print(Text(said))
    console.print(Text(report.signature, style="dim"), soft_wrap=True)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _interval(metric: Metric) -> str:
    if metric.low is None or metric.high is None:
        return ""
    return f"{100 * metric.low:.1f} – {100 * metric.high:.1f}"


def _of(metric: Metric) -> str:
    return "" if metric.total is None else f"{metric.hits} / {metric.total}"
