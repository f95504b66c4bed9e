"""What letters an acronym has in Spanish: from a body's Spanish names, or from its English words put into Spanish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtqa.detection.article import Article
from mtqa.detection.definitions import POSSESSIVE, SKIPPED, initials
from mtqa.detection.people import name_words
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold

SHORTEST = 3
"""Letters of an acronym that tell anything."""
USUAL = 0.2
"""Weight from which a dictionary's Spanish for a word is usual enough for the name of a body."""
PREPOSITIONS = frozenset("of for against on in to by with".split())
"""Words at which an English name falls into phrases, which Spanish keeps in their order."""
NO_LETTER = frozenset("a al con contra de del e el en la las lo los o para por sobre u y".split())
"""Spanish words that give no letter to an acronym."""


def of_names(entity: Entity) -> dict[str, str]:
    """The initials of an entity's Spanish names that English does not have, and the name each comes from."""
    english = {fold(name.text) for name in entity.names if name.lang != "es"}
    found: dict[str, str] = {}
    for name in entity.names:
        if name.lang != "es" or name.role == "acronym" or fold(name.text) in english:
            continue
        letters = initials([word for word in fold(name.text).split() if word not in NO_LETTER])
        if len(letters) >= SHORTEST and letters.isalpha() and letters.isascii():
            found.setdefault(letters, name.text)
    return found


def fit(article: Article, acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym has the letters, in the order of Spanish, of the Spanish for the words of an English name.

    Spanish keeps the phrases that prepositions part, and begins each with its noun, the last word of the English one:
    "Royal Institute of Music" is RIM in English, and *Instituto Real de Música*, IRM.
    """
    phrases = _phrases(words)
    if sum(map(len, phrases)) != len(acronym):
        return False
    position = 0
    for phrase in phrases:
        letters = acronym[position : position + len(phrase)]
        position += len(phrase)
        if letters[0] not in _letters(article, phrase[-1]):
            return False
        if not _assigned([_letters(article, word) for word in phrase[:-1]], letters[1:]):
            return False
    return True


def content(words: Iterable[str]) -> list[str]:
    """The words that give a letter to an English acronym."""
    return [part for word in words if word.lower() not in SKIPPED for part in name_words(word)]


def _phrases(words: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        if word.lower() in PREPOSITIONS:
            found.append([])
        else:
            found[-1] += content([word])
    return [phrase for phrase in found if phrase]


def _letters(article: Article, word: str) -> frozenset[str]:
    """The letters that the Spanish for a word may begin with; its own where nothing is known of it."""
    knowledge = article.knowledge
    bare = POSSESSIVE.sub("", word)
    code = knowledge.gazetteer.territory(bare)
    if code:
        return frozenset({bare[0].upper(), fold(knowledge.gazetteer.country_name(code, "es"))[0].upper()})
    for form in (bare, bare.removesuffix("s"), f"{bare.removesuffix('ies')}y"):
        glosses = knowledge.dictionary.glosses(form)
        if glosses:
            return frozenset(spanish[0].upper() for spanish, weight in glosses.items() if weight >= USUAL)
    return frozenset({fold(bare)[:1].upper()})


def _assigned(choices: Sequence[frozenset[str]], letters: str) -> bool:
    """Whether each letter may be that of one word, each word used once."""
    if not letters:
        return True
    return any(
        letters[0] in choice and _assigned([*choices[:index], *choices[index + 1 :]], letters[1:])
        for index, choice in enumerate(choices)
    )
