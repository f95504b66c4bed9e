"""Languages, from CLDR as the package babel carries it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import Found, Record, Refused, clean, is_latin, paired

SOURCE = "cldr"


def records(folder: Path) -> Iterator[Found]:
    """One term for each language that both languages name; ``folder`` is not read."""
    from babel import Locale

    english, spanish = Locale("en").languages, Locale("es").languages
    for code in sorted(map(str, english)):
        one, other = clean(english[code]), clean(spanish.get(code, ""))
        if not (other and is_latin(one) and is_latin(other)) or "(" in one + other or "_" in code:
            yield Refused(SOURCE, f"language/{code}", "a variety, or no name in one of the languages")
            continue
        yield Record(SOURCE, "term", paired(one, other), "language", weight=0.3, row=f"language/{code}")
