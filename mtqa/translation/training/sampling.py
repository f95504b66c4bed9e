"""English that our own Spanish→English model samples: with the slips that neural translators make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.batching import REMEDY, Tokenizer, output_limit

BATCH = 512
TEMPERATURE = 0.7
TOP_K = 20
"""Among how many pieces each next one is drawn: wide enough for slips, not for nonsense."""


def sampler(folder: Path, *, seed: int = 1, threads: int = 0) -> Callable[[Sequence[str]], list[str]]:
    """A function that puts Spanish lines into English by sampling from the model in ``folder`` (``ct2/`` or itself).

    The same seed, lines and processor give the same English. Raises MtqaError when the model is missing.
    """
    import ctranslate2

    part = folder / "ct2" if (folder / "ct2").is_dir() else folder
    if not (part / "model.bin").is_file():
        raise MtqaError(f"{part / 'model.bin'}: missing; {REMEDY}")
    tokenizer = Tokenizer(part)
    model = ctranslate2.Translator(str(part), device="cpu", inter_threads=1, intra_threads=threads)

    def sample(spanish: Sequence[str]) -> list[str]:
        # One seed for the whole process: drawn anew for each call, so that calls do not depend on one another.
        ctranslate2.set_random_seed(seed)
        out: list[str] = []
        for start in range(0, len(spanish), BATCH):
            pieces = [tokenizer.source_pieces(text) for text in spanish[start : start + BATCH]]
            results = model.translate_batch(
                pieces,
                beam_size=1,
                sampling_topk=TOP_K,
                sampling_temperature=TEMPERATURE,
                max_decoding_length=output_limit(max(map(len, pieces))),
                max_batch_size=64,
            )
            out.extend(tokenizer.text(result.hypotheses[0]) for result in results)
        return out

    return sample
