"""Titles of office in tables → office keys, without the country that the row names anyway."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holders import ACTING
from mtqa.gazetteer.offices import office_keys

_LIST_NAME = re.compile(r"\s*\b(?:[a-z]{2}wiki|wikipedia|official)\b.*")
_ACTING = re.compile(r"\b(?:acting|interim|caretaker|transitional)\b|\bad interim\b")
_OF = re.compile(r" (?:of|in) ")
_MINISTER_WORDS = {"min": "minister", "dep": "deputy", "sec": "secretary", "pres": "president", "govt": "government"}


@lru_cache(maxsize=65536)
def keys_of(title: str, country: str) -> tuple[str, ...]:
    """The office keys of ``title`` held in ``country`` (ISO), with "acting " before those held for the time being.

    "[foreign minister enwiki]" is the name of a list; "President of Albania" in AL is "president".
    """
    text = fold(title)
    if title.startswith("["):
        text = _LIST_NAME.sub("", text)
        words = text.split()
        if words[:1] == ["minister"] and len(words) == 2:
            text = f"minister of {words[1]}"
    text = " ".join(_MINISTER_WORDS.get(word, word) for word in text.split())
    acting = bool(_ACTING.search(text))
    text = " ".join(_ACTING.sub("", text).split())
    while (shorter := _without_country(text, country)) != text:
        text = shorter
    keys = [key for key in office_keys(text) if not key.endswith((" of", " for", " to")) and len(key) < 80]
    return tuple(ACTING + key if acting else key for key in keys)


def _without_country(text: str, country: str) -> str:
    """A folded title without the country at its end, however many "of" it has: "minister of finance of spain"."""
    for match in _OF.finditer(text):
        if country_code(text[match.end() :]) == country != "":
            return text[: match.start()]
    return text
