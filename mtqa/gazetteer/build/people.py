"""Splitting personal names into given name and surname."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mtqa.gazetteer.folding import fold

HISPANIC = frozenset("ES MX AR CO CL PE VE EC BO PY UY CR PA NI HN SV GT DO CU PR GQ AD".split())
_FAMILY_FIRST = frozenset("CN TW HK KR KP VN MO".split())
_PARTICLES = frozenset(
    "de del la las los da do dos das di du des van von der den ter ten zu zum zur vom el al bin ibn ben bint y i e"
    " le abu af av saint st san santa della dello dal dalla delle degli lo ould mac ap vander o".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv junior senior filho neto kbe phd md mp qc kc".split())
_NUMBER = re.compile(r"^[IVX]+$")
_RULER = re.compile(
    r" [IVX]{2,} (?:of|de|the)\b| (?:of|the) [A-Z]\w+$|^(?:Pope|King|Queen|Prince|Princess|Saint|Emperor) "
)
_HISPANIC_FREQUENCY = 2000


@dataclass(frozen=True)
class NameLexicon:
    """Numbers of bearers of given names and surnames in Spain, by folded word."""

    given: Mapping[str, int]
    surnames: Mapping[str, int]


def family_name(name: str, country: str, lexicon: NameLexicon) -> str:
    """The surname in ``name`` as printed, with its particles; "" for single names and rulers.

    Spanish-speaking countries have two surnames after one or more given names; Chinese, Korean and
    Vietnamese names begin with the surname; elsewhere it is the last word and the particles before it.
    """
    words = name.replace(",", " ").split()
    while len(words) > 2 and fold(words[-1]) in _SUFFIXES:
        words.pop()
    if len(words) < 2 or _NUMBER.match(words[-1]) or _RULER.search(name):
        return ""
    if country in _FAMILY_FIRST and len(words) <= 3 and not _is_given(words[0], lexicon):
        return words[0]
    start = _hispanic_start(words, lexicon) if _is_hispanic(words, country, lexicon) else len(words) - 1
    while start > 1 and fold(words[start - 1]).strip("'") in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def short_form(name: str, family: str, country: str) -> str:
    """A Spanish-speaking person's name with the first of two surnames, as copy mostly has it; "" where there is one.

    "Ana García López" → "Ana García", "Luis de la Cruz Rey" → "Luis de la Cruz".
    """
    words = family.split()
    named = [index for index, word in enumerate(words) if fold(word) not in _PARTICLES]
    if country not in HISPANIC or len(named) != 2 or named[1] != len(words) - 1 or not name.endswith(f" {family}"):
        return ""
    return name[: -len(family)] + " ".join(words[: named[0] + 1])


def surname_keys(family: str, country: str) -> list[str]:
    """Fold keys under which a surname is asked for: whole, and for two Spanish surnames the first one, too.

    Portuguese-speaking countries go by the last one.
    """
    key = fold(family)
    keys = [key]
    words = [word for word in key.split() if word not in _PARTICLES and len(word) > 1]
    if len(words) > 1:
        keys += [words[-1], words[0]] if country in ("BR", "PT", "AO", "MZ") else [words[0], words[-1]]
    elif words:
        keys += words
    return list(dict.fromkeys(keys))


def _is_given(word: str, lexicon: NameLexicon) -> bool:
    key = fold(word)
    return lexicon.given.get(key, 0) > max(200, lexicon.surnames.get(key, 0))


def _is_hispanic(words: list[str], country: str, lexicon: NameLexicon) -> bool:
    if len(words) < 3:
        return False
    if country in HISPANIC:
        return True
    common = [lexicon.surnames.get(fold(word), 0) >= _HISPANIC_FREQUENCY for word in words[-2:]]
    return not country and all(common) and not _is_given(words[-2], lexicon)


def _hispanic_start(words: list[str], lexicon: NameLexicon) -> int:
    start = 1
    while start < len(words) - 1 and _is_given(words[start], lexicon):
        start += 1
        # "María del Carmen Calvo": the particle belongs to a given name when one follows.
    for index in range(start, len(words) - 1):
        if fold(words[index]) in _PARTICLES:
            continue
        if index > start and _is_given(words[index], lexicon) and index < len(words) - 1:
            start = index + 1
        else:
            break
    return start
