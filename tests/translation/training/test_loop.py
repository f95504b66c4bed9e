"""A run can be interrupted, learns, and leaves what export needs."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import checkpoints
from mtqa.translation.training.export import export_run
from mtqa.translation.training.loop import longest, rate, train
from mtqa.translation.training.recipe import read_recipe, read_run_recipe


def test_rate_rises_and_falls(run_folder: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml")
    assert rate(recipe, 10, 0.0) == pytest.approx(recipe.peak_rate / 2)
    assert rate(recipe, 99, 0.5) == pytest.approx(recipe.peak_rate / 2)
    assert rate(recipe, 99, 1.0) == pytest.approx(recipe.peak_rate * 0.02)


def test_short_pairs_come_first(run_folder: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml", short_first=0.5)
    allowed = [longest(recipe, progress) for progress in (0.0, 0.1, 0.3, 0.5, 0.9)]
    assert allowed == sorted(allowed) and allowed[0] < 15 and allowed[-2:] == [recipe.max_length] * 2
    assert longest(read_recipe(run_folder / "recipe.yaml"), 0.0) == recipe.max_length


def test_an_absent_device_is_one_line(run_folder: Path, tmp_path: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml", output=tmp_path / "out", device="abacus", steps=1,
                         pieces=run_folder / "out" / "pieces")
    with pytest.raises(MtqaError, match="no device 'abacus'"):
        train(recipe)


def test_it_learned(run_folder: Path) -> None:
    log = [json.loads(line) for line in (run_folder / "out" / "log.jsonl").read_text().splitlines()]
    assert log[-1]["loss"] < 0.5 * log[0]["loss"]
    state = checkpoints.read_state(checkpoints.folders(run_folder / "out")[-1])
    assert state.step == 220 and state.tokens > 1000 and state.heldout_chrf > 50 and state.heldout_nll < 2


def test_an_interrupted_run_goes_on_as_if_nothing_had_happened(run_folder: Path, tmp_path: Path) -> None:
    def run(output: str, stop: str = "never") -> float:
        def report(line: str) -> None:
            if line.startswith(stop):
                raise KeyboardInterrupt

        recipe = read_recipe(run_folder / "recipe.yaml", output=tmp_path / output, steps=6, warmup=4,
                             pieces=run_folder / "out" / "pieces", short_first=0.7,
                             checkpoint_minutes=9.0 if stop == "never" else 1e-9)
        return train(recipe, report=report).heldout_nll

    whole = run("whole")
    with pytest.raises(KeyboardInterrupt):
        run("halves", stop="step-0000003")
    assert [p.name for p in checkpoints.folders(tmp_path / "halves")][-1] == "step-0000003"
    assert run("halves") == pytest.approx(whole, abs=1e-6)


def test_a_damaged_checkpoint_is_one_line(run_folder: Path, tmp_path: Path) -> None:
    run = shutil.copytree(run_folder / "out", tmp_path / "out")
    newest = checkpoints.folders(run)[-1]
    (newest / checkpoints.WEIGHTS).write_bytes(b"12345678")
    with pytest.raises(MtqaError, match="cannot be read"):
        export_run(read_run_recipe(run), run, tmp_path / "model")
    shutil.rmtree(newest)
    with pytest.raises(MtqaError, match="no checkpoint"):
        export_run(read_run_recipe(run), run, tmp_path / "model")
    assert not (tmp_path / "model").exists()
