"""Acronyms that the translator left in Spanish, of bodies and of a few common things: OTAN, VIH.

An acronym stands for many things. It is taken for the Spanish one of a body that English calls otherwise only where
nothing else that is called so may be meant: the story names the body, or everybody else of that acronym is at home in
countries that it never speaks of.
"""

from __future__ import annotations

from mtqa.detection import features
from mtqa.detection.article import Article
from mtqa.detection.definitions import SKIPPED, explanation
from mtqa.detection.features import country_of
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

SHORTEST, LONGEST = 3, 7
"""Letters of an acronym that is looked up alone: a shorter one stands for too much, unless the story names the body
and English hardly has it."""
AT_HOME = 0.1
"""Share of a country in the story from which its bodies are meant rather than others of the same acronym."""
MORE_SPANISH = 1.0
"""How much more often, in Zipf frequency, Spanish has an acronym than English, where it hardly means anything else."""
BEARERS = 50
"""Bearers from which an acronym in small letters may be somebody's name."""
SPANISH_STORY = 0.3
"""How much a story speaks of Spanish-speaking countries where a common thing's acronym may be Spanish."""
ENGLISH_HAS = 2.0
"""Zipf frequency from which English copy has an acronym for something, be it abroad. What it hardly ever has, in more
letters than the shortest, is the Spanish one of a common thing in any story."""
FAR_OFTENER = 0.25
"""Rate (see `features.rather_spanish`) from which Spanish has an acronym so much oftener than English that it tells."""
STEM = 5
"""Letters that a word of a name and a word of an explanation share: *respiratory*, *respiratorio*."""


def is_acronym(part: Mention) -> bool:
    """Whether a span is written as one."""
    return len(part.tokens) == 1 and part.text.isupper() and len(part.text) <= LONGEST


