"""The training loop: one direction, one process, resumable."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError
from mtqa.translation.training import batches, checkpoints, curves, pieces
from mtqa.translation.training.checkpoints import State
from mtqa.translation.training.progress import Monitor, Progress, Unwatched
from mtqa.translation.training.recipe import Recipe, keep_recipe

if TYPE_CHECKING:
    import numpy as np
    import torch

EXPORTED = "model.safetensors"
REPORT_EVERY = 25
FLOOR = 0.02
SHORTEST = 12
SAMPLE = 15_000


def rate(recipe: Recipe, step: int, progress: float) -> float:
    """Share of the peak rates at a step: linear warm-up, then straight down to 2 % at ``progress`` 1."""
    return min(step / recipe.warmup, 1.0) * max(1.0 - progress, FLOOR)


def longest(recipe: Recipe, progress: float) -> int:
    """Pieces that a sequence may have at a point of the run: short ones first, while words are being aligned.

    The idea of competence-based curriculum learning (Platanios et al. 2019), by length alone.
    """
    if progress >= recipe.short_first:
        return recipe.max_length
    return int(SHORTEST + (recipe.max_length - SHORTEST) * (progress / recipe.short_first) ** 1.5)


def train(recipe: Recipe, monitor: Monitor | None = None) -> State:
    """Train (or go on training) what a recipe describes; returns the final state.

    Everything is written under ``recipe.output``: the vocabulary in ``pieces/``, checkpoints
    ``step-*``, one line a report in ``log.jsonl``, its picture ``curves.png``. Stops after ``recipe.steps``
    steps, when ``recipe.minutes`` of training are used up, or when ``recipe.patience`` is at an end.
    Raises MtqaError on unusable data or a full disk.
    """
    import torch

    monitor = monitor or Unwatched()
    torch.set_num_threads(recipe.threads)
    keep_recipe(recipe)
    _make_vocabulary(recipe, monitor)
    source, target = batches.encode(recipe, recipe.vocabulary)
    if len(source.lengths) == 0:
        raise MtqaError(f"{recipe.where}: the mix holds no pair of at most {recipe.max_length} pieces")
    pieces_of_both = f"{source.lengths.sum():,} source and {target.lengths.sum():,} target pieces"
    monitor.note(f"{len(source.lengths):,} pairs, {pieces_of_both}")
    return _Run(recipe, monitor).go(source, target)


def _make_vocabulary(recipe: Recipe, monitor: Monitor) -> None:
    if (recipe.vocabulary / "vocab.json").is_file():
        return
    monitor.note(f"training the vocabulary in {recipe.vocabulary}")
    lines = pieces.sample_lines(Path(recipe.corpus), list(recipe.mix), SAMPLE, recipe.seed)
    pieces.train_pieces(lines, recipe.vocabulary, recipe.vocab_size, threads=recipe.threads)


def _device(recipe: Recipe) -> str:
    import torch

    if recipe.device == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    if recipe.device not in ("cpu", "cuda") or (recipe.device == "cuda" and not torch.cuda.is_available()):
        raise MtqaError(f"{recipe.where}: no device {recipe.device!r} here; use cpu, cuda (one GPU) or auto")
    return recipe.device


class _Run:
    def __init__(self, recipe: Recipe, monitor: Monitor) -> None:
        import torch

        from mtqa.translation.training.network import FlatParameters, build_network
        from mtqa.translation.training.optimiser import Optimiser

        self.recipe, self.output, self.monitor = recipe, Path(recipe.output), monitor
        size = len(json.loads((recipe.vocabulary / "vocab.json").read_text("utf-8")))
        self.pad = size - 1
        self.device = torch.device(_device(recipe))
        self.model = build_network(recipe, size).to(self.device)
        self.flat = FlatParameters(self.model)
        if self.flat.dtype != torch.bfloat16:
            monitor.note("this processor has no bfloat16 arithmetic: training in float32, several times slower")
        self.optimiser = Optimiser(
            self.flat, matrix_peak=recipe.matrix_rate, peak=recipe.peak_rate, weight_decay=recipe.weight_decay
        )
        self.state = State()
        self._resume()

    def _resume(self) -> None:
        found = [p for p in checkpoints.folders(self.output) if (p / checkpoints.OPTIMISER).is_file()]
        if not found:
            self._start()
            return
        self.state = checkpoints.read_state(found[-1])
        self.load(found[-1] / checkpoints.WEIGHTS)
        moments = checkpoints.read_tensors(found[-1] / checkpoints.OPTIMISER)
        try:
            self.optimiser.load(moments)
        except KeyError as error:
            raise MtqaError(
                f"{found[-1] / checkpoints.OPTIMISER}: holds no {error}; it is of another version, start a new run"
            ) from error
        self.monitor.note(f"going on from {found[-1]}")

    def _start(self) -> None:
        if not self.recipe.start:
            return
        run = Path(self.recipe.start)
        found = [folder / checkpoints.WEIGHTS for folder in checkpoints.folders(run)] or [
            path for path in (run / EXPORTED, run / "hf" / EXPORTED) if path.is_file()
        ]
        if not found:
            raise MtqaError(f"{run}: no checkpoint to start from (named in {self.recipe.where})")
        self.load(found[-1])
        self.monitor.note(f"starting from the weights of {found[-1].parent}")

    def load(self, path: Path) -> None:
        """Take weights from a file. Raises MtqaError when they are of another size."""
        tensors = checkpoints.read_tensors(path)
        try:
            self.flat.load(tensors)
        except ValueError as error:
            raise MtqaError(f"{path}: its weights do not fit {self.recipe.where}: {error}") from error

    def progress(self) -> float:
        """How much of the run is done, 0 to 1."""
        if self.recipe.steps:
            return self.state.step / self.recipe.steps
        return self.state.seconds / (60 * self.recipe.minutes)

    def ended(self) -> bool:
        """Whether the budget is used up, or the held-out pairs have not come out better for too long."""
        patience = self.recipe.patience
        return self.progress() >= 1 or bool(patience and self.state.stale >= patience)

    def go(self, source: batches.Pieces, target: batches.Pieces) -> State:
        recipe, state = self.recipe, self.state
        stream = batches.endless(source, target, recipe.batch_tokens, recipe.seed, state.drawn)
        saved = marked = time.monotonic()
        total, seen, updates, kept = 0.0, 0, 0, state.step
        while not self.ended():
            began = time.monotonic()
            batch = self.draw(stream, source, target)
            src = batches.tensors(source, batch, self.pad).to(self.device)
            tgt = batches.tensors(target, batch, self.pad).to(self.device)
            total += self.step(src, tgt)
            if total != total:
                raise MtqaError(
                    f"{recipe.where}: the loss is not a number at step {state.step}; lower peak_rate and resume"
                )
            count = int((tgt != self.pad).sum())
            seen += count
            updates += 1
            state.step += 1
            state.tokens += count
            now = time.monotonic()
            state.seconds += now - began
            if state.step % REPORT_EVERY == 0:
                state.loss = total / updates
                self.tell(seen / (now - marked))
                total, seen, updates, marked = 0.0, 0, 0, now
            if now - saved > 60 * recipe.checkpoint_minutes:
                self.checkpoint()
                saved, kept = time.monotonic(), state.step
                marked += saved - now
                state.seconds += saved - now
        if state.step > kept:
            self.checkpoint()
        if state.stale and self.progress() < 1:
            self.monitor.note(f"ended early: no better chrF on the held-out pairs in {state.stale} checkpoints")
        return state

    def draw(self, stream: Iterator[np.ndarray], source: batches.Pieces, target: batches.Pieces) -> np.ndarray:
        """The next batch that is short enough for this point of the run (any, after a hundred too long)."""
        limit = longest(self.recipe, self.progress())
        for _ in range(100):
            self.state.drawn += 1
            batch = next(stream)
            if max(int(source.lengths[batch].max()), int(target.lengths[batch].max())) <= limit:
                break
        return batch

    def step(self, src: torch.Tensor, tgt: torch.Tensor) -> float:
        """One update; returns the plain negative log-likelihood of a target piece in nats."""
        import torch

        from mtqa.translation.training.network import batch_loss

        self.model.train()
        loss, plain = batch_loss(self.model, src, tgt, self.recipe.label_smoothing)
        torch.autograd.backward(loss)
        self.flat.collect(self.recipe.clip)
        self.optimiser.step(rate(self.recipe, self.state.step + 1, self.progress()))
        self.flat.publish()
        return float(plain)

    def tell(self, speed: float) -> None:
        """Log where the run stands, and tell whoever watches."""
        state, done = self.state, self.progress()
        left = max(0.0, 1 - done) / max(done, 1e-9) * state.seconds
        self.monitor.advance(Progress(state.step, done, state.loss, speed, state.tokens, left))
        curves.append(self.output, state, speed)

    def checkpoint(self) -> None:
        """Measure on the held-out pairs, save everything, draw the curves."""
        from mtqa.translation.training.heldout import measure

        state = self.state
        state.heldout_nll, state.heldout_chrf = measure(self.model, self.recipe)
        state.stale = 0 if state.heldout_chrf > state.best_chrf else state.stale + 1
        state.best_chrf = max(state.best_chrf, state.heldout_chrf)
        moments, keep = self.optimiser.tensors(), self.recipe.keep_checkpoints
        folder = checkpoints.save(self.output, state, self.flat.tensors(), moments, keep)
        curves.append(self.output, state, 0.0, checkpoint=True)
        self.monitor.note(f"{folder.name}: held-out nll {state.heldout_nll:.3f}, chrF {state.heldout_chrf:.1f}")
        try:
            curves.plot(self.output, f"{self.recipe.direction}, {state.tokens / 1e6:.1f} M target pieces")
        except MtqaError as error:  # the run does not hang on its picture
            self.monitor.note(str(error))
