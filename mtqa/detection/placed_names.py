"""Places taken for words, told by the places and nouns around them: "Tarumba, Oaks and Almena", "the mayor of Oaks".

A single common word with a capital is everything: a firm, a film, a surname. Amid a sentence, in a story about the
country, among well-known places of that country or behind a noun that only a place follows, it is the place whose name
means that. What English itself calls so and the story may mean, and what many people are called, is left alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from mtqa.detection import located_names
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.features import agreement, likeliest, rather_spanish
from mtqa.detection.knowledge import ARTICLES
from mtqa.detection.phrase_spans import CALENDAR
from mtqa.detection.phrases import COORDINATORS
from mtqa.detection.place_context import (
    PREPOSITIONS,
    Company,
    before_country,
    company,
    in_brackets_after_place,
    is_dateline,
    says_place,
)
from mtqa.detection.press import is_meant, is_told
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

TABLE = "NAM101-placed"
LONGEST = 4
HOME = 0.5
"""How much a story must speak of the country where the place is (0..1)."""
FEW = 3.0
"""Power of ten of the bearers up to which a word is nobody's name; from ten times as many it is somebody's."""
STRANGE = 2.5
"""Zipf frequency in English below which readers do not know a word."""
NOBODY = 100
"""Bearers of a word that is hardly a name."""
STEM = 5
"""Letters with which such a word and the name that it stands for begin."""
SAYING = ("kind", "company", "before country", "in brackets", "dateline", "strange", "kept")
"""Features one of which must say that a place stands there."""
CERTAIN = 0.5
"""Weight of the Spanish that a translator gives for a word, from which it may be what the word stands for."""


def placed(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that stands where a place must, and is in words what a place there is called."""
    spans = [part for run in article.mentions for part in _spans(article, run)]
    article.knowledge.ask_words(dict.fromkeys(part.text for part in spans if _is_strange(article, part)))
    for part in spans:
        around = company(article, part)
        found = [(_features(article, part, around, match), match) for match in _matches(article, part)]
        found = [(features, match) for features, match in found if _is_placed(features)]
        if found:
            yield located_names.candidate(article, part, *likeliest(TABLE, found), code, TABLE)


def _spans(article: Article, run: Mention) -> Iterator[Mention]:
    for part in article.parts(run, LONGEST):
        if COORDINATORS & set(part.words) or is_amid_capitals(run, part) or part.text in CALENDAR:
            continue
        if (part.initial or part.titled or part.is_capitals) and not is_dateline(article, part):
            continue
        if article.knowledge.gazetteer.territory(part.text) or _is_of_longer(article, part):
            continue
        if not any(_is_spelt(entity, part.text) and is_meant(article, entity) for entity in article.named(part.text)):
            yield part


def _is_of_longer(article: Article, part: Mention) -> bool:
    """Whether the story has the word in a longer name: "Oaks" in a story of Oaks Capital is the firm."""
    runs = article.singles.get(part.text, ()) if len(part.tokens) == 1 else ()
    return any(is_amid_capitals(run, single) for run, single in runs)


def _is_spelt(entity: Entity, text: str) -> bool:
    """Whether English calls something other than a person so, accents and all."""
    return entity.kind != "person" and text.casefold() in map(str.casefold, entity.accepted("en"))


def _is_strange(article: Article, part: Mention) -> bool:
    facts = article.knowledge.word(part.text)
    if len(part.tokens) > 1 or not part.text.isalpha() or facts.given + facts.surname > NOBODY:
        return False
    is_word = 0 < facts.english < STRANGE and facts.spanish < facts.english
    return is_word and bool((PREPOSITIONS | {"of"}) & set(article.words_before(part, 1)))


def _matches(article: Article, part: Mention) -> Iterator[Match]:
    """The places that the span may be in words, none that English calls so."""
    gazetteer = article.knowledge.gazetteer
    found = gazetteer.mistranslation(part.text)
    if part.words[0] == "The" and part.words[1:]:
        rest = part.text.partition(" ")[2]
        found = found or [match for form in located_names.ARTICLES for match in gazetteer.spanish(f"{form} {rest}")]
    if not found and _is_strange(article, part):
        glosses = article.knowledge.glosses(part.text)
        words = (word for word, weight in glosses.items() if weight >= CERTAIN and _are_alike(word, part.text))
        found = [match for word in words for match in gazetteer.spanish(word)]
    for match in found:
        entity = match.entity
        is_other = fold(part.text) not in map(fold, entity.accepted("en"))
        if entity.kind == "place" and is_other and agreement(article, entity) >= HOME:
            yield match


def _are_alike(word: str, text: str) -> bool:
    return fold(word)[:STEM] == fold(text)[:STEM]


def _is_placed(features: dict[str, float]) -> bool:
    """Whether the sentence says that a place stands there; of a strange word, that it is a name does."""
    return any(features[name] for name in SAYING)


def _features(article: Article, part: Mention, around: Company, match: Match) -> dict[str, float]:
    entity, words = match.entity, part.words
    known = around.known(article, entity)
    first = around.first if known else part.first
    tokens = article.sentence(part).tokens
    before = tokens[first - 1].text.lower() if first else ""
    facts = article.knowledge.word(words[0])
    lost = len(words) == 1 and fold(match.name).split()[0] in ARTICLES
    return {
        "prominence": entity.prominence,
        "country": agreement(article, entity),
        "kind": says_place(article, part, first, entity),
        "company": float(min(3, known)),
        "before country": float(before_country(article, part, entity)),
        "in brackets": float(in_brackets_after_place(article, part, entity)),
        "dateline": float(is_dateline(article, part)),
        "in": float(before in PREPOSITIONS),
        "of": float(before == "of"),
        "capital article": float(words[0] == "The"),
        "kept": float(_is_kept(article, part, match) and before in PREPOSITIONS | {"of"}),
        "strange": float(len(words) == 1 and _is_strange(article, part)),
        "ambiguous": float("ambiguous" in match.detail),
        "article lost": float(lost),
        "borne": _borne(facts.given + facts.surname) if len(words) == 1 else 0.0,
        "surnames": float(known > 0 and len(words) == 1 and around.are_surnames(article)),
        "lower": float(len(words) == 1 and bool(article.lower_words[words[0].lower()])),
        "original nearby": float(article.says(entity)),
    }


def _is_kept(article: Article, part: Mention, match: Match) -> bool:
    """Whether a Spanish word stands behind an English article for the Spanish one, and no paper is spoken of."""
    rest, theirs = fold(part.text).split()[1:], fold(match.name).split()
    is_spanish = bool(rest) and all(rather_spanish(article, word) > 0 for word in part.words[1:])
    return part.words[0] == "The" and theirs[1:] == rest and is_spanish and not is_told(article, part)


def _borne(bearers: int) -> float:
    return min(1.0, max(0.0, math.log10(1 + bearers) - FEW))
