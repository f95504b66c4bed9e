"""What a Spanish name says in English, word by word: "Teatro de los Espejos" is a Theater of the Mirrors.

Dictionaries give the words, grammar their order: Spanish puts most adjectives and all names after the noun ("Partido
Verde", "Palacio Orsini"), English before it. No translator is asked: what small models make of three words out of
context is a guess, and an editor can check a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtqa.detection.article import WELL_KNOWN, Article
from mtqa.gazetteer import Entity
from mtqa.gazetteer.inflection import spanish_lemmas
from mtqa.mentions.runs import PARTICLES

LINKS = {
    "a": "to", "al": "to the", "con": "with", "contra": "against", "de": "of", "del": "of the", "e": "and", "en": "in",
    "entre": "between", "o": "or", "para": "for", "por": "for", "sin": "without", "sobre": "about", "y": "and",
}  # fmt: skip
"""Spanish words between the parts of a name, and what English has for them."""
ARTICLES = {"el": "the", "la": "the", "los": "the", "las": "the", "un": "a", "una": "a"}
FUNCTION_WORDS = LINKS.keys() | ARTICLES.keys() | {"lo", "mi", "no", "que", "se", "su", "sus", "tu"}
"""Spanish words that carry no meaning of their own, or hardly any."""
_BEFORE = frozenset(
    "beautiful best big double eight eighth fifth first five four fourth good grand great half high holy hundred last"
    " little new nine ninth old one only other own saint second seven seventh six sixth tall ten tenth third thousand"
    " three true twelve two young".split()
)
"""English senses of adjectives that stand before the noun in Spanish, too."""
SAINTS = frozenset({"san", "santa", "santo"})
"""Words of places that are particles in the names of people."""
_WAYS = frozenset("airport arena avenue boulevard bridge palace park square stadium station street".split())
"""What English says after the name of a place in a town: Market Square, not Square of Market."""
_OTHERWISE = {"child": "children", "foot": "feet", "life": "lives", "man": "men", "person": "people", "woman": "women"}
_IS_SENSE = re.compile(r"[a-z'-]+(?: [a-z'-]+)?")
CLEAR = 0.3
"""Weight from which a dictionary's sense of two words together is taken; of a single word, 0.8 of that."""
NEARLY = 0.6
"""Share of the best sense's weight from which another one is nearly as good."""
PLURAL = 1.5
"""Zipf frequency from which English has a plural."""
USUAL = 4.0
"""Zipf frequency of a usual word."""
MORE_ENGLISH = 1.0
"""How much more often, in Zipf frequency, English has a word that is no Spanish one."""


def english(article: Article, words: Sequence[str]) -> str:
    """The name of a Spanish one's words in English, with capitals; "" where a word has no clear meaning."""
    groups: list[list[str]] = [[]]
    links: list[str] = []
    for word in words:
        lower = word.lower()
        if lower in ARTICLES and not groups[-1]:
            groups[-1].append(word)
        elif lower in LINKS and groups[-1]:
            links.append(lower)
            groups.append([])
        else:
            groups[-1].append(word)
    said = [_group(article, group) for group in groups]
    if not all(said):
        return ""
    text = _joined(said, links)
    return text[0].upper() + text[1:]


def _joined(said: list[str], links: list[str]) -> str:
    if links in (["de"], ["del"]) and said[0].lower() in _WAYS and not said[1].startswith(("the ", "a ")):
        return f"{said[1]} {said[0]}"
    text = said[0]
    for link, group in zip(links, said[1:], strict=True):
        text += f" {LINKS[link]} {group}"
    return text


def _group(article: Article, group: list[str]) -> str:
    """The words between two links: an article, the noun and what tells more of it."""
    start = 1 if group and group[0].lower() in ARTICLES else 0
    known = name_of_place(article, " ".join(group[start:])) or name_of_place(article, " ".join(group))
    if known:
        return known
    words = _compounds(article, group[start:])
    senses = [sense(article, word) for word in words]
    if not words or not all(senses):
        return ""
    noun = _noun(senses)
    if is_spanish(article, words[noun]):
        if _is_plural(article, words[noun]):
            senses[noun] = _plural(article, senses[noun])
        ordered = senses[:noun] + _modifiers(words[noun + 1 :], senses[noun + 1 :]) + [senses[noun]]
    else:
        ordered = senses  # a name, or English: all stands as it stood
    said = " ".join(text[0].upper() + text[1:] for text in " ".join(ordered).split())
    return f"{ARTICLES[group[0].lower()]} {said}" if start else said


def _noun(senses: Sequence[str]) -> int:
    """Which of the words is the noun, as it seems: the first that no adjective of those before it can be."""
    return next((i for i, text in enumerate(senses) if text.lower() not in _BEFORE), len(senses) - 1)


def head(article: Article, words: Sequence[str]) -> str:
    """What a Spanish name says that its bearer is: a bridge, a league. Never what it is named after."""
    content = [word for word in words if word.lower() not in FUNCTION_WORDS]
    senses = [sense(article, word).lower() for word in content]
    return senses[_noun(senses)] if senses else ""


