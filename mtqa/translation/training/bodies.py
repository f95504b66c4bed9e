"""Spanish names of bodies, places and works that nobody has: heads and tails of real ones put together anew."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from mtqa.translation.training.names import Entry

_PREPOSITIONS = frozenset("de del para contra por pro en sobre al a con sin y".split())
_LINKS = _PREPOSITIONS | frozenset("el la los las por un una".split())
_FEMININE = re.compile(r"(?:a|d|ión|triz|tud|is|umbre)(?:e?s)?$")
_LEAST = 2
"""How many names a word must begin to be a kind of thing ("Museo") rather than a part of one name."""
_PHRASE = re.compile(
    r"\b(el|la|los|las) ([a-záéíóúüñ]{4,}) (de la|de los|de las|del|de|sin|en el|en la|contra) ([a-záéíóúüñ]{4,})\b"
)


def composed_bodies(
    rng: random.Random, spanish: Sequence[str], dictionary: Sequence[Entry], fillers: Sequence[str], count: int
) -> list[str]:
    """Names like those in ``spanish`` ("Museo Naval", "Banco de la Memoria"), heads and tails drawn apart.

    A tail that is an adjective goes to heads of like gender and number only; for one in three a proper name of
    ``fillers`` stands in the tail's place, with or without *de*.
    """
    nouns = _nouns(dictionary)
    starts: Counter[str] = Counter()
    tails: defaultdict[tuple[bool, bool], list[str]] = defaultdict(list)
    for name in spanish:
        head, _, tail = name.partition(" ")
        if not tail or head.lower() in _LINKS or head.lower() not in nouns:
            continue
        starts[head] += 1
        if tail.split(" ")[0] in _PREPOSITIONS:
            for form in _FORMS:
                tails[form].append(tail)
        else:
            tails[_form(head)].append(tail)
    heads = [head for head, number in starts.items() if number >= _LEAST]
    if not heads:
        return []
    made: dict[str, None] = {}
    for _ in range(count):
        head = rng.choice(heads)
        if rng.random() < 1 / 3:
            tail = rng.choice(("", "", "de ")) + rng.choice(fillers)
        else:
            tail = rng.choice(tails[_form(head)] or [rng.choice(fillers)])
        made[f"{head} {tail}"] = None
    return list(made)


def titles_of_works(rng: random.Random, spanish: Iterable[str], dictionary: Sequence[Entry], count: int) -> list[str]:
    """Noun phrases of running Spanish as titles have them ("La casa de los abuelos" or "La Casa de los Abuelos")."""
    nouns = _nouns(dictionary)
    found: dict[tuple[str, ...], None] = {}
    for line in spanish:
        for article, head, link, tail in _PHRASE.findall(line):
            if head in nouns and tail in nouns:
                found[article, head, link, tail] = None
    made = []
    for article, head, link, tail in rng.sample(list(found), min(count, len(found))):
        if rng.random() < 0.5:
            head, tail = head.capitalize(), tail.capitalize()
        start = article.capitalize() + " " if rng.random() < 0.8 else ""
        title = f"{start}{head} {link} {tail}"
        made.append(title[0].upper() + title[1:])
    return made


_FORMS = [(feminine, plural) for feminine in (False, True) for plural in (False, True)]


def _form(head: str) -> tuple[bool, bool]:
    return bool(_FEMININE.search(head)), head.endswith("s")


def _nouns(dictionary: Sequence[Entry]) -> set[str]:
    """Spanish nouns of one word, with their plurals."""
    nouns = {es for _, es, pos in dictionary if pos in ("n", "m", "f") and es.isalpha() and es.islower()}
    return nouns | {noun + ("s" if noun[-1] in "aeiouáéó" else "es") for noun in nouns}
