"""Names and demonyms of countries: CLDR's names and the table ``demonyms.csv`` beside this file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from mtqa.gazetteer.folding import fold

_TABLE = Path(__file__).with_name("demonyms.csv")
_GENDER = {
    "o": ("a", "os", "as"), "és": ("esa", "eses", "esas"), "án": ("ana", "anes", "anas"), "ón": ("ona", "ones", "onas"),
    "ol": ("ola", "oles", "olas"), "í": ("í", "íes", "ís"), "l": ("la", "les", "las"), "r": ("r", "res"),
    "ís": ("ís", "ises"),
}  # fmt: skip


def _rows() -> list[dict[str, list[str]]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{key: [part for part in value.split("|") if part] for key, value in row.items()} for row in rows]


def spanish_forms(demonym: str) -> list[str]:
    """A masculine demonym with its feminine and plurals: "polaco" → polaco, polaca, polacos, polacas."""
    for ending in sorted(_GENDER, key=len, reverse=True):
        if demonym.endswith(ending):
            stem = demonym[: -len(ending)]
            return [demonym, *(stem + form for form in _GENDER[ending])]
    return [demonym, demonym + "s"]


def english_forms(demonym: str) -> list[str]:
    """An English demonym and its plural, where it has one: "Pole" → Pole, Poles."""
    if demonym.endswith(("ese", "sh", "ch", "ss")):
        return [demonym]
    if demonym.endswith(("man", "woman")):
        return [demonym, demonym[:-2] + "en"]
    return [demonym, demonym + "s"]


def country_codes() -> list[str]:
    """Codes of all countries and territories that CLDR names in English, regions of the world left out."""
    from babel import Locale

    names = Locale("en").territories
    leave = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "TA", "CQ"}
    return sorted(str(code) for code in names if len(str(code)) == 2 and str(code).isalpha() and code not in leave)


EXTRA_NAMES: dict[str, list[tuple[str, str]]] = {
    row["code"][0]: [
        *(("en", text) for text in row["english_names"]),
        *(("es", text) for text in row["spanish_names"]),
    ]
    for row in _rows()
}
"""Further names by country code: pairs of language and name."""


def english_demonyms() -> set[str]:
    """All English demonyms and their plurals, folded."""
    return {fold(form) for row in _rows() for demonym in row["english_demonyms"] for form in english_forms(demonym)}


def usual_names(lang: str) -> dict[str, str]:
    """The name that copy uses for each country, by code."""
    from babel import Locale

    names = Locale(lang).territories
    return {code: _usual(code, lang, names[code]) for code in country_codes()}


def territories_json() -> bytes:
    """The section ``territories``: English and Spanish names and demonyms → code, and names by code."""
    from babel import Locale

    names = {lang: dict(Locale(lang).territories) for lang in ("en", "es")}
    codes = country_codes()
    table: dict[str, dict[str, str]] = {"en": {}, "es": {}}
    for lang in ("en", "es"):
        for code in codes:
            table[lang][_plain(names[lang][code])] = code
    for row in _rows():
        code = row["code"][0]
        for lang, text in EXTRA_NAMES[code]:
            table[lang][text] = code
        for demonym in row["english_demonyms"]:
            for form in english_forms(demonym):
                table["en"].setdefault(form, code)
        for demonym in row["spanish_demonyms"]:
            for form in spanish_forms(demonym):
                table["es"].setdefault(form, code)
                table["es"].setdefault(form[0].upper() + form[1:], code)
    usual = {lang: usual_names(lang) for lang in ("en", "es")}
    data = {"en": table["en"], "es": table["es"], "names": usual}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _usual(code: str, lang: str, name: str) -> str:
    """The first name that the table lists, else CLDR's."""
    first = [text for language, text in EXTRA_NAMES.get(code, []) if language == lang]
    return first[0] if first else _plain(name)


def _plain(name: str) -> str:
    return name.replace("&", "and").replace("’", "'")
