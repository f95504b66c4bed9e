"""Spanish words for the people of a place that the translator let pass, or cut: coruñés, londinense, Gaditan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.features import agreement, country_of
from mtqa.detection.left_names import amid_spanish
from mtqa.detection.phrase_spans import QUOTES
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.inflection import spanish_lemmas
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

SHORTEST = 6
"""Letters of a word that is looked at."""
UNUSUAL, MORE_SPANISH = 1.5, 1.0
"""Zipf frequency from which a word is in use in English, and how much commoner in Spanish it must be."""
SHORTEST_NATION, FOREIGN, CERTAIN = 4, 1.7, 1.5
"""For words for nations, in small letters: letters, Zipf frequency from which English has the word from menus and
dances ("argentino"), and how much commoner in Spanish it must be."""
KNOWN, SPANISH_WORD, NEARLY = 2.5, 3.0, 0.7
"""Zipf frequencies of the noun before: in English, below which it is hardly English, in Spanish, from which it may be
Spanish, and how much commoner it may be in English."""
BEARERS = 150
"""Bearers from which a word is a surname, too: many are (Navarro, Gallego)."""
ALIKE = 5
"""Letters of a place with which English makes its own word for the people there."""
SURE = 0.3
"""Weight from which a dictionary's sense is taken."""
LEAST_PROMINENT = 0.6
"""Prominence below which a place has no word for its people that goes around the world."""
SHORTEST_STEM, SHORTEST_SURNAME = 3, 5
"""Letters of the name of a place without its last vowel, and of a leader's surname."""

LEAST_LEADER = 0.3
"""Prominence from which somebody has followers that a word is made for."""

_SPANISH_ENDING = re.compile(r"(?:ense|és|esa|ño|ña|ino|ina|ano|ana|an|ita|eco|eca|ista)s?$|eses$")
_FROM_PLACE = re.compile(r"(?:ense|eñ[oa]|és|es[ao]|in[oa])(?:e?s)?$")
"""Endings that make a word for the people of a place from its name."""
FOLLOWERS = ("ist", "ian", "ite")
"""What English puts after a leader's surname, the commonest first."""
_OF_LEADER = re.compile(r"istas?$")
_ENGLISH_ENDING = re.compile(r"(?:ese|ian|an|er|ish)$")
_FROM = "from "


