"""The fit moves weights to what the labels say, as far as there are labels, and never across zero."""

from __future__ import annotations

import math
import random

import pytest

from mtqa.bench.fitting import fit_table
from mtqa.bench.labels import Example

pytest.importorskip("scipy")
TRUE = {"bias": -1.0, "odd": 3.0, "borne": -2.0}


def drawn(count: int, seed: int = 1, *, made: bool = False, shift: float = 0.0) -> list[Example]:
    """Examples whose labels follow TRUE (and a shift of the bias)."""
    rng = random.Random(seed)
    found = []
    for number in range(count):
        features = {"odd": rng.random(), "borne": rng.random()}
        score = TRUE["bias"] + shift + sum(TRUE[name] * value for name, value in features.items())
        right = rng.random() < 1 / (1 + math.exp(-score))
        found.append(Example("T", features, right, f"{seed}/{number}", made))
    return found


def test_finds_what_the_labels_follow() -> None:
    fit = fit_table("T", {"bias": 0.0, "odd": 1.0, "borne": -1.0}, drawn(4000), sigma=10)
    assert fit is not None and fit.better and fit.examples == 4000
    assert fit.weights == pytest.approx(TRUE, abs=0.35)
    assert fit.loss[1] < fit.loss[0] and fit.brier[1] < fit.brier[0]


def test_few_labels_hardly_move_it() -> None:
    present = {"bias": 0.0, "odd": 1.0, "borne": -1.0}
    fit = fit_table("T", present, drawn(20), sigma=0.1)
    assert fit is not None and fit.weights == pytest.approx(present, abs=0.1)


def test_signs_are_kept() -> None:
    fit = fit_table("T", {"bias": 0.0, "odd": -1.0, "borne": 1.0}, drawn(2000), sigma=10)
    assert fit is not None and fit.weights["odd"] <= 0 <= fit.weights["borne"] and fit.weights["bias"] != 0


def test_generated_examples_leave_the_bias_alone() -> None:
    """They hold three times as many errors as copy."""
    mixed = drawn(1000) + drawn(3000, 2, made=True, shift=3.0)
    fit = fit_table("T", {"bias": 0.0, "odd": 1.0, "borne": -1.0}, mixed, sigma=10)
    assert fit is not None and (fit.examples, fit.made) == (1000, 3000)
    assert fit.weights["bias"] == pytest.approx(TRUE["bias"], abs=0.4)


def test_too_few_examples_are_no_fit() -> None:
    assert fit_table("T", TRUE, drawn(5)) is None
    assert fit_table("T", TRUE, [e for e in drawn(50) if e.right]) is None


def test_weights_that_foretell_well_are_not_bettered() -> None:
    fit = fit_table("T", TRUE, drawn(60, 5), sigma=5)
    assert fit is not None and not fit.better


def test_the_same_name_is_on_one_side_only() -> None:
    """A feature that names one slip looks perfect where it is measured on itself."""
    rng = random.Random(3)
    copies = [Example("T", {"odd": 1.0}, True, "one slip", False) for _ in range(20)]
    others = [Example("T", {"odd": rng.random() * 0.1}, rng.random() < 0.5, str(n), False) for n in range(40)]
    together = fit_table("T", {"bias": 0.0, "odd": 0.1}, copies + others, sigma=10)
    apart = [Example("T", e.features, e.right, str(n), False) for n, e in enumerate(copies + others)]
    parted = fit_table("T", {"bias": 0.0, "odd": 0.1}, apart, sigma=10)
    assert together is not None and parted is not None and parted.loss[1] < together.loss[1] - 0.1
