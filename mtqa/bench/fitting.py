"""Weights of evidence from labelled candidates: logistic regression that leaves the present weights only where it must.

For each table, minimised is the negative log-likelihood of the labels plus ``|w - w₀|² / 2σ²``: a normal prior around
the present weights ``w₀``, so that a table with few labels hardly moves. A weight keeps the sign that it has. Examples
of generated benches have an intercept of their own beside the table's bias, since they are made to hold many errors:
they tell how much evidence counts, not how often copy is wrong.

Minimised with L-BFGS-B (Byrd et al. 1995) of scipy, which takes bounds; scikit-learn's logistic regression knows
neither a prior that is not at zero nor signs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mtqa.bench.labels import Example
from mtqa.errors import MtqaError

SIGMA = 1.0
FOLDS = 5
LEAST = 8
"""Examples, and of right and of wrong ones a quarter, without which a table is left as it is."""
_MADE = "(generated)"

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Fit:
    """The fit of one table: the new weights, and how well old and new ones foretell examples not fitted on.

    ``examples`` and ``right`` count real copy, ``made`` generated. The losses are of real copy where there is enough of
    it, else of generated: mean negative log-likelihood (nats) and Brier score, before and after.
    """

    table: str
    examples: int
    right: int
    made: int
    weights: dict[str, float]
    loss: tuple[float, float]
    brier: tuple[float, float]

    @property
    def better(self) -> bool:
        """Whether the new weights foretell unseen examples better, by both measures."""
        return self.loss[1] < self.loss[0] and self.brier[1] <= self.brier[0]


def fit_table(
    table: str, present: Weights, examples: Sequence[Example], *, sigma: float = SIGMA, seed: int = 1
) -> Fit | None:
    """Fit one table on its examples; None where there are too few. Raises MtqaError without scipy."""
    real = [example for example in examples if not example.made]
    right = sum(example.right for example in examples)
    if len(examples) < LEAST or min(right, len(examples) - right) < LEAST // 4:
        return None
    judged = real if len(real) >= LEAST and 0 < sum(e.right for e in real) < len(real) else list(examples)
    before = [_chance(present, example) for example in judged]
    after = _held_out(present, examples, judged, sigma, seed)
    return Fit(
        table=table,
        examples=len(real),
        right=sum(example.right for example in real),
        made=len(examples) - len(real),
        weights=_minimised(present, examples, sigma)[0],
        loss=(_loss(before, judged), _loss(after, judged)),
        brier=(_brier(before, judged), _brier(after, judged)),
    )


def _held_out(
    present: Weights, examples: Sequence[Example], judged: Sequence[Example], sigma: float, seed: int
) -> list[float]:
    """The chances that weights fitted on the other groups give the judged examples."""
    groups = sorted({example.group for example in examples})
    order = np.random.default_rng(seed).permutation(len(groups))
    fold_of = {groups[index]: place % FOLDS for place, index in enumerate(order)}
    fitted = [
        _minimised(present, [example for example in examples if fold_of[example.group] != fold], sigma)
        for fold in range(FOLDS)
    ]
    return [
        _chance(fitted[fold_of[e.group]][0], e, fitted[fold_of[e.group]][1] if e.made else 0.0) for e in judged
    ]


def minimiser() -> Any:
    """scipy's ``minimize``. Raises MtqaError without scipy, so that a run can ask before it begins."""
    try:
        from scipy.optimize import minimize
    except ImportError:
        raise MtqaError("no fit without scipy; install mtqa[build]") from None
    return minimize


def _minimised(present: Weights, examples: Sequence[Example], sigma: float) -> tuple[dict[str, float], float]:
    """The weights, and the intercept of generated examples."""
    minimize = minimiser()
    names = [*present, _MADE]
    rows = np.array([[_value(example, name) for name in names] for example in examples])
    labels = np.array([float(example.right) for example in examples])
    centre = np.array([*present.values(), 0.0])
    # The intercept of generated examples is free; all else is held by the prior.
    stiffness = np.array([*[1 / sigma**2] * len(present), 1e-3])

    def objective(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = rows @ weights
        distance = weights - centre
        loss = np.sum(np.logaddexp(0, scores) - labels * scores) + 0.5 * np.sum(stiffness * distance**2)
        slope = rows.T @ (1 / (1 + np.exp(-np.clip(scores, -40, 40))) - labels) + stiffness * distance
        return float(loss), slope

    bounds = [_bound(name, value) for name, value in present.items()] + [(None, None)]
    found = minimize(objective, centre, jac=True, method="L-BFGS-B", bounds=bounds).x
    return {name: float(value) for name, value in zip(present, found)}, float(found[-1])


def _bound(name: str, value: float) -> tuple[float | None, float | None]:
    """A weight keeps its sign; the bias, and a weight of 0, are free."""
    if name == "bias" or value == 0:
        return None, None
    return (0.0, None) if value > 0 else (None, 0.0)


def _value(example: Example, name: str) -> float:
    if name in ("bias", _MADE):
        return float(name == "bias" or example.made)
    return example.features.get(name, 0.0)


def _chance(weights: Weights, example: Example, intercept: float = 0.0) -> float:
    score = intercept + sum(weight * _value(example, name) for name, weight in weights.items())
    return float(1 / (1 + np.exp(-np.clip(score, -40, 40))))


def _loss(chances: Sequence[float], examples: Sequence[Example]) -> float:
    sure = np.clip(chances, 1e-9, 1 - 1e-9)
    return float(np.mean([-np.log(p if e.right else 1 - p) for p, e in zip(sure, examples)]))


def _brier(chances: Sequence[float], examples: Sequence[Example]) -> float:
    return float(np.mean([(p - e.right) ** 2 for p, e in zip(chances, examples)]))
