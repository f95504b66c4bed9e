"""Places joined by a hyphen of which one keeps its Spanish name: "Hesse-Turingia", the Berlín-Bagdad railway."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.glossing import name_of_place
from mtqa.detection.left_names import amid_spanish
from mtqa.findings import Evidence

SHORTEST = 4
"""Letters of each half."""
TABLE = "SPA101-compound"


def places(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per compound of which each half is a place, and at least one as only Spanish calls it."""
    for text, found in article.singles.items():
        halves = text.split("-")
        if len(halves) < 2 or not all(len(half) >= SHORTEST and half[0].isupper() for half in halves):
            continue
        names = [name_of_place(article, half) or _without_accents(article, half) for half in halves]
        rest = [half for half, name in zip(halves, names, strict=True) if not name]
        if not any(name_of_place(article, half) for half in halves) or article.is_listed(text) or not all(_is_place(article, half) for half in rest):
            continue
        english = "-".join(name or half for half, name in zip(halves, names, strict=True))
        for _, part in found:
            if amid_spanish(article, part):
                continue
            wrong = {half: name for half, name in zip(halves, names, strict=True) if name}
            yield Candidate(
                code=code,
                table=TABLE,
                mention=part,
                suggestion=english,
                message=f"“{text}” has {_listed(wrong)}",
                features={
                    "both": float(len(wrong) > 1),
                    "known": float(article.is_name(english)),
                    "titled": float(part.titled),
                },
                origin=text,
                evidence=[Evidence("spanish-form", f"{half} is Spanish for {name}") for half, name in wrong.items()],
            )


def _without_accents(article: Article, text: str) -> str:
    """The English name of a place that only accents keep from the Spanish one: Berlín."""
    places = (entity for entity in article.named(text) if entity.kind == "place" and text in entity.accepted("es"))
    return next((entity.english for entity in places if text not in entity.accepted("en")), "")


def _is_place(article: Article, text: str) -> bool:
    """Whether a half is a place that English knows: no surname beside another ("Molina-Ginebra")."""
    return any(entity.kind == "place" and entity.prominence >= WELL_KNOWN for entity in article.named(text))


def _listed(wrong: dict[str, str]) -> str:
    return " and ".join(f"the Spanish name of {name}" for name in wrong.values())
