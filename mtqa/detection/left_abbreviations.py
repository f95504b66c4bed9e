"""Spanish abbreviations: of plurals, which double each letter (EE. UU., JJ. OO., DD. HH.), and of ranks (Sgto., Cnel.).

English has no such abbreviations, so that the doubled letters alone tell. What they stand for is a short list of the
language (Ortografía de la lengua española, 2010, on abbreviations formed by doubling); names of bodies, such as
the trade union CC. OO., keep theirs and are not in it.

Mexican copy does not double the letters of one of them: its EU are the United States, and English has another EU.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.left_names import amid_spanish
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

NEIGHBOURS = ("MX", "GT", "HN", "SV", "NI", "CR", "PA", "CU", "DO")
"""Countries whose copy writes EU for the United States, or speaks of them as Mexican copy does."""
OF_THE_STATES, OF_NEIGHBOURS = 0.2, 0.1
"""Shares of the United States and of their neighbours in a story from which EU may be theirs."""
EUROPEAN = re.compile(r"Europ|Brussels|Strasbourg|[Ee]uros?\b|Brexit")
"""What a story of the Union says besides its acronym."""
EUROPE = frozenset(
    "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS"
    " RU SE SI SK SM TR UA VA XK".split()
)
"""Countries of which a story of the Union speaks."""

RANKS: dict[str, tuple[str, str]] = {
    "Cmdte": ("comandante", "Cmdr"),
    "Cnel": ("coronel", "Col"),
    "Dra": ("doctora", "Dr"),
    "Gral": ("general", "Gen"),
    "Sgto": ("sargento", "Sgt"),
    "Tte": ("teniente", "Lt"),
}
"""Abbreviations before a name that English has none like, the Spanish word, the English abbreviation."""

PLACING = frozenset({"at", "in", "from", "near", "of", "on", "to"})
"""Words before a street or a town, which may be called after somebody with a rank."""

_DOUBLED = re.compile(r"([A-Z])\1(?:\. ?| ?)([A-Z])\2\.?")


def doubled(article: Article, code: str) -> Iterator[Candidate]:
    """Each abbreviation of a plural in doubled letters."""
    for run in article.mentions:
        for part in article.parts(run, 1):
            match = _DOUBLED.fullmatch(part.text)
            meaning = MEANINGS.get(match[1] + match[2]) if match else None
            if meaning is not None:
                yield _candidate(part, *meaning, code)


def undoubled(article: Article, code: str) -> Iterator[Candidate]:
    """Each EU of a story of Mexico and the United States that speaks of nothing European."""
    places = article.singles.get("EU", ())
    if not places or not _is_of_the_states(article):
        return
    for _, part in places:
        names = {token.text for token in article.sentence(part).tokens}
        if names.isdisjoint({"U.S.", "US", "USA", "States", "UN", "U.N."}):
            yield _undoubled(article, part, code)


def _is_of_the_states(article: Article) -> bool:
    if article.country_share("US") < OF_THE_STATES or not EUROPE.isdisjoint(article.countries):
        return False
    if article.share_of(NEIGHBOURS) < OF_NEIGHBOURS:
        return False
    return not any(EUROPEAN.search(block.text) for block in article.document.blocks)


def _undoubled(article: Article, part: Mention, code: str) -> Candidate:
    return Candidate(
        code=code,
        table="SPA101-undoubled",
        mention=part,
        suggestion="US",
        message="“EU” may be the United States: Mexican copy abbreviates Estados Unidos so",
        features={
            "states": min(1.0, 2 * article.country_share("US")),
            "article": float("the" in map(str.lower, article.words_before(part, 1))),
            "repeated": float(article.count("EU") > 1),
        },
        origin="EU",
        evidence=[
            Evidence("spanish-form", "EU are Estados Unidos in Mexican copy, English US"),
            Evidence("document", "the story speaks of the United States and a neighbour, and of nothing European"),
        ],
    )


def ranks(article: Article, code: str) -> Iterator[Candidate]:
    """Each abbreviation of a rank before a name; in Spanish-speaking countries streets and towns are called so."""
    for text in sorted(article.singles.keys() & RANKS.keys()):
        spanish, english = RANKS[text]
        for _, part in article.singles[text]:
            if article.is_settled(part) or amid_spanish(article, part) or not _is_before_name(article, part):
                continue
            yield Candidate(
                code=code,
                table="SPA101-rank",
                mention=part,
                suggestion=english,
                message=f"“{text}” is the Spanish abbreviation of {spanish}",
                features={
                    "speaks Spanish": article.spanish_speaking,
                    "in": float(bool(PLACING & {word.lower() for word in article.words_before(part, 1)})),
                    "titled": float(part.titled),
                },
                origin=text,
                evidence=[Evidence("spanish-form", f"Spanish shortens {spanish} so, English writes {english}")],
            )


def _is_before_name(article: Article, part: Mention) -> bool:
    """Whether a capitalised word follows, or a full stop alone: it seems to end a sentence, as no rank ever does."""
    after = article.words_after(part, 2)
    follows = after[1:] if after[:1] == (".",) else after
    return after == (".",) or (bool(follows) and follows[0][:1].isupper())


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
