"""What every translation engine can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

DIRECTIONS = ("en-es", "es-en")


@dataclass(frozen=True)
class Hypothesis:
    """One translation.

    ``score`` is the natural logarithm of the probability of the whole target (``</s>`` included),
    divided by its number of pieces (``</s>`` included): at most 0, comparable between lengths.
    """

    text: str
    score: float


class Translator(Protocol):
    """A model of one direction, whatever runs it.

    ``signature`` names direction, engine and weights, e.g. ``en-es:ct2-int8:3f2a91bc``: two
    translators with the same signature say the same things.
    """

    @property
    def source(self) -> str:
        """Language code of the input ("en")."""

    @property
    def target(self) -> str:
        """Language code of the output ("es")."""

    @property
    def signature(self) -> str:
        """Direction, engine and a digest of the weights."""

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        """The ``n_best`` best translations of each text, best first.

        One list for each text, in order; an empty (or blank) text gives one empty hypothesis with
        score 0. The beam is widened to ``n_best`` when that is larger. A text of more than
        ``MAX_PIECES`` pieces is cut there: pass sentences, not articles.
        """

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """Natural-log probability of each target given its source: the sum over its pieces and ``</s>``.

        Raises ValueError when the two differ in length. Targets are cut as sources are.
        """
