"""How Spanish copy writes names from Slavic, Arabic and Persian, derived by rule where no table says.

After the Fundéu's and the Ortografía's guidance as news agencies apply it: "kh" is j, final "-sky" is
"-ski", "y" for a vowel is i, "ou" is u. Accents are left out: look-ups fold them away.
"""

from __future__ import annotations

import re

SLAVIC = frozenset("RU UA BY BG KZ KG UZ TJ TM MK".split())
SEMITIC = frozenset("IR IQ SY EG LB JO SA AE KW QA BH OM YE LY SD PS AF DZ TN MA".split())

_SLAVIC = (
    (r"(?<=\w)skyy?\b|(?<=\w)skiy\b|(?<=\w)skii\b|(?<=\w)skyi\b", "ski"), (r"shch", "sch"), (r"kh", "j"),
    (r"(?<=[bcdfghklmnpqrstvwxz])yy\b|iy\b|yi\b|yy\b", "i"),
    (r"(?<=[bcdfghjklmnpqrstvwxz])y(?=[bcdfghjklmnpqrstvwxz]|\b)", "i"),
    (r"ph", "f"), (r"ck", "k"), (r"([bdfgkmpstvz])\1", r"\1"),
)  # fmt: skip
_SLAVIC_MORE = ((r"zh", "y"), (r"ya\b", "ia"), (r"yu", "iu"), (r"(?<=[aeiou])y\b", "i"), (r"^ye", "e"))
_SEMITIC = (
    (r"kh", "j"), (r"ph", "f"), (r"ou", "u"), (r"oo", "u"), (r"ee", "i"), (r"gh", "g"), (r"dh", "d"),
    (r"(?<=a)h\b", ""),
    (r"(?<=[bcdfghjklmnpqrstvwxz])y\b", "i"), (r"([bdfgkmpstz])\1", r"\1"),
)  # fmt: skip
_SEMITIC_MORE = ((r"\bj|(?<=[aeiou])j(?=[aeiou])", "y"), (r"q", "k"), (r"th", "z"))


def spanish_spellings(name: str, country: str) -> list[str]:
    """Up to two derived Spanish spellings of a romanised ``name``, none when the rules change nothing."""
    first: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...]
    if country in SLAVIC:
        first, more = _SLAVIC, _SLAVIC_MORE
    elif country in SEMITIC:
        first, more = _SEMITIC, _SEMITIC_MORE
    else:
        return []
    plain = _apply(name, first)
    return [form for form in dict.fromkeys((plain, _apply(plain, more))) if form.lower() != name.lower()]


def _apply(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    words = []
    for word in name.split():
        lower = word.lower()
        for pattern, replacement in rules:
            lower = re.sub(pattern, replacement, lower)
        words.append("-".join(part[:1].upper() + part[1:] if word[:1].isupper() else part for part in lower.split("-")))
    return " ".join(words)
