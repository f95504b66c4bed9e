"""The letters beyond A to Z that the languages of a country spell names with."""

from __future__ import annotations

_LETTERS = {
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "pl": "ąćęłńóśźż",
    "de": "äöüß",
    "tr": "çğıöşüâ",
    "ro": "ăâîșțşţ",
    "south slavic": "čćđšž",
    "sv": "åäöé",
    "da": "æøåéöäü",
    "is": "áðéíóúýþæö",
    "et": "äõöüšž",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "fr": "àâçèéêëîïôùûüÿœæ",
    "pt": "ãõâêôáéíóúçà",
    "es": "áéíóúñ",
    "ca": "àçèéíïòóúü",
    "it": "àèéìòù",
    "nl": "ëïéèöü",
    "sq": "ç",
    "az": "çəğıöşü",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
"""Alphabets, as the standards of each language have them; Albanians themselves write ë or nothing."""
FOREIGN = frozenset("".join(_LETTERS.values())) - frozenset(_LETTERS["es"])
"""Lower-case letters that neither English nor Spanish has."""
_LANGUAGES = {
    "cs": "CZ", "sk": "SK", "hu": "HU", "pl": "PL", "de": "DE AT LI CH LU", "tr": "TR CY", "ro": "RO MD",
    "south slavic": "HR RS BA ME SI", "sv": "SE FI", "da": "DK NO FO GL", "is": "IS", "et": "EE", "lv": "LV",
    "lt": "LT", "fr": "FR BE CH LU MC CA",
    "pt": "PT BR AO MZ CV GW ST TL",
    "es": "ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PR PY SV UY VE", "ca": "ES AD", "it": "IT CH SM VA",
    "nl": "NL BE SR", "sq": "AL XK", "az": "AZ", "vi": "VN",
}  # fmt: skip


def kin(letter: str) -> frozenset[str]:
    """The letters that a decoder hardly has without this one.

    All of the alphabets that have it; but a decoder of Spanish has the letters of Spanish, whatever else it lacks, and
    lacks none of them unless it lacks all others. It may have a letter, and not the capital.
    """
    small = letter.lower()
    if small in _LETTERS["es"]:
        return FOREIGN | ({letter} if letter != small else frozenset(_LETTERS["es"]))
    shared = (set(letters) for letters in _LETTERS.values() if small in letters)
    return frozenset({small}.union(*shared) - set(_LETTERS["es"]))


def _by_country() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, countries in _LANGUAGES.items():
        for country in countries.split():
            found.setdefault(country, set()).update(_LETTERS[language])
    return {country: frozenset(letters) for country, letters in found.items()}


ALPHABETS = _by_country()
"""Lower-case letters by ISO code of the country."""
