"""Rulers, popes and their houses under the Spanish form of a given name: "Pope Gervasio" for one who is Gervase.

Spanish translates the given names of royal people, and translators leave them, as they leave everybody's. A title
before the name, or a realm behind it, with the day of the copy and the country it speaks of, tell who is meant. The
people of countries where Spanish, Portuguese or Italian is spoken have such names in English, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by
from mtqa.detection.features import agreement, country_of, display, mean, rather_spanish
from mtqa.detection.left_people import NUMERAL
from mtqa.detection.phrase_spans import QUOTES
from mtqa.detection.royal_forms import bare, english_name, senses
from mtqa.detection.royal_spans import TITLES, RoyalSpan, country_named, royal_spans, spanish_realms
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import TRANSLITERATED
from mtqa.mentions import Mention

TABLE = "SPA101-royal"
LATIN = SPANISH_SPEAKING | frozenset("PT BR IT AO MZ CV".split())
"""Countries whose people have such given names in English, too."""
OFFICES = {"pope": ("pope",), "king": ("monarch",), "queen": ("monarch",), "prince": ("prince",)}
"""The offices that a title before a name may stand for."""
POPES = "VA"
LATELY = (0, 3, 8)
"""Years before the copy at which one who then held the office is still called by it."""
NEAR = (-15, 0, 15)
"""Years from the copy at which a king whose name needs no change may be meant, before he was one or after."""


@dataclass
class _Royal:
    """Who a span may mean, under which English name, and what leads there."""

    span: RoyalSpan
    entity: Entity
    english: str
    holds: float = 0.0
    listed: bool = False
    features: dict[str, float] = field(default_factory=dict)


def royals(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the likeliest royal person of that name."""
    spans = [span for span in royal_spans(article) if not (_may_stay(article, span) or _is_quoted(article, span))]
    spoken = _spoken_of(article) if any(span.title for span in spans) else set()
    found = []
    for span in spans:
        rivals = [royal for royal in _people(article, span, spoken) if _is_likely(article, royal)]
        for royal in rivals:
            royal.features = _features(article, royal)
        if rivals:
            found.append(max(rivals, key=lambda royal: (confidence(TABLE, royal.features), royal.entity.id)))
    homes = {(country_of(royal.entity), royal.entity.id) for royal in found}
    for royal in found:
        home, own = country_of(royal.entity), royal.entity.id
        royal.features["house"] = float(any(code == home and other != own for code, other in homes))
        yield _candidate(royal, article, code)


def _people(article: Article, span: RoyalSpan, spoken: set[str]) -> Iterator[_Royal]:
    """Royal people whose Spanish name the span has, who hold the office, or whom English calls so with its own name."""
    holders = _holders(article, span)
    listed = {entity.id: entity for entity in _listed(article, span, spoken)}
    called = {entity.id: entity for entity in _called(article, span)}
    every = {**called, **listed, **{entity.id: entity for entity, _ in holders.values()}}
    for key, entity in every.items():
        english = english_name(article, span.words, entity, key in listed)
        if entity.kind == "person" and english:
            yield _Royal(span, entity, english, holders[key][1] if key in holders else 0.0, key in listed)


def _is_quoted(article: Article, span: RoyalSpan) -> bool:
    """Whether title and name stand between quotation marks: a ship, a horse, a song."""
    before, after = article.words_before(span.part, 2), article.words_after(span.part, 1)
    return bool(QUOTES & set(before)) and bool(QUOTES & set(after))


def _may_stay(article: Article, span: RoyalSpan) -> bool:
    """Whether English calls somebody so as it stands, or other rules read the numeral."""
    if NUMERAL.fullmatch(span.words[-1]) and span.title != "pope" and not span.country:
        return True
    if span.realm:
        return article.is_name(f"{span.part.text} of {span.realm}")
    return article.is_settled(span.part)


def _years(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))


def _holders(article: Article, span: RoyalSpan) -> dict[str, tuple[Entity, float]]:
    """Who holds the office of the title in the realm, or in a country that the story speaks of (1), or did (0.5)."""
    offices = OFFICES.get(span.title, () if span.title else ("monarch", "prince"))
    countries = [POPES] if span.title == "pope" else [span.country] if span.country else sorted(article.countries)
    look_up = article.knowledge.gazetteer.holders
    found: dict[str, tuple[Entity, float]] = {}
    for ago in LATELY:
        day = _years(article.when, -ago)
        for match in (match for country in countries for office in offices for match in look_up(office, country, day)):
            found.setdefault(match.entity.id, (match.entity, 0.5 if ago else 1.0))
    return found


