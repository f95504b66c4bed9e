"""Evidence in plain words: what an editor who reads no Spanish can judge."""

from __future__ import annotations

from datetime import date

from mtqa.detection.alignment import Pair
from mtqa.detection.article import Article
from mtqa.detection.people import PersonHypothesis
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Tenure
from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.folding import fold
from mtqa.mentions import RolePhrase


def of_word(article: Article, pair: Pair) -> Evidence:
    """Which Spanish word the English one translates, and who says so."""
    knowledge = article.knowledge
    sources = []
    if knowledge.dictionary_says(pair.token, pair.origin):
        sources.append("dictionary")
    if knowledge.model_says(pair.token, pair.origin):
        sources.append("model")
    if not sources and knowledge.channel_says(pair.token, pair.origin):
        return Evidence("forced-score", f"a translator is likely to write “{pair.token}” for Spanish “{pair.origin}”")
    said = " and ".join(sources) or "expected mistranslation"
    return Evidence("back-translation", f"Spanish “{pair.origin}” means “{pair.token.lower()}” ({said})")


def of_role(article: Article, entity: Entity, role: RolePhrase) -> Evidence:
    """That the person held the office on the date of the copy."""
    same = [tenure for tenure in entity.tenures if tenure.office == role.office and tenure.country == role.body]
    held = [tenure for tenure in same if _covers(tenure, article.when)]
    if held:
        exact = max(held, key=lambda tenure: len(tenure.start) + len(tenure.end))
        return Evidence("role", f"{entity.english} was {_tenure(article, exact)} on {article.when}")
    return Evidence("role", f"{entity.english} held the office “{role.text}” on {article.when}")


def born_by(article: Article, entity: Entity) -> Evidence:
    """Who the person is: an office held on the copy's date, else the last one before it, else the kind alone."""
    held = [tenure for tenure in entity.tenures if _covers(tenure, article.when)]
    before = [tenure for tenure in entity.tenures if tenure.start and start_range(tenure.start)[0] <= article.when]
    if held or before:
        # Of several at once the longest-held with the plainest title is the one a reader knows.
        tenure = min(held, key=lambda held: (held.start[:4], len(held.office))) if held else before[-1]
        return Evidence("gazetteer", f"{entity.english}: {_tenure(article, tenure)}")
    return Evidence("gazetteer", f"{entity.english} is a known {entity.kind}")


def of_holder(article: Article, entity: Entity, role: RolePhrase | None) -> Evidence:
    """That the person held the office that the text gives, where it gives one; else who the person is."""
    return of_role(article, entity, role) if role is not None else born_by(article, entity)


def why(article: Article, found: PersonHypothesis) -> Evidence:
    """The office that led to the person, else who the person is."""
    return of_holder(article, found.entity, found.role if "role" in found.roads else None)


def _covers(tenure: Tenure, day: date) -> bool:
    return bool(tenure.start) and start_range(tenure.start)[0] <= day <= end_range(tenure.end)[1]


def of_entity(article: Article, entity: Entity) -> Evidence:
    """What an organisation, place or work is, under its Spanish and its English name."""
    kind = entity.subkind.replace("_", " ") or entity.kind
    where = article.knowledge.gazetteer.country_name(entity.country) if len(entity.country) == 2 else entity.country
    place = f", {where}" if where else ""
    if fold(entity.english) == fold(entity.spanish):
        return Evidence("gazetteer", f"{entity.english} ({kind}{place}) keeps its name in English")
    return Evidence("gazetteer", f"{entity.spanish} ({kind}{place}) is {entity.english} in English")


def _tenure(article: Article, tenure: Tenure) -> str:
    where = article.knowledge.gazetteer.country_name(tenure.country) if len(tenure.country) == 2 else tenure.country
    since = f"since {tenure.start}" if not tenure.end else f"{tenure.start or '?'} to {tenure.end}"
    return f"{tenure.office} of {where} ({since})"
