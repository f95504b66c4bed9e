"""Sampling from a model: the same for the same seed, something else for another."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training.sampling import sampler

TEXTS = ["The minister reads the letter.", "The judge signs the book.", "a long law the house buys"] * 4


def test_samples(model_folder: Path) -> None:
    first = sampler(model_folder, seed=3, threads=1)(TEXTS)
    assert len(first) == len(TEXTS) and "El ministro lee la carta." in first
    assert sampler(model_folder / "ct2", seed=3, threads=1)(TEXTS) == first
    assert sampler(model_folder, seed=4, threads=1)(TEXTS) != first


def test_no_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"model\.bin: missing"):
        sampler(tmp_path)