def _listed(article: Article, span: RoyalSpan, spoken: set[str]) -> list[Entity]:
    """The people that Spanish calls so, with the title or with the realm, or with a numeral."""
    name = span.part.text
    forms = [f"{TITLES[span.title]} {name}"] if span.title else []
    if NUMERAL.fullmatch(span.words[-1]) or len(span.words) > 1:
        forms.append(name)
    realms = spanish_realms(article, span.realm) if span.realm else set()
    realms |= spoken if span.title else set()
    forms += [f"{form} de {realm}" for realm in realms for form in (name, f"{TITLES.get(span.title, '')} {name}")]
    forms += [f"{name} de los {realm}" for realm in realms]
    gazetteer = article.knowledge.gazetteer
    return [match.entity for form in sorted(set(forms)) for match in gazetteer.spanish(form)]


def _spoken_of(article: Article) -> set[str]:
    """The Spanish names of the countries that the story speaks of, folded, but for those of people with such names."""
    return {
        name
        for text in article.singles
        if country_named(article, text) in article.countries.keys() - LATIN
        for name in spanish_realms(article, text)
    }


def _called(article: Article, span: RoyalSpan) -> Iterator[Entity]:
    """The people whom English calls by an English form of the name, with the title or with the realm."""
    for english in sorted(senses(article, span.words[0])) if len(span.words) == 1 else ():
        forms = [f"{span.title} {english}"] if span.title else []
        forms += [f"{form} of {span.realm}" for form in (english, *forms)] if span.realm else []
        for form in forms:
            yield from article.named(form)


def _is_likely(article: Article, royal: _Royal) -> bool:
    """Whether the text is about the country of the person, which is none where such names are at home, and nobody else
    of the title needs no other name."""
    span, home = royal.span, country_of(royal.entity)
    if home in LATIN or span.country in LATIN or (home in TRANSLITERATED and not royal.listed):
        return False
    if span.country:
        is_royal = bool(span.title) or span.is_kingdom or royal.listed
        return is_royal and (home == span.country or (not home and royal.listed))
    if span.title == "pope":
        return home == POPES
    if not home or not article.country_share(home) or _is_before_office(article, royal):
        return False
    return not _is_somebody_elses(article, span, home)


def _is_before_office(article: Article, royal: _Royal) -> bool:
    """Whether a king is meant who is none yet: "King Carlos" while he still is a prince."""
    reigns = [tenure for tenure in royal.entity.tenures if tenure.office == "monarch" and tenure.start]
    later = bool(reigns) and all(int(tenure.start[:4]) > article.when.year for tenure in reigns)
    return royal.span.title in {"king", "queen"} and later


def _is_somebody_elses(article: Article, span: RoyalSpan, home: str) -> bool:
    """Whether English calls another royal person so, of a country that the story speaks of as much."""
    share = article.country_share(home)
    called = [entity for entity in article.named(f"{span.title} {span.part.text}") if entity.kind == "person"]
    if any(article.country_share(country_of(entity)) >= share for entity in called):
        return True
    return any(
        fold(span.part.text) in {fold(" ".join(bare(form, span.words))) for form in match.entity.accepted("en")}
        for country in sorted(LATIN & set(article.countries))
        for years in NEAR
        for match in article.knowledge.gazetteer.holders("monarch", country, _years(article.when, years))
    )


def _features(article: Article, royal: _Royal) -> dict[str, float]:
    span, entity = royal.span, royal.entity
    return {
        "realm": float(bool(span.country)),
        "title": float(bool(span.title)),
        "holder": royal.holds,
        "listed": float(royal.listed),
        "country": 1.0 if span.title == "pope" else agreement(article, entity),
        "prominence": entity.prominence,
        "rather Spanish": mean(rather_spanish(article, word) for word in span.words if not NUMERAL.fullmatch(word)),
        "latin": min(1.0, 2 * article.share_of(LATIN)) if not span.country and span.title != "pope" else 0.0,
        "house": 0.0,
        "titled": float(span.part.titled),
    }


def _candidate(royal: _Royal, article: Article, code: str) -> Candidate:
    part, english = royal.span.part, royal.english
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=display(part, english),
        message=f"“{part.text}” is the Spanish form of the name of {royal.entity.english}",
        features=royal.features,
        origin=royal.entity.spanish,
        entity=royal.entity,
        evidence=[
            Evidence("spanish-form", f"Spanish calls {royal.entity.english} {royal.entity.spanish}"),
            born_by(article, royal.entity),
        ],
        repairs=_repairs(part, english),
        alone=part.text,
    )


def _repairs(part: Mention, english: str) -> dict[str, str]:
    return {part.text: english} if len(part.tokens) == 1 else {}
