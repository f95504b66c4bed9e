"""How fast the engines are, on the same weights in one run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.translation import Translator, open_translator


@dataclass(frozen=True)
class Speed:
    """What an engine did: seconds to open it again once imported, and target words a second."""

    signature: str
    opening: float
    words_a_second: float

    def line(self) -> str:
        """For people."""
        return f"{self.signature:<40} opens in {self.opening:.3f} s, {self.words_a_second:,.0f} target words/s"


def measure_speed(
    direction: str, texts: Sequence[str], *, name: str | None = None, threads: int = 0, beam_size: int = 4
) -> list[Speed]:
    """Translate ``texts`` with both engines, the int8 one first. Raises MtqaError when one cannot be opened."""
    return [_measure(engine, direction, texts, name, threads, beam_size) for engine in ("ct2", "transformers")]


def _measure(engine: str, direction: str, texts: Sequence[str], name: str | None, threads: int, beam: int) -> Speed:
    translator = open_translator(direction, name=name, engine=engine, threads=threads)
    translator.translate(texts[:2], beam_size=beam)  # imports and first calls are not the engine's speed
    began = time.perf_counter()
    open_translator(direction, name=name, engine=engine, threads=threads)
    opening = time.perf_counter() - began
    return Speed(translator.signature, opening, _words_a_second(translator, texts, beam))


def _words_a_second(translator: Translator, texts: Sequence[str], beam: int) -> float:
    began = time.perf_counter()
    rows = translator.translate(texts, beam_size=beam)
    return sum(row[0].text.count(" ") + 1 for row in rows) / (time.perf_counter() - began)
