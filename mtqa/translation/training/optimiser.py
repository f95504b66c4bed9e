"""What moves the weights: Muon for the matrices between layers, AdamW for everything else.

Muon (Jordan et al. 2024) makes every update of a matrix orthogonal, so that no direction of it is left
behind. On a small MarianMT model it saves about half of the updates that AdamW alone needs, and the
post-norm encoder that AdamW collapses above a rate of 1e-3 stays whole. Embeddings, biases and norms
are not maps between layers; AdamW moves them.
"""

from __future__ import annotations

import torch

from mtqa.translation.training.network import FlatParameters

MOMENTUM = 0.95
BETAS = (0.9, 0.98)
EMBEDDING = "shared"
_FIRST, _SECOND, _COUNT = "exp_avg", "exp_avg_sq", "step"


class Optimiser:
    """Both optimisers over the flat masters of a network.

    ``peak`` rates are multiplied by the schedule's factor at every step. Muon's rate is on AdamW's scale
    (update of equal root mean square; Liu et al. 2025), so that one is a small multiple of the other.
    """

    def __init__(self, flat: FlatParameters, *, matrix_peak: float, peak: float, weight_decay: float) -> None:
        self._parameters = flat.parameters()
        matrices = [p for name, p in self._parameters.items() if _is_matrix(name, p)]
        others = [p for name, p in self._parameters.items() if not _is_matrix(name, p)]
        self._muon = torch.optim.Muon(
            matrices, lr=matrix_peak, momentum=MOMENTUM, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw"
        )
        self._adam = torch.optim.AdamW(others, lr=peak, betas=BETAS, eps=1e-8, weight_decay=weight_decay, fused=True)
        self._peaks = ((self._muon, matrix_peak), (self._adam, peak))

    def step(self, factor: float) -> None:
        """Move the masters by their gradients, at ``factor`` times the peak rates."""
        for optimiser, peak in self._peaks:
            for group in optimiser.param_groups:
                group["lr"] = peak * factor
            optimiser.step()

    def tensors(self) -> dict[str, torch.Tensor]:
        """The state, one tensor a parameter and moment (``momentum/NAME``, ``exp_avg/NAME``, …)."""
        return {
            f"{moment.removesuffix('_buffer')}/{name}": value
            for name, parameter in self._parameters.items()
            for moment, value in self._owner(name).state[parameter].items()
        }

    def load(self, tensors: dict[str, torch.Tensor]) -> None:
        """Take the state that `tensors` gave. Raises KeyError when a parameter's is missing."""
        for name, parameter in self._parameters.items():
            state = self._owner(name).state[parameter]
            if _is_matrix(name, parameter):
                state["momentum_buffer"] = tensors[f"momentum/{name}"].to(parameter.device)
                continue
            for moment in (_FIRST, _SECOND, _COUNT):
                state[moment] = tensors[f"{moment}/{name}"].to(parameter.device)

    def _owner(self, name: str) -> torch.optim.Optimizer:
        return self._muon if _is_matrix(name, self._parameters[name]) else self._adam


def _is_matrix(name: str, parameter: torch.Tensor) -> bool:
    return parameter.ndim == 2 and EMBEDDING not in name
