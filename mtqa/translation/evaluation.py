"""BLEU and chrF of a translator, with the signatures that make the numbers comparable."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import MtqaError
from mtqa.translation.protocol import Translator


@dataclass(frozen=True)
class Evaluation:
    """What a translator did on a test set.

    ``bleu`` and ``chrf`` are sacrebleu's, 0 to 100, each with half the width of its 95 % confidence
    interval (bootstrap; 0 when none was asked for).
    """

    model: str
    bleu: float
    bleu_interval: float
    bleu_signature: str
    chrf: float
    chrf_interval: float
    chrf_signature: str
    seconds: float
    translations: list[str]

    def lines(self) -> list[str]:
        """The result for people, one fact a line."""
        return [
            f"model  {self.model}",
            f"BLEU   {self.bleu:.1f} ± {self.bleu_interval:.1f}  {self.bleu_signature}",
            f"chrF2  {self.chrf:.1f} ± {self.chrf_interval:.1f}  {self.chrf_signature}",
            f"time   {self.seconds:.1f} s for {len(self.translations)} lines",
        ]


def read_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 text file. Raises MtqaError when it cannot be read or is empty."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); give a UTF-8 text file, a sentence a line") from error
    if lines[-1] == "":
        lines.pop()
    if not lines:
        raise MtqaError(f"{path}: empty; give a sentence a line")
    return lines


def evaluate(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    *,
    beam_size: int = 4,
    resamples: int = 0,
) -> Evaluation:
    """Translate ``sources`` and score against ``references`` (one each).

    ``resamples`` is the number of bootstrap resamples that the confidence intervals rest on. Raises
    MtqaError when the two differ in number.
    """
    from sacrebleu.metrics import BLEU, CHRF  # type: ignore[attr-defined]

    if len(sources) != len(references):
        raise MtqaError(f"{len(sources)} source lines but {len(references)} reference lines; give a parallel pair")
    began = time.perf_counter()
    texts = [found[0].text for found in translator.translate(sources, beam_size=beam_size)]
    seconds = time.perf_counter() - began
    bleu, chrf = (_score(metric, texts, references, resamples) for metric in (BLEU(), CHRF()))
    return Evaluation(translator.signature, *bleu, *chrf, seconds, texts)


def _score(metric: Any, texts: list[str], references: Sequence[str], resamples: int) -> tuple[float, float, str]:
    score = metric.corpus_score(texts, [list(references)], n_bootstrap=max(1, resamples))
    interval = 0.0 if score._ci in (None, -1.0) else float(score._ci)  # sacrebleu shows it, but names no public field
    return float(score.score), interval, str(metric.get_signature())
