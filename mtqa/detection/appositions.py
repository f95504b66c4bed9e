"""Where something else begins behind a body's name in one run of capitals: a person's name, or a place.

Spanish puts whom it speaks of behind what they belong to, with nothing between, "the deputy of Neighbors in Common
Rosalía Campanas", and says of what it names where that is: "the Palace Orsini of Almena".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.detection.article import Article
from mtqa.detection.glossing import SAINTS
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS, PARTICLES, is_name_token

GIVEN = 1000
"""Bearers from which a word is a given name."""
LEAST = 2
"""Words of a name that may stand before a person's: one is more often what the person is, "Minister", "Lady"."""
_OF_SOMEBODY = JOINERS | PARTICLES | SAINTS | {"saint", "st", "st."}
"""Words before a given name that make it a part of the body's name: "the Foundation of Ana Roble"."""


def before_people(article: Article, run: Mention, start: int, end: int) -> Iterator[int]:
    """The places between two of a run's tokens at which a person's name of two words or more begins."""
    for index in range(start + LEAST, end - 1):
        before = run.tokens[index - 1].text
        if (
            _is_given(article, run, index)
            and not _is_given(article, run, index - 1)
            and before.lower() not in _OF_SOMEBODY
            and is_name_token(run.tokens[end - 1])
        ):
            yield index


def before_places(article: Article, run: Mention) -> Iterator[int]:
    """The places in a run at which "of" or "in" and a known place follow."""
    links = [i for i, token in enumerate(run.tokens) if token.text in JOINERS]
    for index, end in pairwise((*links, len(run.tokens))):
        if LEAST <= index < end - 1 and run.tokens[index].text in {"of", "in"}:
            rest = run.part(article.block(run), index + 1, end)
            if article.names_place(rest.text):
                yield index


def _is_given(article: Article, run: Mention, index: int) -> bool:
    token = run.tokens[index]
    return is_name_token(token) and token.text[1:].islower() and article.knowledge.word(token.text).given >= GIVEN
