"""The forms a Spanish dictionary word takes in names: gitano → gitana, gitanos, gitanas."""

from __future__ import annotations

from functools import lru_cache

SHORTENED = {
    "alguno": "algun", "bueno": "buen", "ciento": "cien", "grande": "gran", "malo": "mal", "ninguno": "ningun",
    "postrero": "postrer", "primero": "primer", "santo": "san", "tercero": "tercer",
}  # fmt: skip
"""Adjectives that lose their ending before a noun: *Gran Vía*, *San Tirso*."""


@lru_cache(maxsize=50_000)
def spanish_forms(word: str) -> tuple[str, ...]:
    """A folded Spanish noun or adjective in both genders and numbers, and shortened before a noun, itself first.

    Regular endings only: what an irregular word misses, the translator's hypotheses may hold.
    """
    if " " in word or len(word) < 3:
        return (word,)
    forms = [word, *([SHORTENED[word]] if word in SHORTENED else [])]
    if word.endswith("o"):
        stem = word[:-1]
        forms += [stem + "a", stem + "os", stem + "as"]
    elif word.endswith(("a", "e", "i", "u")):
        forms.append(word + "s")
        if word.endswith("a"):
            forms += [word[:-1] + "o", word[:-1] + "os"]
    elif word.endswith("z"):
        forms.append(word[:-1] + "ces")
    elif not word.endswith("s"):
        forms += [word + "es", word + "a", word + "as"]
    else:
        if word.endswith("es") and len(word) > 4:
            forms.append(word[:-2])
        forms.append(word[:-1])
    return tuple(dict.fromkeys(forms))
