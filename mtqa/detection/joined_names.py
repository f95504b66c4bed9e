"""A given name and a surname that a hyphen joins: decoders write "Kevin-Sommer" for a name they half know."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.findings import Evidence
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

GIVEN, SURNAME = 2000, 15
"""Bearers from which a token is a given name, and the other one a surname."""
BEFORE_PLACES = frozenset({"the", "a", "in", "at", "to", "from", "on", "near", "of", "de"})
"""Words before streets, schools and towns that are named after people."""


def joined(article: Article, code: str) -> Iterator[Candidate]:
    """Single tokens of the form Given-Surname that stand as a person's name does: alone, before punctuation."""
    for run in article.mentions:
        for part in article.parts(run, 1):
            given, hyphen, surname = part.text.partition("-")
            if hyphen and _are_names(article, given, surname) and _stands_alone(article, run, part):
                yield _candidate(article, part, given, surname, code)


def _are_names(article: Article, given: str, surname: str) -> bool:
    """Whether the one is nobody's surname to speak of, and the other nobody's given name (no "Jean-Claude")."""
    if not (given.istitle() and surname.istitle() and given.isalpha() and surname.isalpha()):
        return False
    first, last = article.knowledge.word(given), article.knowledge.word(surname)
    return first.given >= max(GIVEN, 5 * first.surname) and last.surname >= max(SURNAME, last.given)


def _stands_alone(article: Article, run: Mention, part: Mention) -> bool:
    if part.titled or is_amid_capitals(run, part) or article.named(part.text):
        return False
    before, after = article.words_before(part, 1), article.words_after(part, 1)
    return not (before and before[0].lower() in BEFORE_PLACES) and not (after and after[0][:1].isalnum())


def _candidate(article: Article, part: Mention, given: str, surname: str, code: str) -> Candidate:
    name = f"{given} {surname}"
    bodies = [match.entity for match in article.knowledge.gazetteer.exact(name) if match.entity.kind == "person"]
    return Candidate(
        code=code,
        table="NAM102-joined",
        mention=part,
        suggestion=name,
        message=f"“{part.text}” joins a given name and a surname with a hyphen",
        features={"known": float(bool(bodies)), "elsewhere": float(article.count(name) > 0)},
        origin=name,
        entity=bodies[0] if bodies else None,
        evidence=[Evidence("spelling", f"“{given}” is a given name and “{surname}” a surname: two words")],
    )
