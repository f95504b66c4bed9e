"""Which English spelling a name has that Spanish writes in its own letters, if English has one at all.

Spanish romanises other alphabets in its own way: "j" for the sound that English writes "kh", "gu" before e and i for
"g", "i" for "y", an accent on Andréi. (After the Fundéu's guidance on transliteration from Russian, Ukrainian and
Arabic.) Which spelling is in use, names that are known decide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.detection.article import Article
from mtqa.gazetteer.folding import fold

SHORTEST = 5
"""Letters of a token that is looked at."""
UNKNOWN = 1.5
"""Zipf frequency in English from which a token is in use as it stands."""
SURE = 10.0
"""How many times better the English spelling must be attested."""
GIVEN = 1000
"""Bearers from which a given name is common."""
LEAST = 30
"""Bearers that make a spelling a name in use."""
LISTED = 40.0
"""Bearers that one person of the gazetteer counts for: whoever is listed is not the only one."""

_RULES: dict[str, tuple[tuple[tuple[str, str], ...], ...]] = {
    "Slavic": (
        (("j", "kh"), (r"gu(?=[ei])", "g"), ("sch", "shch"), (r"chov(a?)$", r"chev\1")),
        (("ski$", "sky"), ("skaia$", "skaya"), (r"(?<=[ae])i$", "y"), (r"(?<=[^aeiou])i$", "y")),
        ((r"(?<=[^aeiou])i(?=[^aeiou])", "y"),),
    ),
    "Arabic": ((("j", "kh"),),),
}
"""Steps of rules by script family, each step further from the Spanish spelling and tried besides the ones before."""
_ACCENTED_END = re.compile(r"[éá]i$|[ea]ï$")
_OWN_LETTERS = re.compile(r"j|gu[eiéí]|[ea]ï$|sch|chov|[áéíóú]|ski$|[^aeiou]i")


@dataclass(frozen=True, slots=True)
class Respelling:
    """An English spelling for a token, and how many times better attested it is (decimal logarithm)."""

    text: str
    better: float
    family: str


def english_spelling(article: Article, word: str) -> Respelling | None:
    """How English spells the name that Spanish writes ``word``, None where it may as well be a name as it stands."""
    lower = word.lower()
    if len(word) < SHORTEST or not word.isalpha() or not word.istitle() or not _OWN_LETTERS.search(lower):
        return None
    if article.knowledge.word(word).english >= UNKNOWN or article.named(word):
        return None
    if any(fold(match.name).endswith(fold(word)) for match in article.knowledge.gazetteer.surname(word)):
        return None
    own = _attested(article, word)
    best: Respelling | None = None
    for family, text in _spellings(lower):
        times = 0.0 if article.knowledge.is_dictionary_word(text) else _attested(article, text)
        better = math.log10(times / max(own, 1.0)) if times >= LEAST else 0.0
        if text == fold(lower) and times >= GIVEN:
            better = 1.0  # registers have both as one: the accent tells
        if better >= math.log10(SURE) and (best is None or better > best.better):
            best = Respelling(text.capitalize(), better, family)
    return best


def _spellings(lower: str) -> Iterator[tuple[str, str]]:
    """English spellings, and the family of scripts that the name comes from."""
    plain = fold(lower)
    if _ACCENTED_END.search(lower):
        yield "Slavic", plain
    for family, steps in _RULES.items():
        forms = [plain]
        for step in steps:
            forms += [_apply(form, step) for form in forms]
        yield from ((family, form) for form in dict.fromkeys(forms) if form != plain)


def _apply(text: str, step: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in step:
        text = re.sub(pattern, replacement, text)
    return text


def _attested(article: Article, token: str) -> float:
    """How many people are known to bear a token."""
    facts = article.knowledge.word(token)
    return max(facts.given, facts.surname, LISTED * len(article.knowledge.gazetteer.surname(token)))
