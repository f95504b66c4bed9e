"""The log of a run (``log.jsonl``), and its picture (``curves.png``)."""

from __future__ import annotations

import json
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.translation.training.checkpoints import State

LOG, PICTURE = "log.jsonl", "curves.png"
_LOSS, _HELDOUT, _CHRF = "#4c72b0", "#c44e52", "#2a7f4f"


def append(output: Path, state: State, speed: float, *, checkpoint: bool = False) -> None:
    """Add where a run stands to its log. Raises MtqaError when the disk is full."""
    entry = {**asdict(state), "speed": round(speed), "checkpoint": checkpoint}
    try:
        with (output / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
    except OSError as error:
        raise MtqaError(f"{output / LOG}: cannot be written ({error.strerror}); free some space and resume") from error


def read(output: Path) -> list[dict[str, Any]]:
    """The log of a run: of what a resumed run did twice, only the later time. Raises MtqaError without one."""
    try:
        lines = (output / LOG).read_text("utf-8").splitlines()
        entries: list[dict[str, Any]] = [json.loads(line) for line in lines if line.endswith("}")]
    except (OSError, ValueError) as error:
        raise MtqaError(f"{output / LOG}: missing or not the log of a run ({error})") from error
    kept: list[dict[str, Any]] = []
    for entry in entries:
        while kept and kept[-1]["step"] > entry["step"]:
            kept.pop()
        kept.append(entry)
    return kept


def plot(output: Path, title: str) -> Path:
    """Draw loss, held-out loss and held-out chrF over the target pieces seen; returns the picture's path.

    Raises MtqaError when there is no log, matplotlib is not installed, or the picture cannot be written.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MtqaError("no curves.png without matplotlib; install mtqa[build]") from error
    entries = read(output)
    held = [entry for entry in entries if entry.get("checkpoint")]
    figure = Figure(figsize=(8, 4.5), dpi=120, layout="constrained")
    left = figure.subplots()
    left.plot(*_series(entries, "loss"), color=_LOSS, linewidth=1, label="training loss")
    left.plot(*_series(held, "heldout_nll"), color=_HELDOUT, marker="o", markersize=3, label="held-out loss")
    left.set(xlabel="target pieces seen (millions)", ylabel="loss (nats a piece)", title=title)
    left.grid(alpha=0.3)
    right = left.twinx()
    right.plot(*_series(held, "heldout_chrf"), color=_CHRF, linestyle="--", marker="s", markersize=3, label="chrF2")
    right.set_ylabel("held-out chrF2 (greedy)")
    right.set_ylim(bottom=0)
    handles = [line for axes in (left, right) for line in axes.get_lines()]
    figure.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False)
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    write_file(str(output / PICTURE), drawn.getvalue())
    return output / PICTURE


def _series(entries: list[dict[str, Any]], key: str) -> tuple[list[float], list[float]]:
    shown = [entry for entry in entries if entry[key]]
    return [entry["tokens"] / 1e6 for entry in shown], [float(entry[key]) for entry in shown]
