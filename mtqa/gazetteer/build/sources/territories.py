"""Countries, from CLDR as the package babel carries it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.demonyms import EXTRA_NAMES, country_codes, usual_names
from mtqa.gazetteer.build.record import Found, Record, clean, paired
from mtqa.gazetteer.model import Name

SOURCE = "cldr"


def records(folder: Path) -> Iterator[Found]:
    """One place for each territory; ``folder`` is not read."""
    english, spanish = usual_names("en"), usual_names("es")
    for code in country_codes():
        names = paired(clean(english[code]), clean(spanish[code]))
        for lang, text in EXTRA_NAMES.get(code, ()):
            names.append(Name(text, lang, "acronym" if text.replace(".", "").replace(" ", "").isupper() else "alias"))
        yield Record(SOURCE, "place", names, "country", code, weight=1.0, row=code)
