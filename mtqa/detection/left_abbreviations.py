"""Spanish abbreviations of plurals, which double each letter: EE. UU., JJ. OO., DD. HH.

English has no such abbreviations, so that the doubled letters alone tell. What they stand for is a short list of the
language (Ortografía de la lengua española, 2010, on abbreviations formed by doubling); names of bodies, such as
the trade union CC. OO., keep theirs and are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.findings import Evidence
from mtqa.mentions import Mention

MEANINGS: dict[str, tuple[str, str]] = {
    "EU": ("Estados Unidos", "US"),
    "JO": ("Juegos Olímpicos", "Olympic Games"),
    "DH": ("derechos humanos", "human rights"),
    "RH": ("recursos humanos", "human resources"),
    "FA": ("Fuerzas Armadas", "armed forces"),
    "CA": ("comunidades autónomas", "autonomous communities"),
    "RE": ("relaciones exteriores", "foreign affairs"),
    "SM": ("Sus Majestades", "Their Majesties"),
    "RM": ("Reyes Magos", "Three Wise Men"),
}
"""Letters, Spanish words, English words."""

_DOUBLED = re.compile(r"([A-Z])\1(?:\. ?| ?)([A-Z])\2\.?")


def doubled(article: Article, code: str) -> Iterator[Candidate]:
    """Each abbreviation of a plural in doubled letters."""
    for run in article.mentions:
        for part in article.parts(run, 1):
            match = _DOUBLED.fullmatch(part.text)
            meaning = MEANINGS.get(match[1] + match[2]) if match else None
            if meaning is not None:
                yield _candidate(part, *meaning, code)


def _candidate(part: Mention, spanish: str, english: str, code: str) -> Candidate:
    return Candidate(
        code=code,
        table="SPA101-doubled",
        mention=part,
        suggestion=english,
        message=f"“{part.text}” is the Spanish abbreviation of {spanish}",
        features={"joined": float("." not in part.text and " " not in part.text), "capitals": float(part.titled)},
        origin=part.text,
        evidence=[Evidence("spanish-form", f"Spanish doubles the letters of plurals: {spanish}, English {english}")],
    )