def is_in_small_letters(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether a span is the Spanish acronym of a body written as a word ("Otan"), and nobody's name."""
    text = part.text
    if len(part.tokens) > 1 or not (text.istitle() and text.isalpha() and len(text) <= LONGEST):
        return False
    if len(text) < SHORTEST and not (article.words_before(part, 1) == ("the",) or article.says(entity)):
        return False  # two letters may be a symbol
    facts = article.knowledge.word(text)
    return max(facts.given, facts.surname) < BEARERS and _has_spanish(entity, text.upper())


def rather_spanish(article: Article, part: Mention, entity: Entity) -> float:
    """How much more often Spanish has an acronym than English: 0 for not at all, 1 from a hundred times."""
    if not (is_acronym(part) or is_in_small_letters(article, part, entity)):
        return 0.0
    return max(0.0, features.rather_spanish(article, part.text))


def english_acronym(part: Mention, entity: Entity) -> str:
    """The acronym that English has for the one that stands there, in capitals or not ("Otan"); "" for other spans."""
    if len(part.tokens) > 1 or not any(n.lang == "es" and n.text.upper() == part.text.upper() for n in entity.names):
        return ""
    return next((name.text for name in entity.names if name.role == "acronym" and name.lang == "en"), "")


def matches(article: Article, part: Mention) -> list[Match]:
    """The bodies and things whose acronym is another one in English; none where something else may be meant."""
    gazetteer, text = article.knowledge.gazetteer, part.text
    found = (*gazetteer.spanish(text), *gazetteer.acronym(text))
    every = {match.entity.id: match for match in found if _spells(match.name, text)}.values()
    spanish = [match for match in every if _is_spanish(article, match.entity, text)]
    owners = [match.entity for match in every if not _has_spanish(match.entity, text)]
    explained = article.definitions.get(text)
    left = _left(article, text, spanish, owners)
    if explained is not None:
        return [match for match in left if _is_called(match.entity, explained)]
    return [match for match in left if not _is_told_otherwise(article, part, match.entity)]


def _is_told_otherwise(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether the acronym stands in brackets behind words of which no name of the entity has one."""
    tokens = article.sentence(part).tokens
    if not part.first or tokens[part.first - 1].text != "(":
        return False
    told = {fold(token.text) for token in explanation(tokens, part.first) if token.text.lower() not in SKIPPED}
    names = {word for name in entity.names for word in fold(name.text).split() if word not in SKIPPED}
    return bool(told) and not any(shares_a_stem(word, other) for word in told for other in names)


def _spells(name: str, text: str) -> bool:
    """Whether an acronym is the text, which may have it in capitals where sources have a word: "Otan"."""
    return name == text or (len(text) > SHORTEST and name.istitle() and name.upper() == text)


def _left(article: Article, text: str, spanish: list[Match], owners: list[Entity]) -> list[Match]:
    if any(is_named(article, owner) for owner in owners):
        return []
    named = [match for match in spanish if article.says(match.entity)]
    if len(text) < SHORTEST:
        return named if _is_rather_spanish(article, text) else []
    if named:
        return named
    if not owners:
        return [match for match in spanish if _may_be_left(article, text, match.entity)]
    if not all(map(country_of, owners)):
        return []
    theirs = max(article.country_share(country_of(owner)) for owner in owners)
    if not theirs and _is_rather_spanish(article, text):
        return [match for match in spanish if not match.entity.country] or spanish
    shares = [(article.country_share(country_of(match.entity)), match) for match in spanish]
    return [match for share, match in shares if share >= AT_HOME and share > 3 * theirs]


def _may_be_left(article: Article, text: str, entity: Entity) -> bool:
    """Whether an acronym that only Spanish has for anything known here is that, in a story that does not name the body.

    Somebody somewhere has an agency of any three letters: the story speaks of the country of the body, or of one where
    Spanish is spoken, or Spanish has the letters far oftener than English, which may never have them.
    """
    rather = features.rather_spanish(article, text)
    home = country_of(entity)
    if home:
        return rather >= 0 and article.country_share(home) > 0
    rare = article.knowledge.word(text).english == 0
    return rare or rather >= FAR_OFTENER or (rather >= 0 and article.spanish_speaking > 0)


def _has_spanish(entity: Entity, text: str) -> bool:
    """Whether the text is the acronym of the entity in Spanish, and English has another one."""
    return (
        any(n.lang == "es" and _spells(n.text, text) for n in entity.names if n.role == "acronym" or n.text == text)
        and any(n.lang == "en" and n.role == "acronym" for n in entity.names)
        and not entity.is_called(text)
    )


def _is_spanish(article: Article, entity: Entity, text: str) -> bool:
    """Whether the text may be left in Spanish for the entity: a common thing's in a story from where they speak it."""
    if not _has_spanish(entity, text):
        return False
    if entity.kind == "term":
        foreign = len(text) > SHORTEST and article.knowledge.word(text).english < ENGLISH_HAS
        told = foreign or article.spanish_speaking >= SPANISH_STORY or article.says(entity)
        return told and _is_rather_spanish(article, text)
    return entity.kind in {"organisation", "party", "event"}


def _is_rather_spanish(article: Article, text: str) -> bool:
    facts = article.knowledge.word(text)
    return facts.spanish >= facts.english + MORE_SPANISH


def shares_a_stem(word: str, other: str) -> bool:
    """Whether two words begin alike, or are the same short one."""
    return word == other or (len(word) >= STEM and word[:STEM] == other[:STEM])


def is_named(article: Article, entity: Entity) -> bool:
    """Whether the story calls the entity by a name, not by its acronym."""
    return any(article.count(name.text) for name in entity.names if name.role != "acronym" and name.lang != "es")


def _is_called(entity: Entity, words: str) -> bool:
    """Whether the words, in any order, are an English name of the entity: else the story means another body."""
    told = sorted(word for word in fold(words).split() if word not in SKIPPED)
    return any(told == sorted(w for w in fold(form).split() if w not in SKIPPED) for form in entity.accepted("en"))
