"""Checkpoints: folders ``step-0001234`` with float32 weights; the newest also holds the optimiser's state."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    import torch

WEIGHTS, OPTIMISER, STATE = "weights.safetensors", "optimiser.safetensors", "state.json"


@dataclass
class State:
    """Where a run stands.

    ``seconds`` counts training time over all its stretches, ``drawn`` the batches taken from the stream (some
    are passed over as too long so early), ``stale`` the checkpoints since the best held-out chrF.
    """

    step: int = 0
    drawn: int = 0
    seconds: float = 0.0
    tokens: int = 0
    loss: float = 0.0
    heldout_nll: float = 0.0
    heldout_chrf: float = 0.0
    best_chrf: float = 0.0
    stale: int = 0


def folders(output: Path) -> list[Path]:
    """The complete checkpoints under a run's folder, oldest first."""
    return sorted(p for p in output.glob("step-*") if (p / STATE).is_file())


def save(
    output: Path, state: State, weights: dict[str, torch.Tensor], optimiser: dict[str, torch.Tensor], keep: int
) -> Path:
    """Write a checkpoint beside its final place and move it there whole; drop the oldest beyond ``keep``."""
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    final = output / f"step-{state.step:07d}"
    partial = output / f".writing-{state.step:07d}"
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        save_file({name: t.cpu().contiguous() for name, t in weights.items()}, partial / WEIGHTS)
        save_file({name: t.cpu().contiguous() for name, t in optimiser.items()}, partial / OPTIMISER)
        (partial / STATE).write_text(json.dumps(asdict(state), indent=1), encoding="utf-8")
        shutil.rmtree(final, ignore_errors=True)
        os.replace(partial, final)
    except (OSError, SafetensorError) as error:  # the latter is how safetensors says that the disk is full
        shutil.rmtree(partial, ignore_errors=True)
        why = getattr(error, "strerror", None) or str(error)
        raise MtqaError(f"{final}: cannot be written ({why}); free some space and resume") from error
    kept = folders(output)
    for old in kept[:-keep]:
        shutil.rmtree(old)
    for older in kept[-keep:-1]:
        (older / OPTIMISER).unlink(missing_ok=True)
    return final


def read_state(folder: Path) -> State:
    """The state of one checkpoint."""
    try:
        return State(**json.loads((folder / STATE).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise MtqaError(f"{folder / STATE}: not the state of a checkpoint ({error})") from error


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """The tensors of a safetensors file. Raises MtqaError when it is missing or cut short."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); use an earlier checkpoint") from error


def average(chosen: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of some checkpoints."""
    if not chosen:
        raise MtqaError("no checkpoint to average; train first with `mtqa model train`")
    total: dict[str, torch.Tensor] = {}
    for folder in chosen:
        for name, tensor in read_tensors(folder / WEIGHTS).items():
            total[name] = total[name] + tensor if name in total else tensor
    return {name: tensor / len(chosen) for name, tensor in total.items()}
