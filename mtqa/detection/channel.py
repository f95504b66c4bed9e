"""The channel, scored: how likely a translator was to write these English words for that Spanish name.

A dictionary says which words a Spanish word may become, a back-translation which Spanish words come to mind. The es→en
model answers the question itself (forced scores): given *Rosalía Campanas*, how likely is it to write "Rosalía Bells"
rather than to let the name pass? Where a name is that of somebody whom the story leads to, such an answer explains a
word that no dictionary has for it. Words picked at random score far below what translators make of a name: of a hundred
at most one comes as near as :data:`LIKELY` asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.translation import Translator

LIKELY = -5.0
"""Log-odds, of writing the word against letting the name pass, from which a translator may have written it."""
SURE, CHANCE = 8.0, -8.0
"""Log-odds above chance from which an answer leaves no doubt, and those of chance: random words score lower."""


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """Whether a translator that reads ``spanish`` writes ``english`` where it might have written ``kept``."""

    spanish: str
    english: str
    kept: str


class Channel:
    """The es→en model, opened when it is first asked; without one every answer is None.

    ``open_forward`` opens it, and may raise MtqaError when it does so.
    """

    def __init__(self, open_forward: Callable[[], Translator] | None = None) -> None:
        self._open = open_forward
        self._forward: Translator | None = None
        self._margins: dict[Question, float] = {}

    def ask(self, questions: Iterable[Question]) -> None:
        """Score what was not asked before, all in one batch; :meth:`margin` knows the answers after."""
        new = sorted(set(questions) - self._margins.keys())
        forward = self._opened() if new else None
        if forward is None:
            return
        sources = [question.spanish for question in new for _ in range(2)]
        targets = [text for question in new for text in (question.english, question.kept)]
        scores = forward.score(sources, targets)
        for question, written, kept in zip(new, scores[::2], scores[1::2], strict=True):
            self._margins[question] = written - kept

    @property
    def signature(self) -> str:
        """Direction, engine and a digest of the model's weights; "none" without one."""
        forward = self._opened()
        return forward.signature if forward is not None else "none"

    def _opened(self) -> Translator | None:
        if self._forward is None and self._open is not None:
            self._forward = self._open()
        return self._forward

    def margin(self, question: Question) -> float | None:
        """The log-odds of the English against what passes through; None where nobody asked or there is no model."""
        return self._margins.get(question)

    def weight(self, question: Question) -> float:
        """What the answer says, from -1 (never) over 0 (nothing, or nobody asked) to 1 (surely)."""
        margin = self.margin(question)
        return 0.0 if margin is None else max(-1.0, min(1.0, (margin - CHANCE) / SURE))

    def is_likely(self, question: Question) -> bool:
        """Whether a translator may well have written the English."""
        margin = self.margin(question)
        return margin is not None and margin >= LIKELY
