"""The sound skeleton of a name: what is left of its spelling when transliterations are taken out.

The same Russian, Arabic or Persian name is written Gorbachev in English, Gorbatchev in French, Gorbatschow in
German, Gorbachov in Spanish. Copy that went through two languages keeps the first one's spelling.
Names of one skeleton are candidates for being one name; the skeleton alone proves nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from mtqa.gazetteer.folding import fold

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[' ]", ""),
        (r"dzh|dsch|tsch|tch|tsh|cz|shch|sch|sh|zh", "S"),
        (r"kh", "H"),
        (r"gh|gu(?=[ei])", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|qu?", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"w", "v"),
        (r"ts|z", "s"),
        (r"y", "i"),
        (r"(?<=[bcdfghklmnprstvHS])ie", "e"),
        (r"(?<=[aeiou])h(?=$|[bcdfgklmnprstvHS])", ""),
        (r"(?<!^)(?<!c)h", "H"),
    )
)
_CHOICES = {"ch": ("S", "H"), "j": ("H", "i", "S")}
"""Letters that languages read differently: German "Tschechow", French "Pouchkine"; Spanish "Jartum"."""
_AMBIGUOUS = re.compile("ch|j")
_DOUBLED = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?<=[bcdfgklmnprstvHS])e$|(?<=..)h$")
SHORTEST = 4
"""Letters from which a name has a skeleton: shorter ones are too often alike."""


@lru_cache(maxsize=20_000)
def skeletons(name: str) -> frozenset[str]:
    """All skeletons of a name (at most nine), empty for one under four letters.

    Two spellings of a name share at least one: ``skeletons("Pouchkine") & skeletons("Pushkin")``.
    """
    key = fold(name)
    if len(key) < SHORTEST or not key.replace(" ", "").replace("'", "").isascii():
        return frozenset()
    for pattern, plain in _RULES:
        key = pattern.sub(plain, key)
    parts = _AMBIGUOUS.split(key)
    signs = _AMBIGUOUS.findall(key)[:2]
    found = set()
    for chosen in product(*(_CHOICES[sign] for sign in signs)):
        text = parts[0] + "".join(a + b for a, b in zip(chosen, parts[1:], strict=False))
        found.add(_FINAL.sub("", _DOUBLED.sub(r"\1", text)))
    return frozenset(found)


def respelt(a: str, b: str) -> bool:
    """Whether two names, spelt differently, may be one name in two transliterations."""
    return fold(a) != fold(b) and not skeletons(a).isdisjoint(skeletons(b))


ARABIC_SCRIPT = frozenset("AE AF BH DJ DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE".split())
"""Countries whose names English writes with whatever vowels the writer hears: none of them is wrong."""
TRANSLITERATED = ARABIC_SCRIPT | frozenset(
    "AM AZ BD BG BT BY CN ER ET GE GR HK IL IN JP KG KH KP KR KZ LA LK MK MM MN MV NP RS RU TH TJ TM TW UA UZ".split()
)
"""Countries whose names are turned into our letters in several ways: a spelling nobody knows may be one of them."""
ALIKE_IN_SPANISH = frozenset("CN HK ID JP KH KP KR LA MM MY PH SG TH TW VN".split())
"""Countries whose names Spanish spells as English does: no spelling there came from a translator."""
_VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in ((r"[' -]", ""), (r"ou|oo|o", "u"), (r"ee|ie|y|e", "i"), (r"q", "k"), (r"(?<=..)h$", ""))
)


def is_variant(token: str, name: str, country: str) -> bool:
    """Whether English may as well write ``token`` for the name of somebody from ``country``: Moualem, Muallem.

    The letter đ is dj, wherever somebody is from.
    """
    if "đ" in name.lower() and fold(token) == fold(name.lower().replace("đ", "dj")):
        return True
    return country in ARABIC_SCRIPT and _plain(token) == _plain(name)


def _plain(name: str) -> str:
    key = fold(name)
    for pattern, plain in _VARIANTS:
        key = pattern.sub(plain, key)
    return _DOUBLED.sub(r"\1", key)
