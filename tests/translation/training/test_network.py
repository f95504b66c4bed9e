"""What the weights are computed in."""

import pytest
import torch

from mtqa.translation.training import network
from mtqa.translation.training.network import FlatParameters, computing_type


@pytest.mark.parametrize(("multiplies", "dtype"), [(True, torch.bfloat16), (False, torch.float32)])
def test_the_type_is_what_the_processor_multiplies(
    monkeypatch: pytest.MonkeyPatch, multiplies: bool, dtype: torch.dtype
) -> None:
    monkeypatch.setattr(torch.ops.mkldnn, "_is_mkldnn_bf16_supported", lambda: multiplies)
    assert computing_type(torch.device("cpu")) is dtype
    assert computing_type(torch.device("cuda")) is torch.bfloat16


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32])
def test_gradients_reach_the_float32_masters(monkeypatch: pytest.MonkeyPatch, dtype: torch.dtype) -> None:
    monkeypatch.setattr(network, "computing_type", lambda device: dtype)
    layer = torch.nn.Linear(3, 2, bias=False)
    flat = FlatParameters(layer)
    assert layer.weight.dtype is dtype
    assert flat.master.dtype is torch.float32
    layer(torch.ones(1, 3, dtype=dtype)).sum().backward()
    flat.collect(100.0)
    assert flat.master.grad is not None and torch.equal(flat.master.grad, torch.ones(6))
