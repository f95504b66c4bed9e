"""Places joined by a hyphen of which one keeps its Spanish name: "Sajonia-Anhalt", the Pekín-Moscow railway."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.glossing import name_of_place
from mtqa.detection.left_names import amid_spanish
from mtqa.findings import Evidence
from mtqa.mentions import Mention

SHORTEST = 4
"""Letters of each half."""
TABLE = "SPA101-compound"
COMBINING = frozenset("Anglo Austro Balto Franco Greco Hispano Indo Italo Luso Russo Sino".split())
"""What English puts before a hyphen for a people, rivers and places aside: Indo-Pacific."""


def places(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per compound of which each half is a place, and at least one as only Spanish calls it."""
    for text, found in article.singles.items():
        wrong = _wrong_halves(article, text) if "-" in text else {}
        for _, part in found if wrong else ():
            if not amid_spanish(article, part):
                yield _candidate(article, part, wrong, code)


def _wrong_halves(article: Article, text: str) -> dict[str, str]:
    """The halves that are Spanish, and their English; none where the whole is a name, or the other half no place."""
    halves = text.split("-")
    if not all(len(half) >= SHORTEST and half[0].isupper() for half in halves) or article.is_listed(text):
        return {}
    if halves[0] in COMBINING:
        return {}
    spanish = {half: name_of_place(article, half) for half in halves}
    if not any(spanish.values()):
        return {}
    english = {half: name or _without_accents(article, half) for half, name in spanish.items()}
    wrong = {half: name for half, name in english.items() if name}
    return wrong if all(half in wrong or _is_place(article, half) for half in halves) else {}


def _candidate(article: Article, part: Mention, wrong: dict[str, str], code: str) -> Candidate:
    english = "-".join(wrong.get(half, half) for half in part.text.split("-"))
    whose = " and ".join(f"the Spanish name of {name}" for name in wrong.values())
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=english,
        message=f"“{part.text}” has {whose}",
        features={
            "both": float(len(wrong) > 1),
            "known": float(article.is_name(english)),
            "titled": float(part.titled),
        },
        origin=part.text,
        evidence=[Evidence("spanish-form", f"{half} is Spanish for {name}") for half, name in wrong.items()],
    )


def _without_accents(article: Article, text: str) -> str:
    """The English name of a place that only accents keep from the Spanish one: Berlín."""
    places = (entity for entity in article.named(text) if entity.kind == "place" and text in entity.accepted("es"))
    return next((entity.english for entity in places if text not in entity.accepted("en")), "")


def _is_place(article: Article, text: str) -> bool:
    """Whether a half is a place that English knows: no surname beside another ("Molina-Ginebra")."""
    return any(entity.kind == "place" and entity.prominence >= WELL_KNOWN for entity in article.named(text))
