"""Demonyms of towns and regions of the Spanish-speaking world: "gaditano" is from Cádiz.

The dictionaries explain them ("gaditano: of or from Cádiz"), and a table of places says which of the explanations
name a place. Words that English has taken over ("canary", "charro") are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mtqa.gazetteer.build.demonyms import spanish_forms
from mtqa.gazetteer.build.dictionaries import SOURCES
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import Found, Record, Refused, clean, read_lines
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Name

_GLOSS = re.compile(
    r"^(?i:(?:(?:an? |the )?(?:native|resident|inhabitant|person|someone|somebody|man|woman|citizen)|or|and"
    r"|born|pertaining|relating|related|belonging|coming)[ ,]+)*"
    r"(?i:of|from|to)(?i:[ ,]+(?:or|of|from|to|in|pertaining|relating|related|the|a|spanish|mexican"
    r"|argentine|argentinian|chilean|colombian|peruvian|venezuelan|andalusian|city|town|state|province|region|island"
    r"|islands|department|municipality|autonomous|community|capital|principality|area))* +(?=[A-ZÁÉÍÓÚ])"
)
_WORD = re.compile(r"^(?!.*ista$)[a-záéíóúüñ]{5,}$")
_TAKEN_OVER = 1.9
"""Zipf frequency from which a Spanish demonym is an English word, too."""


def places_of(records: Iterable[Found]) -> dict[str, tuple[str, str]]:
    """Name in small letters → English name and country of the weightiest place of Spanish-speaking lands."""
    found: dict[str, tuple[float, str, str]] = {}
    for record in records:
        if isinstance(record, Record) and record.kind == "place" and record.country in HISPANIC:
            if record.subkind == "country":
                continue
            english = next((n.text for n in record.names if n.lang != "es"), record.names[0].text)
            for name in record.names:
                held = found.get(name.text.lower())
                if held is None or held[0] < record.weight:
                    found[name.text.lower()] = record.weight, english, record.country
    return {key: (english, country) for key, (_, english, country) in found.items()}


def records(
    folder: Path, places: Mapping[str, tuple[str, str]], english: Mapping[str, float]
) -> Iterator[Found]:
    """One record a demonym of a dictionary; ``english`` gives Zipf frequencies."""
    seen: set[str] = set()
    for source in SOURCES:
        for at, line in read_lines(folder / source / "en_es.tsv"):
            gloss, _, rest = line.partition("\t")
            word = clean(rest.partition("\t")[0])
            match = _GLOSS.match(gloss)
            if not match or not _WORD.match(word):
                continue
            place = places.get(gloss[match.end() :].lower())
            if place is None or word in seen:
                continue
            seen.add(word)
            if any(english.get(form, 0.0) >= _TAKEN_OVER for form in (word, fold(word))):
                yield Refused(source, at, "a demonym that English has as a word")
                continue
            first, *others = spanish_forms(word)
            names = [Name(f"from {place[0]}", "en", "preferred"), Name(first, "es", "preferred")]
            names += [Name(text, "es", "alias") for text in others]
            yield Record(source, "demonym", names, "demonym", place[1], weight=0.2, row=at)