def _compounds(article: Article, words: list[str]) -> list[str]:
    """The words, two of them as one where a dictionary has the pair: "Bellas Artes"."""
    found: list[str] = []
    for word in words:
        pair = f"{found[-1]} {word}" if found else ""
        if pair and any(weight >= CLEAR for _, weight in article.knowledge.gazetteer.senses(pair.lower())):
            found[-1] = pair
        else:
            found.append(word)
    return found


def _modifiers(words: list[str], senses: list[str]) -> list[str]:
    """What follows a noun as it stands before one: adjectives the other way round, a name of several words as it is."""
    turned: list[list[str]] = []
    names = False
    for word, text in zip(words, senses, strict=True):
        if names and text == word:
            turned[0].append(text)
        else:
            turned.insert(0, [text])
        names = text == word
    return [text for texts in turned for text in texts]


def sense(article: Article, word: str) -> str:
    """What one word of a Spanish name means; the word itself where it is a name or English, "" where nobody says."""
    if word.lower() in SAINTS:
        return "saint"
    if not is_spanish(article, word):
        return "" if _is_form(article, word) and not article.named(word) else word
    if article.knowledge.word(word).english >= USUAL and article.knowledge.gazetteer.is_head_noun(word):
        return word  # "Arena", "Hospital": English has it, and for the same
    found = _senses(article, word.lower())
    clear = [(text, weight) for text, weight in found if weight >= 0.8 * CLEAR and _IS_SENSE.fullmatch(text)]
    if not clear:
        return "" if is_certainly_spanish(article, word) else word
    # Of senses that are nearly as good, one by which places and bodies are called: a chamber, not a camera.
    likely = (text for text, weight in clear if weight >= clear[0][1] * NEARLY)
    return next(filter(article.knowledge.gazetteer.is_head_noun, likely), clear[0][0])


def _senses(article: Article, word: str) -> list[tuple[str, float]]:
    """What dictionaries say of a word; of a plural, what they say of its singular before what they say of the form."""
    senses = article.knowledge.gazetteer.senses
    if _is_plural(article, word):
        for singular in (word[:-1], word[:-2]):
            if article.knowledge.word(singular).lemma_es and (found := senses(singular)):
                return found
    return senses(word)


def name_of_place(article: Article, text: str) -> str:
    """What English calls a well-known place that Spanish calls so; "" where that is the same or there is none."""
    found = place(article, text)
    return found.english if found is not None else ""


def place(article: Article, text: str) -> Entity | None:
    """The well-known place that Spanish calls so and English otherwise."""
    for match in article.knowledge.gazetteer.spanish(text):
        entity = match.entity
        if entity.kind == "place" and entity.prominence >= WELL_KNOWN and not entity.is_called(text):
            return None if _may_be_english(article, text) else entity
    return None


def _may_be_english(article: Article, text: str) -> bool:
    """Whether copy may mean something that English calls so: not an obscure town of a country it never names."""
    return any(e.prominence >= WELL_KNOWN or article.country_share(e.country) > 0 for e in article.named(text))


def is_spanish(article: Article, word: str) -> bool:
    """Whether a word may be one of Spanish: at least as common there as in English."""
    facts = article.knowledge.word(word)
    if " " in word:
        return True
    return facts.spanish >= 2 and facts.english < facts.spanish + MORE_ENGLISH and _is_in_dictionary(article, word)


def is_certainly_spanish(article: Article, word: str) -> bool:
    """Whether a word is Spanish, and English has none like it."""
    facts = article.knowledge.word(word)
    return (
        len(word) > 2
        and facts.spanish >= 2
        and facts.spanish >= facts.english + 1.5
        and word.lower() not in PARTICLES
        and _is_in_dictionary(article, word)
    )


def _is_form(article: Article, word: str) -> bool:
    """Whether a word that no dictionary has is one of Spanish all the same: a form of a verb."""
    facts = article.knowledge.word(word)
    return facts.spanish >= USUAL and facts.spanish > facts.english + MORE_ENGLISH and not facts.surname


def _is_in_dictionary(article: Article, word: str) -> bool:
    knowledge = article.knowledge
    lower = word.lower()
    return any(knowledge.word(form).lemma_es for form in (lower, *spanish_lemmas(lower))) or bool(
        knowledge.gazetteer.senses(lower)
    )


def _is_plural(article: Article, word: str) -> bool:
    """Whether a word is a plural; a dictionary gives a pair of words ("Bellas Artes") in the number it has."""
    if " " in word or len(word) < 4 or not word.endswith("s"):
        return False
    return any(article.knowledge.word(form).lemma_es for form in spanish_lemmas(word.lower()) if form[-1] != "s")


def _plural(article: Article, noun: str) -> str:
    """The plural of an English noun; the word as it is where English has no such plural ("the fallen")."""
    if noun in _OTHERWISE:
        return _OTHERWISE[noun]
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        regular = noun + "es"
    else:
        regular = noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"
    plurals = (re.sub("man$", "men", noun), regular)  # fishermen, but Germans
    known = (p for p in plurals if p != noun and article.knowledge.word(p.split()[-1]).english >= PLURAL)
    return next(known, noun)
