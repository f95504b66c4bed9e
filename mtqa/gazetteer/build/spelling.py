"""How Spanish copy writes Slavic, Arabic, Persian and Caucasian names, derived by rule where no table says.

After the tables of transcription of the Ortografía de la lengua española (2010), the Fundéu's recommendations and
Wikipedia's conventions in Spanish: "kh" is j, "y" for a vowel is i ("Volodymyr", Volodímir), a final "-sky" is "-ski",
"ou" and "oo" are u, "g" keeps its sound before e and i as "gu", doubled consonants are single. Where usage is divided
("Jalil": Jalil, Yalil), there is a form for each side. Accents are left out: look-ups fold them away. There are no
rules for Chinese, which both languages write in pinyin, nor for Greek and Hebrew: Spanish copy mostly has the names
that English has, and rules were right in one name of five.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SLAVIC = frozenset("RU UA BY BG KZ KG UZ TJ TM MK MD".split())
SEMITIC = frozenset("IQ SY EG LB JO SA AE KW QA BH OM YE LY SD PS AF DZ TN MA MR PK".split())
PERSIAN = frozenset("IR TJ".split())
CAUCASIAN = frozenset("AM GE AZ".split())

Rule = tuple[str, str]
_C = "bcdfghjklmnpqrstvwxz"
_GLIDE: Rule = (rf"(?<=[{_C}])y(?=[aeiou])", "i")
"""Tatyana, Pashinyan: a glide after a consonant is an i."""
_FINAL: Rule = (rf"(?<=[{_C}])(?:yy|iy|yi|y)\b", "i")
_SINGLE: Rule = (r"([bdfgkmpstvz])\1", r"\1")


@dataclass(frozen=True)
class _Convention:
    """Rules that all Spanish copy follows, in order, and those that a part of it follows before them."""

    rules: tuple[Rule, ...]
    further: tuple[Rule, ...] = ()


_SLAVIC = _Convention(
    (
        (r"(?<=\w)sk(?:yy|yi|y|iy|ii|yj)\b", "ski"), (r"shch", "sch"), (r"tch", "ch"), (r"kh", "j"),
        (r"g(?=[eiy])", "gu"), (r"ander\b", "andr"), (r"iya\b", "ia"), _FINAL, (r"ii\b", "i"), _GLIDE, (r"lyi", "li"),
        (rf"(?<=[{_C}])y(?=[{_C}])", "i"), (rf"(?<=[aeo])y(?=$|[{_C}])", "i"), (r"ph", "f"), (r"ck", "k"), _SINGLE,
    ),
    ((r"zh(?=[aeiou])", "y"), (r"\bye", "e"), (r"(?<=[aeiou])ye", "e")),
)  # fmt: skip
_SEMITIC = _Convention(
    (
        (r"\bm[ou]hamm?[ae]d\b", "mohamed"), (r"\bhus+[ae]i?n\b", "husein"), (r"kh", "j"), (r"ph", "f"),
        (r"ou|oo", "u"), (r"ee", "i"), (r"gh", "g"), (r"dh", "d"), (r"ullah\b", "ula"), (r"(?<=a)h\b", ""), _FINAL,
        _GLIDE, (r"ck", "k"), (r"([bdfgkmpstz])\1", r"\1"),
    ),
    ((r"dj|\bj|(?<=[aeiou])j(?=[aeiou])", "y"), (r"q", "k"), (r"th", "z"), (r"(?<=[an])w(?=a)", "u")),
)  # fmt: skip
_PERSIAN = _Convention(_SEMITIC.rules, ((r"dj|\bj|(?<=[aeiou])j(?=[aeiou])", "y"), (r"gh", "q")))
_CAUCASIAN = _Convention(
    ((r"kh", "j"), (r"gh", "g"), (r"ou", "u"), _FINAL, _GLIDE, _SINGLE), ((r"dj|j", "y"),)
)
_CONVENTIONS = ((PERSIAN, _PERSIAN), (SLAVIC, _SLAVIC), (SEMITIC, _SEMITIC), (CAUCASIAN, _CAUCASIAN))
GROUPS = {"Slavic": SLAVIC, "Arabic": SEMITIC, "Persian": PERSIAN, "Caucasian": CAUCASIAN}
"""Countries by the convention that their names follow."""


def spanish_spellings(name: str, country: str) -> list[str]:
    """Up to two derived Spanish spellings of a romanised ``name``, none when the rules change nothing."""
    convention = next((rules for countries, rules in _CONVENTIONS if country in countries), None)
    if convention is None:
        return []
    # The further rules go first: a "j" that "kh" turns into must not become a "y".
    forms = (_apply(name, convention.rules), _apply(_apply(name, convention.further), convention.rules))
    return [form for form in dict.fromkeys(forms) if form.lower() != name.lower()]


def _apply(name: str, rules: tuple[Rule, ...]) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: _word(match[0], rules), name)


def _word(word: str, rules: tuple[Rule, ...]) -> str:
    if word.isupper() and len(word) > 1:
        return word
    text = word.lower()
    for pattern, replacement in rules:
        text = re.sub(pattern, replacement, text)
    return text[:1].upper() + text[1:] if word[:1].isupper() else text
