"""The default engine: CTranslate2 on int8 weights, straight from SentencePiece pieces."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.batching import REMEDY, Tokenizer, batches, digest, output_limit
from mtqa.translation.protocol import Hypothesis

MOST_THREADS = 8
DIGITS = 4
"""Decimal places of a score."""
CPUINFO = Path("/proc/cpuinfo")
VNNI = frozenset({"avx512_vnni", "avx_vnni", "amx_int8"})
"""Processor features that add up int8 products in 32 bits."""
FILES = ("model.bin", "config.json", "shared_vocabulary.json", "source.spm", "target.spm")


class CTranslate2Engine:
    """A model folder with ``model.bin``, its vocabulary and the two ``.spm`` files.

    ``threads`` 0 takes every processor that the process may use. So small a model gains nothing from several
    threads on one batch: each thread takes batches of its own. Raises MtqaError when a file is missing or
    cut short.
    """

    def __init__(self, folder: Path, direction: str, threads: int = 0) -> None:
        for name in FILES:
            if not (folder / name).is_file():
                raise MtqaError(f"{folder / name}: missing; {REMEDY}")
        self.source, self.target = direction.split("-")
        self._tokenizer = Tokenizer(folder)
        import ctranslate2

        try:
            self._model = ctranslate2.Translator(
                str(folder),
                device="cpu",
                compute_type="float32" if int8_saturates() else "default",
                inter_threads=threads or _processors(),
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            why = str(error).strip().split("\n")[0]
            raise MtqaError(f"{folder / 'model.bin'}: damaged or cut short ({why}); {REMEDY}") from error
        kind = self._model.compute_type.split("_")[0]
        self.signature = f"{direction}:ct2-{kind}:{digest(folder / 'model.bin', folder / 'source.spm')}"

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        """See Translator.translate."""
        found: list[list[Hypothesis]] = [[Hypothesis("", 0.0)] for _ in texts]
        asked = [i for i, text in enumerate(texts) if text.strip()]
        pieces = [self._tokenizer.source_pieces(texts[i]) for i in asked]
        beam = max(beam_size, n_best)
        begun = [
            (
                batch,
                self._model.translate_batch(
                    [pieces[i] for i in batch],
                    beam_size=beam,
                    num_hypotheses=n_best,
                    return_scores=True,
                    max_decoding_length=output_limit(len(pieces[batch[0]])),
                    length_penalty=1.0,
                    asynchronous=True,
                ),
            )
            for batch in batches([(len(p),) for p in pieces], beam)
        ]
        for batch, pending in begun:
            for i, result in zip(batch, (each.result() for each in pending)):
                rows = zip(result.hypotheses, result.scores)
                found[asked[i]] = sorted(
                    (Hypothesis(self._tokenizer.text(pieces), _rounded(score)) for pieces, score in rows),
                    key=lambda hypothesis: (-hypothesis.score, hypothesis.text),
                )
        return found

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """See Translator.score."""
        if len(sources) != len(targets):
            raise ValueError(f"{len(sources)} sources and {len(targets)} targets")
        left = [self._tokenizer.source_pieces(text) for text in sources]
        right = [self._tokenizer.target_pieces(text) for text in targets]
        scores = [0.0] * len(sources)
        for batch in batches([(len(a), len(b)) for a, b in zip(left, right)]):
            for i, result in zip(batch, self._model.score_batch([left[i] for i in batch], [right[i] for i in batch])):
                scores[i] = _rounded(float(sum(result.log_probs)))
        return scores


def _rounded(score: float) -> float:
    """A score without the digits that hang on what shared its batch, where float32 computes it."""
    return round(score, DIGITS)


@lru_cache(maxsize=1)
def int8_saturates() -> bool:
    """Whether the processor adds up int8 products in 16 bits, which overflow: x86 without VNNI.

    There float32 is as quick and says what the weights say. Where the processor cannot be asked, the answer is no.
    """
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return False
    try:
        flags = re.search(r"^flags\s*:(.*)$", CPUINFO.read_text("utf-8", "replace"), re.MULTILINE)
    except OSError:
        return False
    return flags is not None and not VNNI & set(flags[1].split())


def _processors() -> int:
    """How many processors this process may use, as far as they are worth a thread each."""
    try:
        return min(MOST_THREADS, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on every system
        return min(MOST_THREADS, os.cpu_count() or 1)