def left(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per word that Spanish has for the people of a place, and English has not."""
    known: dict[str, tuple[str, Entity | None] | None] = {}
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            for position, token in enumerate(sentence.tokens):
                word = token.text
                if word not in known:
                    known[word] = _meaning(article, word)
                meaning = known[word]
                if meaning is None or _is_part_of_a_name(sentence.tokens, position):
                    continue
                span = Mention(number, index, position, (token,), word, initial=position == 0)
                if not (amid_spanish(article, span) or _is_spoken_of(article, span) or _is_dish(article, span)):
                    yield _candidate(article, span, *meaning, code)


def _meaning(article: Article, word: str) -> tuple[str, Entity | None] | None:
    """What English says for a Spanish word of origin, and the place of it where a source names it."""
    facts = article.knowledge.word(word)
    if word.islower() and word.isalpha() and (nation := _nation(article, word)):
        return nation, None
    if len(word) < SHORTEST or not word.isalpha() or word.isupper() or not _SPANISH_ENDING.search(word.lower()):
        return None
    if facts.english >= UNUSUAL or max(facts.given, facts.surname) >= BEARERS or article.named(word):
        return None
    gazetteer = article.knowledge.gazetteer
    for match in gazetteer.spanish(word) + _with_vowel(article, word):
        if match.entity.kind == "demonym" and match.entity.english.startswith(_FROM):
            return match.entity.english, match.entity
    if (leader := _leader(article, word)) is not None:
        return leader
    if not facts.lemma_es and not any(article.knowledge.word(lemma).lemma_es for lemma in spanish_lemmas(word.lower())):
        return None
    if facts.spanish < facts.english + MORE_SPANISH:
        return None
    for lemma in (word.lower(), *spanish_lemmas(word.lower())):
        for sense, weight in gazetteer.senses(lemma):
            if weight >= SURE and _ENGLISH_ENDING.search(sense) and _is_origin(article, sense):
                return sense.capitalize(), None
    place = _place(article, word)
    return (_FROM + place.english, place) if place is not None else None


def _nation(article: Article, word: str) -> str:
    """What English calls the people of a country, for a word in small letters that is certainly Spanish; "" for none.

    Of nations dictionaries are sure, whatever the word ends with: ruso, sueca, norcoreana.
    """
    facts = article.knowledge.word(word)
    if len(word) < SHORTEST_NATION or facts.english >= FOREIGN or facts.spanish < facts.english + CERTAIN:
        return ""
    gazetteer = article.knowledge.gazetteer
    for lemma in (word, *spanish_lemmas(word)):
        for sense, weight in gazetteer.senses(lemma):
            # "greek", "north korean", and neither "chile" nor "chinese person".
            code = gazetteer.territory(name := sense.title())
            if weight >= SURE and code is not None and gazetteer.country_name(code) != name:
                return name
        for match in gazetteer.spanish(lemma):
            if match.entity.kind == "demonym" and not match.entity.english.startswith(_FROM):
                return match.entity.english
    return ""


def _is_spoken_of(article: Article, span: Mention) -> bool:
    """Whether the sentence speaks of the word: it stands between quotation marks, or is "ruso in Spanish"."""
    before, after = article.words_before(span, 1), article.words_after(span, 2)
    return bool(QUOTES.intersection((*before, *after[:1]))) or after == ("in", "Spanish")


def _is_dish(article: Article, span: Mention) -> bool:
    """Whether a noun before the word is as much one of Spanish: "pan francés", "pastor alemán", "salsa caleña".

    Dishes, dances and breeds keep their names. A noun that English has alone, "agency norcoreana", was translated.
    """
    before = article.words_before(span, 1)
    if not span.text.islower() or not before or len(before[0]) < 3 or not before[0].islower():
        return False
    facts = article.knowledge.word(before[0])
    is_unknown = facts.english < KNOWN
    return is_unknown or (facts.spanish >= SPANISH_WORD and facts.spanish + NEARLY >= facts.english)


def _with_vowel(article: Article, word: str) -> list[Match]:
    """The Spanish words that this one is but for their last vowel, made of a name that English has otherwise.

    Translators cut it off to make an English word: "Vallisoletan" is one of Valladolid. "Zaragozan" is English.
    """
    singular = word.removesuffix("s")
    if not singular.endswith("an"):
        return []
    found = article.knowledge.gazetteer.spanish(singular + "o")
    return [
        match
        for match in found
        if not any(fold(part)[:ALIKE] == fold(word)[:ALIKE] for part in match.entity.english.split())
    ]


def _place(article: Article, word: str) -> Entity | None:
    """The well-known place from whose Spanish name a dictionary's word is made: "lisboeta" is not, "hamburgués" is.

    The story must speak of its country: that a Spanish word begins as some place does is no rare thing.
    """
    ending = _FROM_PLACE.search(word.lower())
    stem = word.lower()[: ending.start()] if ending else ""
    stems = dict.fromkeys((stem, re.sub(r"(?<=g)u$|(?<=c)i$", "", stem)))  # Spanish writes gue for ge
    for base in stems if len(stem) >= SHORTEST_STEM else ():
        for vowel in ("a", "o", "e", ""):
            for match in article.knowledge.gazetteer.spanish((base + vowel).capitalize()):
                found = match.entity
                known = found.kind == "place" and found.prominence >= LEAST_PROMINENT
                if known and article.country_share(found.country):
                    return found
    return None


def _leader(article: Article, word: str) -> tuple[str, Entity] | None:
    """Whose followers a word is for, and what English would call them; none of a leader who speaks Spanish.

    English keeps Peronista and Sandinista. Of others it makes words of its own: Gaullist, Trotskyist.
    """
    ending = _OF_LEADER.search(word.lower())
    surname = word[: ending.start()].capitalize() if ending else ""
    if len(surname) < SHORTEST_SURNAME:
        return None
    forms = [surname + vowel for vowel in ("", "a", "e", "i", "o")]
    people = [match.entity for form in forms for match in article.knowledge.gazetteer.surname(form)]
    leader = max(people, key=lambda person: (person.prominence, person.id), default=None)
    if leader is None or leader.prominence < LEAST_LEADER:
        return None
    home = country_of(leader)
    if home in SPANISH_SPEAKING or not article.country_share(home):
        return None
    return _followers(article, surname)[0], leader


def _followers(article: Article, surname: str) -> list[str]:
    """What English may call the followers of somebody, the usual first: Gaullist, but Thatcherite."""
    words = [surname + ending for ending in FOLLOWERS]
    return sorted(words, key=lambda word: -article.knowledge.word(word).english)


def _is_origin(article: Article, sense: str) -> bool:
    """Whether an English word is one for the people of a place: a known place begins as it does."""
    stem = sense[: max(4, len(sense) - 3)]
    return " " not in sense and any(
        match.entity.kind == "place" for key in article.knowledge.gazetteer.prefix(stem, 12)
        for match in article.knowledge.gazetteer.folded(key)
    )  # fmt: skip


def _is_part_of_a_name(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a capitalised word stands beside another one: a club, a surname, a street."""
    if not is_name_token(tokens[position]):
        return False
    beside = tokens[max(0, position - 1) : position] + tokens[position + 1 : position + 2]
    return any(is_name_token(token) and token.text != "The" for token in beside)


def _candidate(article: Article, span: Mention, meaning: str, entity: Entity | None, code: str) -> Candidate:
    options = _english(article, span, meaning)
    # A word that is no form of the demonym came by its last vowel.
    cut = entity is not None and entity.kind == "demonym" and fold(span.text) not in map(fold, entity.accepted("es"))
    spanish = span.text.removesuffix("s") + "o" if cut else span.text
    if entity is not None and entity.kind == "person":
        others = _followers(article, _OF_LEADER.sub("", span.text).capitalize())[1:]
        options += [option for other in others for option in _english(article, span, other)]
    return Candidate(
        code=code,
        table="SPA102",
        mention=span,
        suggestion=options[0],
        alternatives=options[1:],
        message=f"“{span.text}” is {'made from the ' if cut else ''}Spanish for “{meaning}”",
        features={
            "listed": float(entity is not None),
            "country": agreement(article, entity) if entity is not None else 0.0,
            "capital": float(span.text[0].isupper()),
            "initial": float(span.initial),
        },
        origin=spanish,
        entity=entity,
        evidence=[Evidence("spanish-form", f"Spanish has “{spanish.lower()}” for “{meaning}”, English no such word")],
    )


def _english(article: Article, span: Mention, meaning: str) -> list[str]:
    """What can stand in the place of the word, the likeliest first: by its number, and whether a noun may follow."""
    plural = span.text.endswith("s") and not span.text.endswith("és")
    if not meaning.startswith(_FROM):
        return [meaning + "s" if plural and not meaning.endswith(("ese", "ish", "s", "ch")) else meaning]
    place = meaning.removeprefix(_FROM)
    follows = article.words_after(span, 1)
    if plural:
        return [f"people from {place}", place]
    if follows and follows[0].isalpha() and follows[0].islower():
        return [place, f"native of {place}"]
    return [f"native of {place}", place]
