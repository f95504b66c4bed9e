"""The log of a run, and its picture."""
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import curves
from mtqa.translation.training.checkpoints import State


def test_a_resumed_run_has_one_line_a_step(tmp_path: Path) -> None:
    for step in (1, 2, 3):
        curves.append(tmp_path, State(step=step, tokens=step * 10, loss=5.0), 100.4)
    curves.append(tmp_path, State(step=2, tokens=20, loss=4.0, heldout_chrf=9.0), 0.0, checkpoint=True)
    curves.append(tmp_path, State(step=3, tokens=30, loss=3.0), 100.0)
    entries = curves.read(tmp_path)
    assert [(e["step"], e["loss"], e["checkpoint"]) for e in entries] == [
        (1, 5.0, False), (2, 5.0, False), (2, 4.0, True), (3, 3.0, False)]
    assert entries[0]["speed"] == 100


def test_a_line_cut_short_is_passed_over(tmp_path: Path) -> None:
    curves.append(tmp_path, State(step=1), 1.0)
    with (tmp_path / curves.LOG).open("a") as file:
        file.write('{"step": 2, "lo')
    assert [entry["step"] for entry in curves.read(tmp_path)] == [1]
    with pytest.raises(MtqaError, match=r"log\.jsonl: missing"):
        curves.read(tmp_path / "nowhere")


def test_plot(run_folder: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = run_folder / "out" / curves.PICTURE
    assert picture.read_bytes().startswith(b"\x89PNG")  # the run drew it
    drawn = picture.stat().st_mtime_ns
    assert curves.plot(run_folder / "out", "again") == picture and picture.stat().st_mtime_ns > drawn


def test_without_matplotlib_there_is_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MtqaError, match=r"install mtqa\[build\]"):
        curves.plot(tmp_path, "x")
