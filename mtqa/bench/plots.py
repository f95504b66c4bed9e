"""Pictures of reports: recall of each class, and reliability."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from mtqa.bench.metrics import Metric
from mtqa.bench.report import Report
from mtqa.errors import MtqaError

_COLOURS = ("#4c72b0", "#c44e52", "#2a7f4f", "#8172b3", "#ccb974")
_HEIGHT = 0.32


def canvas() -> Any:
    """matplotlib's ``Figure``. Raises MtqaError without matplotlib, so that a run can ask before it begins."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MtqaError("no picture without matplotlib; install mtqa[build]") from None
    return Figure


def draw(reports: Sequence[Report]) -> bytes:
    """A PNG: the share of definite errors that is flagged, by class with 95 % intervals, beside a reliability diagram.

    The area of a dot in the diagram is the number of read findings in its bin. Raises MtqaError without matplotlib.
    """
    rows = max((len(report.classes) + 1 for report in reports), default=1)
    height = max(4.0, 1.2 + _HEIGHT * rows * len(reports))
    figure = canvas()(figsize=(11, height), dpi=120, layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    _draw_classes(left, reports)
    _draw_reliability(right, reports)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _draw_classes(axes: Any, reports: Sequence[Report]) -> None:
    names = list(dict.fromkeys(kind for report in reports for kind in report.classes))
    labels = ["all", *names]
    for number, (report, colour) in enumerate(zip(reports, _COLOURS * len(reports))):
        shown = {"all": report.numbers.get("recall"), **{k: v["recall"] for k, v in report.classes.items()}}
        offset = (number - (len(reports) - 1) / 2) * 0.7 / len(reports)
        at, values, below, above = [], [], [], []
        for index, label in enumerate(labels):
            metric = shown.get(label)
            if isinstance(metric, Metric) and metric.value is not None:
                low, high = metric.low, metric.high
                at.append(index + offset)
                values.append(100 * metric.value)
                below.append(100 * max(0.0, metric.value - (metric.value if low is None else low)))
                above.append(100 * max(0.0, (metric.value if high is None else high) - metric.value))
        if at:
            style = {"fmt": "o", "color": colour, "capsize": 3, "markersize": 5, "linewidth": 1}
            axes.errorbar(values, at, xerr=(below, above), **style)
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.set(xlim=(-2, 102), xlabel="definite errors flagged (%), with 95 % intervals", title="Recall by class")
    axes.grid(axis="x", alpha=0.3)


def _draw_reliability(axes: Any, reports: Sequence[Report]) -> None:
    axes.plot((0, 100), (0, 100), color="#999999", linestyle="--", linewidth=1)
    for report, colour in zip(reports, _COLOURS * len(reports)):
        bins = [(each, each.share) for each in report.reliability.bins if each.share is not None]
        error = report.reliability.calibration_error
        name = report.bench.name if error is None else f"{report.bench.name} (calibration error {100 * error:.1f} %)"
        means, shares = [100 * each.mean for each, _ in bins], [100 * share for _, share in bins]
        axes.plot(means, shares, color=colour, linewidth=1, label=name)
        axes.scatter(means, shares, s=[8 + 2 * (each.right + each.wrong) for each, _ in bins], color=colour)
    axes.set(
        xlim=(0, 102), ylim=(-2, 102), xlabel="confidence (%)", ylabel="findings that are right (%)",
        title="Reliability",
    )  # fmt: skip
    axes.grid(alpha=0.3)
