"""Does Spanish→English know a literal translation from any other English?"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from mtqa.bench.share import Share
from mtqa.gazetteer import Entity, Gazetteer
from mtqa.gazetteer.folding import fold
from mtqa.translation import Translator

Literal = Callable[[Sequence[str]], list[str]]


def measure_scoring(
    gazetteer: Gazetteer, translator: Translator, literal: Literal, *, pairs: int = 1000, seed: int = 1
) -> list[Share]:
    """How often a literal mistranslation of a Spanish name scores above other English words.

    ``literal`` puts Spanish lines into English word by word. The names are people's, of two words, that it
    changes. Each literal translation is compared, by its log-probability given the Spanish name, with two
    English words drawn from the translations of the other names, and with the one that has the same given
    name and somebody else's word for a surname.
    """
    names = sorted({entity.spanish for entity in gazetteer if _may_change(entity, gazetteer)})
    rng = random.Random(seed)
    rng.shuffle(names)
    changed = [(name, made) for name, made in zip(names, literal(names)) if _differs(name, made)][:pairs]
    words = sorted({word for name, made in changed for word in made.split() if fold(word) not in fold(name).split()})
    if len(words) < 2:
        return [Share("above two random words", 0, 0), Share("above another surname", 0, 0)]
    others = [" ".join(rng.sample(words, 2)) for _ in changed]
    surnames = [f"{made.split()[0]} {_another(rng, words, made)}" for _, made in changed]
    sources = [name for name, _ in changed]
    right = translator.score(sources, [made for _, made in changed])
    shares = []
    for label, wrong in (("above two random words", others), ("above another surname", surnames)):
        scores = translator.score(sources, wrong)
        shares.append(Share(label, sum(a > b for a, b in zip(right, scores)), len(changed)))
    return shares


def _may_change(entity: Entity, gazetteer: Gazetteer) -> bool:
    name = entity.spanish
    return (
        entity.kind == "person"
        and name.count(" ") == 1
        and name.replace(" ", "").isalpha()
        and bool(gazetteer.senses(name.split()[1].lower()))
    )


def _differs(name: str, made: str) -> bool:
    """Whether the surname, and nothing but words, was put into English."""
    parts = made.split()
    return len(parts) == 2 and parts[1].isalpha() and fold(parts[1]) != fold(name.split()[1])


def _another(rng: random.Random, words: Sequence[str], made: str) -> str:
    return rng.choice([word for word in words if word not in made.split()])
