"""The reference engine: transformers' MarianMTModel, for our weights and any opus-mt model."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.errors import MtqaError
from mtqa.translation.batching import MAX_PIECES, REMEDY, batches, digest, output_limit
from mtqa.translation.protocol import Hypothesis

if TYPE_CHECKING:
    import torch

WEIGHTS = "model.safetensors"


class MarianEngine:
    """A MarianMTModel by folder or by name on the model hub, in float32, on a GPU where there is one.

    Only safetensors weights are loaded; pickled ones are refused. Raises MtqaError when the model
    cannot be found or read.
    """

    def __init__(self, name: str, direction: str, threads: int = 0) -> None:
        folder = Path(name)
        if folder.is_dir():
            check_folder(folder)
        elif name.startswith((".", "/")) or name.count("/") > 1:
            raise MtqaError(f"{name}: no such folder; give a model folder or a hub name such as OWNER/MODEL")
        self.source, self.target = direction.split("-")
        try:
            import torch
            from transformers import MarianMTModel, MarianTokenizer
        except ImportError as error:
            raise MtqaError(
                f"the transformers engine needs torch and transformers ({error}); install them or use the ct2 engine"
            ) from error
        if threads:
            torch.set_num_threads(threads)
        hush()
        try:
            with no_sacremoses():
                self._tokenizer: Any = MarianTokenizer.from_pretrained(name)
            model: Any = MarianMTModel.from_pretrained(name, use_safetensors=True, dtype=torch.float32)
        except Exception as error:  # the loaders raise OSError, ValueError, SafetensorError, RuntimeError, hub errors …
            raise MtqaError(
                f"{name}: cannot be loaded ({_first_line(error)}); give a folder or hub name of a "
                "MarianMT model with safetensors weights"
            ) from error
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model: Any = model.to(self._device).eval()
        self._pad = int(model.config.pad_token_id)
        weights = folder / WEIGHTS
        content = digest(weights, folder / "source.spm") if weights.is_file() else name
        self.signature = f"{direction}:transformers:{content}"

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        """See Translator.translate."""
        import torch

        found: list[list[Hypothesis]] = [[Hypothesis("", 0.0)] for _ in texts]
        asked = [i for i, text in enumerate(texts) if text.strip()]
        ids = [self._ids(texts[i]) for i in asked]
        beam = max(beam_size, n_best)
        for batch in batches([(len(row),) for row in ids], beam):
            source = self._padded([ids[i] for i in batch])
            with torch.inference_mode():
                out = self._model.generate(
                    input_ids=source,
                    attention_mask=(source != self._pad).long(),
                    num_beams=beam,
                    do_sample=False,
                    num_return_sequences=n_best,
                    max_new_tokens=output_limit(source.shape[1]),
                    max_length=None,
                    length_penalty=1.0,
                    early_stopping=True,
                    forced_eos_token_id=None,
                )
                target = out[:, 1:]
                logs = self._log_probabilities(source.repeat_interleave(n_best, 0), target)
            for at, i in enumerate(batch):
                rows = range(at * n_best, (at + 1) * n_best)
                found[asked[i]] = sorted(
                    (self._hypothesis(target[row], logs[row]) for row in rows), key=lambda hypothesis: -hypothesis.score
                )
        return found

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """See Translator.score."""
        import torch

        if len(sources) != len(targets):
            raise ValueError(f"{len(sources)} sources and {len(targets)} targets")
        left = [self._ids(text) for text in sources]
        right = [self._ids(text, target=True) for text in targets]
        scores = [0.0] * len(sources)
        for batch in batches([(len(a), len(b)) for a, b in zip(left, right)]):
            with torch.inference_mode():
                logs = self._log_probabilities(
                    self._padded([left[i] for i in batch]), self._padded([right[i] for i in batch])
                )
            for i, value in zip(batch, logs.sum(1).tolist()):
                scores[i] = float(value)
        return scores

    def _ids(self, text: str, target: bool = False) -> list[int]:
        encoded = self._tokenizer(text_target=text) if target else self._tokenizer(text)
        ids = [int(i) for i in encoded["input_ids"]]
        return [*ids[:-1][:MAX_PIECES], ids[-1]]

    def _padded(self, rows: list[list[int]]) -> torch.Tensor:
        import torch

        longest = max(len(row) for row in rows)
        return torch.tensor([row + [self._pad] * (longest - len(row)) for row in rows], device=self._device)

    def _log_probabilities(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Log-probability of every target piece, shape (pairs, longest); 0 at padding. Pad is never a choice."""
        import torch

        start = torch.full_like(target[:, :1], self._model.config.decoder_start_token_id)
        logits = self._model(
            input_ids=source,
            attention_mask=(source != self._pad).long(),
            decoder_input_ids=torch.cat([start, target[:, :-1]], 1),
        ).logits.float()
        logits[..., self._pad] = float("-inf")
        chosen: torch.Tensor = logits.log_softmax(-1).gather(2, target[..., None]).squeeze(2)
        return chosen.masked_fill(target == self._pad, 0.0)

    def _hypothesis(self, target: torch.Tensor, logs: torch.Tensor) -> Hypothesis:
        kept = target != self._pad
        text = self._tokenizer.decode(target[kept], skip_special_tokens=True)
        return Hypothesis(str(text).strip(), float(logs.sum()) / max(1, int(kept.sum())))


def hush() -> None:
    """Keep transformers from drawing progress bars for files that are read in a blink."""
    from transformers.utils import logging as chatter

    quiet: Any = chatter
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()


@contextmanager
def no_sacremoses() -> Iterator[None]:
    """Without the tokenizer's advice to install sacremoses, which models trained on raw text do not want."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*sacremoses.*")
        yield


def check_folder(folder: Path) -> None:
    """Raises MtqaError for a model folder that lacks a file, or whose weights are a pickle."""
    weights = folder / WEIGHTS
    if not weights.is_file() and not list(folder.glob("*.safetensors.index.json")):
        pickled = sorted(p.name for p in folder.glob("*.bin"))
        if pickled:
            raise MtqaError(
                f"{folder / pickled[0]}: pickled weights can run code and are not loaded; convert them to safetensors"
            )
        raise MtqaError(f"{weights}: missing; {REMEDY}")
    for name in ("config.json", "source.spm", "target.spm", "vocab.json"):
        if not (folder / name).is_file():
            raise MtqaError(f"{folder / name}: missing; {REMEDY}")


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200] or type(error).__name__
