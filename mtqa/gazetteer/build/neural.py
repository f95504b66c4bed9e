"""What a neural Spanish→English model makes of names: its n best translations, at build time only."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.translation import Translator

N_BEST = 3
LEAST = -1.2
"""Mean log-probability of a piece (nats) below which a translation is a guess rather than a habit."""


def likely_translations(translator: Translator, names: Sequence[str]) -> list[list[str]]:
    """For each Spanish name, the translations that the model finds likely, best first."""
    rows = translator.translate(names, beam_size=N_BEST + 1, n_best=N_BEST)
    return [[h.text.strip(" .") for h in row if h.score >= LEAST] for row in rows]
