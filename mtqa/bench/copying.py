"""Do names come through English→Spanish as they are?"""

from __future__ import annotations

import random

from mtqa.bench.share import Share
from mtqa.gazetteer import Entity, Gazetteer
from mtqa.translation import Translator

SENTENCES = (
    "{} spoke to the press on Monday.",
    "The meeting with {} lasted two hours.",
    "The decision was criticised by {}.",
    "{} was born in a small town.",
    "According to {}, the law will change.",
    "Nobody knew that {} had left the country.",
    "The book that {} wrote is very long.",
    "The police asked {} about the accident.",
)


def measure_copying(
    gazetteer: Gazetteer, translator: Translator, *, names: int = 1000, seed: int = 1, beam_size: int = 4
) -> list[Share]:
    """How many of some people's names, each in a plain sentence, the best translation holds unchanged.

    Drawn are names of two words or more that English and Spanish write alike.
    """
    alike = [name for entity in gazetteer if (name := _same_in_both(entity))]
    rng = random.Random(seed)
    drawn = rng.sample(alike, min(names, len(alike)))
    texts = [rng.choice(SENTENCES).format(name) for name in drawn]
    rows = translator.translate(texts, beam_size=beam_size)
    hits = [name in row[0].text for name, row in zip(drawn, rows)]
    plain = [hit for hit, name in zip(hits, drawn) if name.isascii()]
    return [
        Share("names unchanged", sum(hits), len(hits)),
        Share("  in ASCII", sum(plain), len(plain)),
        Share("  with other letters", sum(hits) - sum(plain), len(hits) - len(plain)),
    ]


def _same_in_both(entity: Entity) -> str:
    name = entity.english
    fit = entity.kind == "person" and " " in name and name == entity.spanish
    return name if fit and all(c.isalpha() or c in " '’.-" for c in name) else ""
