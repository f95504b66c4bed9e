"""The small MarianMT network of a recipe, and its flat parameter buffers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from mtqa.translation.training.loss import SmoothedCrossEntropy
from mtqa.translation.training.recipe import Recipe

if TYPE_CHECKING:
    from transformers import MarianConfig

PAD_BIAS = -1e4
INITIAL = 0.32


def marian_config(recipe: Recipe, vocab_size: int) -> MarianConfig:
    """The configuration that transformers and CTranslate2 both read (post-norm, tied, sinusoidal)."""
    from transformers import MarianConfig

    pad = vocab_size - 1
    config = MarianConfig(
        vocab_size=vocab_size,
        decoder_vocab_size=vocab_size,
        d_model=recipe.d_model,
        encoder_layers=recipe.encoder_layers,
        decoder_layers=recipe.decoder_layers,
        encoder_attention_heads=recipe.heads,
        decoder_attention_heads=recipe.heads,
        encoder_ffn_dim=recipe.ffn,
        decoder_ffn_dim=recipe.ffn,
        dropout=recipe.dropout,
        activation_function="swish",
        scale_embedding=True,
        max_position_embeddings=512,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=0,
        forced_eos_token_id=0,
        init_std=INITIAL * recipe.d_model**-0.5,
        tie_word_embeddings=True,
    )
    config._attn_implementation = "eager"  # its backward pass is the quickest on a CPU at these lengths
    return config


def build_network(recipe: Recipe, vocab_size: int) -> Any:
    """A freshly initialised float32 MarianMTModel.

    It starts small (standard deviation 0.02 at 256 dimensions, as transformers does). Marian's
    post-norm encoder is easily driven to give every position the same state, after which nothing is
    aligned any more: Xavier's larger weights did it, and so did peak rates above 1e-3.
    """
    from transformers import MarianMTModel

    torch.manual_seed(recipe.seed)
    model: Any = MarianMTModel(marian_config(recipe, vocab_size))
    with torch.no_grad():
        model.model.shared.weight[-1].zero_()
    model.final_logits_bias[0, -1] = PAD_BIAS
    return model


def shifted(target: torch.Tensor, pad: int) -> torch.Tensor:
    """The decoder's input for a padded target: one step to the right, starting from pad."""
    return torch.cat([torch.full_like(target[:, :1], pad), target[:, :-1]], dim=1)


def batch_loss(
    model: Any, source: torch.Tensor, target: torch.Tensor, smoothing: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Smoothed loss and plain negative log-likelihood, means over the target pieces that are not padding."""
    pad = int(model.config.pad_token_id)
    out = model.model(
        input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=shifted(target, pad), use_cache=False
    )
    kept = target != pad
    cross_entropy: Any = SmoothedCrossEntropy.apply
    loss, plain = cross_entropy(out.last_hidden_state[kept], model.lm_head.weight, target[kept], smoothing)
    return loss, plain


def computing_type(device: torch.device) -> torch.dtype:
    """bf16 where the device multiplies it, else float32: emulated bf16 is several times slower still."""
    if device.type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported():
        return torch.bfloat16
    return torch.float32


class FlatParameters:
    """Weights that a model computes with (bf16 where that is quick), over float32 masters that the optimiser moves.

    Both, and the gradients, are single flat tensors, so that clipping, the step and the copy back
    are a handful of passes over memory instead of several for each of a hundred tensors.
    """

    def __init__(self, model: Any) -> None:
        self.named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
        self.shapes = {name: p.shape for name, p in self.named}
        device = self.named[0][1].device
        self.master = torch.cat([p.detach().float().reshape(-1) for _, p in self.named])
        self.master.requires_grad_(True)
        self.master.grad = torch.zeros_like(self.master)
        self.dtype = computing_type(device)
        model.to(self.dtype)
        self._weights = torch.empty(self.master.shape, dtype=self.dtype, device=device)
        self._gradients = torch.zeros_like(self._weights)
        at = 0
        for _, parameter in self.named:
            end = at + parameter.numel()
            parameter.data = self._weights[at:end].view(parameter.shape)
            parameter.grad = self._gradients[at:end].view(parameter.shape)
            at = end
        self.publish()

    def publish(self) -> None:
        """Round the masters into the weights."""
        with torch.no_grad():
            self._weights.copy_(self.master)

    def collect(self, clip: float) -> float:
        """Move the gradients to the masters, clipped to a norm of ``clip``; returns the norm before."""
        assert self.master.grad is not None
        with torch.no_grad():
            self.master.grad.copy_(self._gradients)
            self._gradients.zero_()
            norm = float(self.master.grad.norm())
            if norm > clip:
                self.master.grad.mul_(clip / norm)
        return norm

    def tensors(self) -> dict[str, torch.Tensor]:
        """The masters by parameter name (views)."""
        sizes = [shape.numel() for shape in self.shapes.values()]
        parts = torch.split(self.master.detach(), sizes)
        return {name: part.view(shape) for (name, shape), part in zip(self.shapes.items(), parts)}

    def parameters(self) -> dict[str, torch.nn.Parameter]:
        """The masters by name as parameters of their own, with gradients (all views): for an optimiser."""
        assert self.master.grad is not None
        sizes = [shape.numel() for shape in self.shapes.values()]
        found = {}
        for (name, view), gradient in zip(self.tensors().items(), torch.split(self.master.grad, sizes)):
            found[name] = torch.nn.Parameter(view)
            found[name].grad = gradient.view(view.shape)
        return found

    def load(self, tensors: dict[str, torch.Tensor]) -> None:
        """Take the masters from tensors by name. Raises ValueError when a shape is another or one is missing."""
        for name, shape in self.shapes.items():
            if name not in tensors or tensors[name].shape != shape:
                given = tuple(tensors[name].shape) if name in tensors else "missing"
                raise ValueError(f"{name} is {given}, not {tuple(shape)}")
        with torch.no_grad():
            for name, view in self.tensors().items():
                view.copy_(tensors[name])
        self.publish()
