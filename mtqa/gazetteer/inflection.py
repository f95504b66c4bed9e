"""Dictionary forms of inflected words, guessed from their endings; wrong guesses are simply not in a dictionary."""

from __future__ import annotations

_ENGLISH = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
    ("oes", "o"), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("men", "man"), ("children", "child"), ("people", "person"), ("feet", "foot"), ("teeth", "tooth"),
)  # fmt: skip
_SPANISH = (
    ("ces", "z"), ("as", "o"), ("es", ""), ("s", ""), ("a", "o"), ("as", "a"), ("os", "o"), ("oras", "or"),
    ("ora", "or"), ("esas", "és"), ("esa", "és"), ("eses", "és"), ("ones", "ón"), ("onas", "ón"), ("ona", "ón"),
    ("anes", "án"), ("ines", "ín"), ("ciones", "ción"), ("siones", "sión"), ("idades", "idad"),
    ("ado", "ar"), ("ada", "ar"), ("ados", "ar"), ("adas", "ar"), ("ido", "er"), ("ida", "er"), ("ido", "ir"),
    ("ida", "ir"), ("idos", "ir"), ("idas", "ir"), ("idos", "er"), ("idas", "er"), ("ando", "ar"), ("iendo", "er"),
    ("iendo", "ir"),
    ("amos", "ar"), ("emos", "er"), ("imos", "ir"), ("ame", "ar"), ("eme", "er"),
    ("illo", "o"), ("illa", "a"), ("ito", "o"), ("ita", "a"),
)  # fmt: skip
_WHOLE = ("men", "feet")
_LEAST = 2
"""Letters that must be left of a word when its ending is taken off."""


def english_lemmas(word: str) -> list[str]:
    """Dictionary forms that ``word`` (or the last word of a phrase) may be a plural, past or -ing form of."""
    forms = _strip(word, _ENGLISH)
    # Doubled consonants: "planned" → "plan", "winning" → "win".
    forms += [form[:-1] for form in forms if len(form) > _LEAST + 1 and form[-1] == form[-2] and form[-1] not in "sel"]
    return list(dict.fromkeys(forms))


def spanish_lemmas(word: str) -> list[str]:
    """Dictionary forms that ``word`` may be a plural, feminine, participle or diminutive of."""
    return _strip(word, _SPANISH)


def _strip(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    forms = [
        word[: len(word) - len(ending)] + lemma
        for ending, lemma in endings
        if word.endswith(ending) and len(word) - len(ending) >= (0 if len(ending) > 4 or ending in _WHOLE else _LEAST)
    ]
    return [form for form in dict.fromkeys(forms) if form and form != word]
