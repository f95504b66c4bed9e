"""Label-smoothed cross-entropy over a tied vocabulary, in one pass and without a float32 logit matrix.

The projection, the softmax and their gradients are computed a few hundred rows at a time, so that
they stay in the processor's cache: `cross_entropy(label_smoothing=…)` on the whole matrix cost most
of a step on a CPU. The padding row is left out of the softmax and gets no gradient: it must stay
zero, since Marian's decoder starts from it.
"""

from __future__ import annotations

from typing import Any

import torch

ROWS = 512


class SmoothedCrossEntropy(torch.autograd.Function):
    """``apply(states, weight, targets, smoothing)``: mean loss over rows, gradients made on the way forward.

    ``states`` (rows, d), ``weight`` (vocabulary with pad last, d), ``targets`` (rows,) int64. Returns the
    smoothed loss and the plain negative log-likelihood, both float32 means; only the first has a gradient.
    """

    @staticmethod
    def forward(
        ctx: Any, states: torch.Tensor, weight: torch.Tensor, targets: torch.Tensor, smoothing: float
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Losses, with the gradients of the first kept for the way back."""
        rows, used = states.shape[0], weight[:-1]
        classes = used.shape[0]
        grad_states = torch.empty_like(states)
        grad_weight = torch.zeros(weight.shape, dtype=torch.float32, device=weight.device)
        smoothed = torch.zeros((), dtype=torch.float32, device=states.device)
        plain = torch.zeros_like(smoothed)
        for start in range(0, rows, ROWS):
            part, gold = states[start : start + ROWS], targets[start : start + ROWS, None]
            logits = (part @ used.T).float()
            total = torch.logsumexp(logits, dim=1, keepdim=True)
            nll = total - logits.gather(1, gold)
            plain += nll.sum()
            smoothed += ((1 - smoothing) * nll + smoothing * (total - logits.mean(1, keepdim=True))).sum()
            grad = logits.sub_(total).exp_()
            grad.sub_(smoothing / classes)
            grad.scatter_add_(1, gold, torch.full_like(gold, smoothing - 1, dtype=grad.dtype))
            grad = grad.div_(rows).to(states.dtype)
            grad_states[start : start + ROWS] = grad @ used
            grad_weight[:-1] += (grad.T @ part).float()
        ctx.save_for_backward(grad_states, grad_weight.to(weight.dtype))
        plain = plain / rows
        ctx.mark_non_differentiable(plain)
        return smoothed / rows, plain

    @staticmethod
    def backward(ctx: Any, grad_loss: torch.Tensor, _: Any) -> tuple[Any, ...]:
        """The kept gradients, scaled."""
        grad_states, grad_weight = ctx.saved_tensors
        return grad_states * grad_loss.to(grad_states.dtype), grad_weight * grad_loss.to(grad_weight.dtype), None, None
