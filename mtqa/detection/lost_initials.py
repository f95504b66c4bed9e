"""Given names that lost an accented capital at their beginning: "Ngel" for Ángel, as decoders that lack Á write."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

ACCENTED = {"a": "Á", "e": "É", "i": "Í", "o": "Ó", "u": "Ú"}
GIVEN, SURNAME = 5000, 1000
"""Bearers from which the whole token is a given name, and the next one a surname."""
UNKNOWN = 20
"""Bearers below which the token as it stands is nobody's name."""
SHORTEST = 4


def shortened(article: Article, code: str) -> Iterator[Candidate]:
    """Names of two tokens or more that begin with what is left of a given name, before a Spanish surname."""
    for run in article.mentions:
        block = article.block(run)
        for start in range(len(run.tokens) - 1):
            token, after = run.tokens[start], run.tokens[start + 1]
            if not (is_name_token(token) and is_name_token(after)) or run.titled:
                continue
            whole = _whole(article, token.text) if _is_surname(article, after.text) else None
            if whole is not None:
                yield _candidate(article, run.part(block, start, start + 2), whole, code)


def _whole(article: Article, text: str) -> str | None:
    """The given name that a token is the rest of; None where it is a word, a name, or the rest of none or several."""
    facts = article.knowledge.word(text)
    if len(text) < SHORTEST or not text.isalpha() or facts.given + facts.surname >= UNKNOWN or article.named(text):
        return None
    found = [first for first in ACCENTED if article.knowledge.word(first + fold(text)).given >= GIVEN]
    return ACCENTED[found[0]] + text.lower() if len(found) == 1 else None


def _is_surname(article: Article, text: str) -> bool:
    facts = article.knowledge.word(text)
    return facts.surname >= SURNAME and facts.spanish >= facts.english


def _candidate(article: Article, part: Mention, whole: str, code: str) -> Candidate:
    rest = part.tokens[0].text
    name = f"{whole} {part.tokens[1].text}"
    return Candidate(
        code=code,
        table="NAM102-shortened",
        mention=part,
        suggestion=name,
        message=f"“{part.text}” has lost the first letter of {whole}",
        features={"unknown": float(article.knowledge.word(rest).english < 1), "initial": float(part.initial)},
        origin=name,
        repairs={rest: whole},
        evidence=[Evidence("spelling", f"“{rest}” is nobody's name, and {whole} is a Spanish given name")],
    )
