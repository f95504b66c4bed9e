"""People with an article in both the English and the Spanish Wikipedia of 2012."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    clean,
    is_latin,
    paired,
    read_table,
    undisambiguated,
)
from mtqa.gazetteer.model import Name

SOURCE = "persons_en_es_wikipedia2012"


def records(folder: Path) -> Iterator[Found]:
    """One record a pair of titles; pairs whose disambiguator holds the name itself ("Helena (Empress)") are dropped."""
    for row in read_table(folder / "parallel_eng_spa.tsv", delimiter="\t"):
        title = clean(row["name_eng"]).partition(", ")[0]
        english, spanish = undisambiguated(title), undisambiguated(row["name_spa"])
        marked = english != title
        if not is_latin(english) or not is_latin(spanish):
            yield Refused(SOURCE, row.at, NOT_LATIN)
            continue
        if (marked and " " not in english) or any(map(str.isdigit, english)):
            yield Refused(SOURCE, row.at, "the disambiguator is part of the name, or a number is")
            continue
        names = paired(english, spanish)
        if _only_accents_differ(english, spanish):
            # Spanish Wikipedia keeps foreign names; only an accent may be a matter of who typed the title.
            names = [Name(english, "en", "preferred"), Name(spanish, "es", "preferred")]
        yield Record(SOURCE, "person", names, "wikipedia", weight=0.3, distinct=marked, row=row.at)


def _only_accents_differ(english: str, spanish: str) -> bool:
    from mtqa.gazetteer.folding import fold

    return english != spanish and fold(english) == fold(spanish)
