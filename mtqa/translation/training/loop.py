"""The training loop: one direction, one process, resumable."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError
from mtqa.translation.training import batches, checkpoints, pieces
from mtqa.translation.training.checkpoints import State
from mtqa.translation.training.recipe import Recipe, keep_recipe

if TYPE_CHECKING:
    import numpy as np
    import torch

Report = Callable[[str], None]
REPORT_EVERY = 25
FLOOR = 0.02
SHORTEST = 12
SAMPLE = 15_000


def rate(recipe: Recipe, step: int, progress: float) -> float:
    """Learning rate at a step: linear warm-up, then a straight line down to 2 % of the peak at ``progress`` 1."""
    return recipe.peak_rate * min(step / recipe.warmup, 1.0) * max(1.0 - progress, FLOOR)


def longest(recipe: Recipe, progress: float) -> int:
    """Pieces that a sequence may have at a point of the run: short ones first, while words are being aligned.

    The idea of competence-based curriculum learning (Platanios et al. 2019), by length alone.
    """
    if progress >= recipe.short_first:
        return recipe.max_length
    return int(SHORTEST + (recipe.max_length - SHORTEST) * (progress / recipe.short_first) ** 1.5)


def train(recipe: Recipe, *, report: Report = lambda line: None) -> State:
    """Train (or go on training) what a recipe describes; returns the final state.

    Everything is written under ``recipe.output``: the vocabulary in ``pieces/``, checkpoints
    ``step-*``, one line a report in ``log.jsonl``. Stops after ``recipe.steps`` steps, or when
    ``recipe.minutes`` of training are used up. Raises MtqaError on unusable data or a full disk.
    """
    import torch

    torch.set_num_threads(recipe.threads)
    keep_recipe(recipe)
    _make_vocabulary(recipe, report)
    source, target = batches.encode(recipe, recipe.vocabulary)
    if len(source.lengths) == 0:
        raise MtqaError(f"{recipe.where}: the mix holds no pair of at most {recipe.max_length} pieces")
    report(f"{len(source.lengths):,} pairs, {source.lengths.sum():,} source and {target.lengths.sum():,} target pieces")
    return _Run(recipe, report).go(source, target)


def _make_vocabulary(recipe: Recipe, report: Report) -> None:
    if (recipe.vocabulary / "vocab.json").is_file():
        return
    report(f"training the vocabulary in {recipe.vocabulary}")
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
    def __init__(self, recipe: Recipe, report: Report) -> None:
        import torch

        from mtqa.translation.training.network import FlatParameters, build_network

        self.recipe, self.output, self.report = recipe, Path(recipe.output), report
        size = len(json.loads((recipe.vocabulary / "vocab.json").read_text("utf-8")))
        self.pad = size - 1
        self.device = torch.device(_device(recipe))
        self.model = build_network(recipe, size).to(self.device)
        self.flat = FlatParameters(self.model)
        self.optimiser = torch.optim.AdamW(
            [self.flat.master],
            lr=recipe.peak_rate,
            betas=(0.9, 0.98),
            eps=1e-8,
            weight_decay=recipe.weight_decay,
            fused=True,
        )
        self.state = State()
        self._resume()

    def _resume(self) -> None:
        found = [p for p in checkpoints.folders(self.output) if (p / checkpoints.OPTIMISER).is_file()]
        if not found:
            return
        self.state = checkpoints.read_state(found[-1])
        self.flat.load(checkpoints.read_tensors(found[-1] / checkpoints.WEIGHTS))
        moments = checkpoints.read_tensors(found[-1] / checkpoints.OPTIMISER)
        self.optimiser.state[self.flat.master] = {name: t.to(self.device) for name, t in moments.items()}
        self.report(f"going on from {found[-1]}")

    def progress(self) -> float:
        """How much of the run is done, 0 to 1."""
        if self.recipe.steps:
            return self.state.step / self.recipe.steps
        return self.state.seconds / (60 * self.recipe.minutes)

    def go(self, source: batches.Pieces, target: batches.Pieces) -> State:
        recipe, state = self.recipe, self.state
        stream = batches.endless(source, target, recipe.batch_tokens, recipe.seed, state.drawn)
        saved = marked = time.monotonic()
        total, seen, updates = 0.0, 0, 0
        while self.progress() < 1:
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
                self._say(seen / (now - marked))
                total, seen, updates, marked = 0.0, 0, 0, now
            if now - saved > 60 * recipe.checkpoint_minutes:
                self.checkpoint()
                saved = time.monotonic()
                marked += saved - now
                state.seconds += saved - now
        self.checkpoint()
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
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.recipe, self.state.step + 1, self.progress())
        loss, plain = batch_loss(self.model, src, tgt, self.recipe.label_smoothing)
        torch.autograd.backward(loss)
        self.flat.collect(self.recipe.clip)
        self.optimiser.step()
        self.flat.publish()
        return float(plain)

    def _say(self, speed: float) -> None:
        state, left = self.state, (1 - self.progress()) / max(self.progress(), 1e-9) * self.state.seconds
        self.report(
            f"step {state.step:,}  loss {state.loss:.3f}  {speed:,.0f} target pieces/s  "
            f"{state.tokens / 1e6:.2f} M seen  {left / 60:.1f} min left"
        )
        with (self.output / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({**asdict(state), "speed": round(speed)}) + "\n")

    def checkpoint(self) -> None:
        from mtqa.translation.training.heldout import measure

        state = self.state
        state.heldout_nll, state.heldout_chrf = measure(self.model, self.recipe)
        moments = dict(self.optimiser.state[self.flat.master])
        folder = checkpoints.save(self.output, state, self.flat.tensors(), moments, self.recipe.keep_checkpoints)
        self.report(f"{folder.name}: held-out nll {state.heldout_nll:.3f}, chrF {state.heldout_chrf:.1f}")
