"""The one-pass loss and its gradients are those of cross_entropy."""
from __future__ import annotations

from typing import Any

import torch

from mtqa.translation.training import loss


def test_same_as_cross_entropy(monkeypatch: Any) -> None:
    monkeypatch.setattr(loss, "ROWS", 5)
    torch.manual_seed(0)
    states = torch.randn(13, 8, requires_grad=True)
    weight = torch.randn(21, 8, requires_grad=True)
    targets = torch.randint(0, 20, (13,))
    apply: Any = loss.SmoothedCrossEntropy.apply
    ours, plain = apply(states, weight, targets, 0.1)
    torch.autograd.backward(ours * 2)
    got = states.grad, weight.grad
    states.grad = weight.grad = None
    logits = states @ weight[:-1].T
    theirs = torch.nn.functional.cross_entropy(logits, targets, label_smoothing=0.1)
    torch.autograd.backward(theirs * 2)
    torch.testing.assert_close(ours, theirs)
    torch.testing.assert_close(plain, torch.nn.functional.cross_entropy(logits, targets))
    torch.testing.assert_close(got[0], states.grad)
    torch.testing.assert_close(got[1], weight.grad)
    assert got[1] is not None and not got[1][-1].any()
