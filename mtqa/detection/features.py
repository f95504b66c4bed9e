"""Measurements that several rules weigh, each a number from 0 to 1 unless said otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterable

from mtqa.detection.article import Article
from mtqa.detection.people import PersonHypothesis
from mtqa.detection.weights import confidence
from mtqa.gazetteer import Entity, Match
from mtqa.mentions import Mention


def oddness(article: Article, word: str) -> float:
    """How odd an English word is as a name: 1 for a common word that nobody bears ("churches"), 0 for "Brown"."""
    return commonness(article, word) * (1.0 - borne(article, word))


def commonness(article: Article, word: str) -> float:
    """How common an English word is: 0 for one in ten million and rarer, 1 for one in a hundred thousand."""
    return min(1.0, max(0.0, (article.knowledge.word(word).english - 2.0) / 2.0))


def borne(article: Article, word: str) -> float:
    """How well known a word is as a given name or surname: 0 for none, 1 from some ten thousand bearers."""
    facts = article.knowledge.word(word)
    return min(1.0, math.log10(1 + facts.given + facts.surname) / 4)


def rarity(article: Article, word: str) -> float:
    """How much a kept token narrows the choice: 1 for a token nearly nobody bears, 0 for García and for words."""
    facts = article.knowledge.word(word)
    return max(0.0, 1.0 - max(facts.english / 5, math.log10(1 + facts.given + facts.surname) / 5))


def rather_spanish(article: Article, word: str) -> float:
    """How much more often Spanish has a word than English: 1 from a hundred times, -1 the other way round."""
    facts = article.knowledge.word(word)
    return min(1.0, max(-1.0, (facts.spanish - facts.english) / 2))


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def country_of(entity: Entity) -> str:
    """Where an entity belongs: its country, else that of the last office it held."""
    return entity.country or (entity.tenures[-1].country if entity.tenures else "")


def is_spoken_of(article: Article, entity: Entity) -> bool:
    """Whether the document speaks of the entity's country, or the entity belongs to none."""
    home = country_of(entity)
    return not home or article.country_share(home) > 0


def agreement(article: Article, entity: Entity) -> float:
    """How much the document speaks of the entity's country, softened: a share of a quarter counts fully."""
    return min(1.0, 4 * article.country_share(country_of(entity)))


def best_first(
    table: str, weighed: Iterable[tuple[dict[str, float], PersonHypothesis]]
) -> list[tuple[dict[str, float], PersonHypothesis]]:
    """Hypotheses of one span with their features, the most likely first; ties by entity, so that order is stable."""
    return sorted(weighed, key=lambda pair: (-confidence(table, pair[0]), pair[1].entity.id))


def likeliest(table: str, weighed: Iterable[tuple[dict[str, float], Match]]) -> tuple[dict[str, float], Match]:
    """The most likely of what a span may be, with its features; ties by entity, so that order is stable."""
    return max(weighed, key=lambda pair: (confidence(table, pair[0]), pair[1].entity.id))


def role_features(hypothesis: PersonHypothesis) -> dict[str, float]:
    """Whether the office that the text gives, and its date, lead to this person."""
    holder = hypothesis.role is not None and "role" in hypothesis.roads
    return {"role holder": float(holder)}


def display(mention: Mention, text: str) -> str:
    """A suggestion in the letter case of the span it replaces: all capitals stay all capitals."""
    return text.upper() if mention.is_capitals and len(mention.text) > 4 and not text.isupper() else text
