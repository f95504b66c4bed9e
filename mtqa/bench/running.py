"""Lint the documents of a bench, counting what it costs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mtqa.bench.counting import Counted, count
from mtqa.bench.folder import Bench
from mtqa.config.settings import Settings
from mtqa.detection.channel import Channel
from mtqa.linting import Linter
from mtqa.translation import Hypothesis, Translator


@dataclass
class Cost:
    """What a run asked of the translator (calls, and texts in them), and its wall-clock seconds."""

    calls: int = 0
    texts: int = 0
    seconds: float = 0.0


class CountingTranslator:
    """A translator that counts what it is asked."""

    def __init__(self, translator: Translator, cost: Cost) -> None:
        self._translator, self._cost = translator, cost
        self.source, self.target, self.signature = translator.source, translator.target, translator.signature

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        """See :class:`mtqa.translation.Translator`."""
        self._count(len(texts))
        return self._translator.translate(texts, beam_size=beam_size, n_best=n_best)

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """See :class:`mtqa.translation.Translator`."""
        self._count(len(sources))
        return self._translator.score(sources, targets)

    def _count(self, texts: int) -> None:
        self._cost.calls += 1
        self._cost.texts += texts


class BenchLinter:
    """A linter as ``mtqa lint`` has it at its default settings; each document is read as of its own day."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.linter = Linter(settings)
        self.cost = Cost()
        knowledge = self.linter.knowledge
        if knowledge.back is not None:
            knowledge.back = CountingTranslator(knowledge.back, self.cost)
            knowledge.channel = Channel(lambda: CountingTranslator(self.linter.open_forward(), self.cost))

    @property
    def signature(self) -> str:
        """The linter's."""
        return self.linter.signature

    def as_of(self, bench: Bench, index: int) -> Linter:
        """The linter, set to the day of a document."""
        self.linter.settings = replace(self.settings, as_of=bench.docs[index].day)
        return self.linter

    def run(self, bench: Bench, advance: Callable[[], None] = lambda: None) -> tuple[list[Counted], Cost]:
        """Count each document of a bench, and say what that cost; ``advance`` is called after each.

        Raises MtqaError as :class:`mtqa.linting.Linter` does.
        """
        before, began = replace(self.cost), time.perf_counter()
        counted = []
        for index, doc in enumerate(bench.docs):
            counted.append(count(doc, self.as_of(bench, index).lint(doc.document)))
            advance()
        seconds = time.perf_counter() - began
        return counted, Cost(self.cost.calls - before.calls, self.cost.texts - before.texts, seconds)
