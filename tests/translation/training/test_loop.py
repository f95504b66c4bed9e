"""A run can be interrupted, learns, and leaves what export needs."""
from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import checkpoints, curves, loop
from mtqa.translation.training.export import export_run
from mtqa.translation.training.loop import longest, rate, train
from mtqa.translation.training.progress import Unwatched
from mtqa.translation.training.recipe import Recipe, read_recipe, read_run_recipe

STEPS = 200


def test_rate_rises_and_falls(run_folder: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml")
    assert recipe.warmup == 20
    assert [rate(recipe, 10, 0.0), rate(recipe, 99, 0.5), rate(recipe, 99, 1.0)] == pytest.approx([0.5, 0.5, 0.02])


def test_short_pairs_come_first(run_folder: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml", short_first=0.5)
    allowed = [longest(recipe, progress) for progress in (0.0, 0.1, 0.3, 0.5, 0.9)]
    assert allowed == sorted(allowed) and allowed[0] < 15 and allowed[-2:] == [recipe.max_length] * 2
    assert longest(read_recipe(run_folder / "recipe.yaml"), 0.0) == recipe.max_length


def test_no_path_of_the_machine_stays_in_the_vocabulary(run_folder: Path) -> None:
    assert str(run_folder).encode() not in (run_folder / "out" / "pieces" / "source.spm").read_bytes()


def test_an_absent_device_is_one_line(run_folder: Path, tmp_path: Path) -> None:
    recipe = read_recipe(run_folder / "recipe.yaml", output=tmp_path / "out", device="abacus", steps=1,
                         pieces=run_folder / "out" / "pieces")
    with pytest.raises(MtqaError, match="no device 'abacus'"):
        train(recipe)


def test_it_learned(run_folder: Path) -> None:
    log = curves.read(run_folder / "out")
    assert log[-1]["loss"] < 0.5 * log[0]["loss"]
    state = checkpoints.read_state(checkpoints.folders(run_folder / "out")[-1])
    assert state.step == STEPS and state.tokens > 1000 and state.heldout_chrf > 50 and state.heldout_nll < 2


class _Stop(Unwatched):
    """Interrupts a run once a note begins with some words."""

    def __init__(self, at: str) -> None:
        self.at, self.notes = at, list[str]()

    def note(self, line: str) -> None:
        self.notes.append(line)
        if self.at and line.startswith(self.at):
            raise KeyboardInterrupt


def _recipe(run_folder: Path, output: Path, **changes: object) -> Recipe:
    usual = {"steps": 6, "warmup": 4, "pieces": run_folder / "out" / "pieces"}
    return read_recipe(run_folder / "recipe.yaml", output=output, **{**usual, **changes})


def test_an_interrupted_run_has_the_same_curve(
    run_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "REPORT_EVERY", 1)
    train(_recipe(run_folder, tmp_path / "whole", short_first=0.7, checkpoint_minutes=1e-9))
    halves = _recipe(run_folder, tmp_path / "halves", short_first=0.7, checkpoint_minutes=1e-9)
    with pytest.raises(KeyboardInterrupt):
        train(halves, _Stop("step-0000003"))
    assert [p.name for p in checkpoints.folders(tmp_path / "halves")][-1] == "step-0000003"
    watched = _Stop("")
    train(halves, watched)
    assert "going on from" in "".join(watched.notes)
    compared = ("step", "loss", "tokens", "checkpoint", "heldout_nll", "heldout_chrf", "best_chrf", "stale")
    logs = [curves.read(tmp_path / name) for name in ("whole", "halves")]
    curve = [[[entry[key] for key in compared] for entry in log] for log in logs]
    assert len(curve[0]) == 12 and curve[0] == curve[1]


def test_a_run_ends_early_when_nothing_gets_better(
    run_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quality = iter([10.0, 30.0, 20.0, 29.0, 28.0, 27.0])
    monkeypatch.setattr("mtqa.translation.training.heldout.measure", lambda model, recipe: (1.0, next(quality)))
    watched = _Stop("")
    state = train(_recipe(run_folder, tmp_path / "out", steps=50, patience=3, checkpoint_minutes=1e-9), watched)
    assert (state.step, state.best_chrf, state.stale) == (5, 30.0, 3)
    assert watched.notes[-1].startswith("ended early")
    assert train(_recipe(run_folder, tmp_path / "out", steps=50, patience=3)).step == 5


def test_a_new_run_starts_from_the_weights_of_another(run_folder: Path, tmp_path: Path) -> None:
    watched = _Stop("starting from")
    recipe = _recipe(run_folder, tmp_path / "out", start=run_folder / "out", matrix_rate=1e-9, peak_rate=1e-9)
    with pytest.raises(KeyboardInterrupt):
        train(recipe, watched)
    assert train(recipe).heldout_nll < 2
    with pytest.raises(MtqaError, match="do not fit") as error:
        train(_recipe(run_folder, tmp_path / "wide", start=run_folder / "out", d_model=64))
    assert "\n" not in str(error.value) and str(run_folder / "out") in str(error.value)
    with pytest.raises(MtqaError, match="no checkpoint"):
        train(_recipe(run_folder, tmp_path / "none", start=tmp_path / "nowhere"))


def test_a_new_run_starts_from_an_exported_model(run_folder: Path, model_folder: Path, tmp_path: Path) -> None:
    for number, folder in enumerate((model_folder, model_folder / "hf")):
        recipe = _recipe(run_folder, tmp_path / str(number), start=folder, matrix_rate=1e-9, peak_rate=1e-9,
                         pieces=model_folder / "hf")
        assert train(recipe).heldout_nll < 2


def test_a_full_disk_is_one_line_and_loses_nothing(run_folder: Path, tmp_path: Path) -> None:
    recipe = _recipe(run_folder, tmp_path / "out", checkpoint_minutes=1e-9)
    with pytest.raises(KeyboardInterrupt):
        train(recipe, _Stop("step-0000003"))
    before = (tmp_path / "out" / "step-0000003" / checkpoints.WEIGHTS).read_bytes()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limit[1]))  # writing more fails as on a full disk
    try:
        with pytest.raises(MtqaError, match="cannot be written") as error:
            train(recipe)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert "\n" not in str(error.value) and "free some space" in str(error.value)
    assert [p.name for p in checkpoints.folders(tmp_path / "out")][-1] == "step-0000003"
    assert (tmp_path / "out" / "step-0000003" / checkpoints.WEIGHTS).read_bytes() == before
    assert not list((tmp_path / "out").glob(".writing-*"))
    assert train(recipe).step == 6


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
