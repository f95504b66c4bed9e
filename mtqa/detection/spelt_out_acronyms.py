"""Acronyms that a story spells out in English, and whose letters are those of the Spanish words.

*Fondo Sueco de Minas (FSM)* becomes "Swedish Mining Fund (FSM)": the words were put into English, and the letters
stayed. Which letters Spanish has for English words the dictionary says; the body need not be known. Where it is, what
English calls it is suggested; else the initials of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.crossed_acronyms import COMMON
from mtqa.detection.defined_bodies import KINDS, LINKS, acronyms, bearers
from mtqa.detection.definitions import explanation, initials, is_acronym
from mtqa.detection.derived_acronyms import english_acronym
from mtqa.detection.disordered_acronyms import NOUN_FIRST, puts_nouns_last
from mtqa.detection.explain import of_entity
from mtqa.detection.features import country_of, is_spoken_of, rather_spanish
from mtqa.detection.left_acronyms import AT_HOME
from mtqa.detection.spanish_initials import content, fit
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

TABLE = "ACR101-spelt-out"
SHORTEST, LONGEST = 3, 7
"""Letters of an acronym."""
HEADS = (
    "agency", "administration", "association", "authority", "board", "body", "bureau", "centre", "center", "commission",
    "committee", "council", "facility", "federation", "fund", "institute", "league", "mechanism", "office",
    "organisation", "organization", "service", "union",
)  # fmt: skip
"""What bodies call themselves: a translator takes one for another."""


@dataclass(frozen=True, slots=True)
class SpeltOut:
    """An acronym, the tokens that spell it out, and the body that they name, or nearly name."""

    acronym: Mention
    tokens: tuple[Token, ...]
    text: str
    entity: Entity | None = None
    nearly: bool = False
    beside: bool = True
    """Whether brackets join the two; else the name stands elsewhere in the story."""

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return [token.text for token in self.tokens if token.is_word]


def spelt_out(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per acronym that brackets, or a name elsewhere in the story, spell out."""
    explained = set()
    for acronym, tokens in _brackets(article):
        explained.add(acronym.text)
        readings = [found for found in _readings(article, acronym, tokens) if _is_wrong(article, found)]
        if readings:
            yield _candidate(article, max(readings, key=_rank), code)
    unknown = [t for t in article.singles if t not in explained and _is_acronym(t) and _is_nobodys(article, t)]
    names = _names_by_length(article) if unknown else {}
    for text in unknown:
        parts = [part for _, part in article.singles[text] if not part.titled]
        for name in names.get(len(text), ()) if parts else ():
            found = SpeltOut(parts[0], name.tokens, name.text, beside=False)
            if _is_wrong(article, found):
                yield from (_candidate(article, replace(found, acronym=part), code) for part in parts)
                break


def _is_acronym(text: str) -> bool:
    return is_acronym(text, SHORTEST, LONGEST)


def _rank(found: SpeltOut) -> tuple[bool, bool, int, float]:
    """Known bodies first, of names the longest."""
    known = found.entity is not None
    return known, not found.nearly, len(found.tokens), found.entity.prominence if found.entity is not None else 0.0


def _brackets(article: Article) -> Iterator[tuple[Mention, tuple[Token, ...]]]:
    """Each acronym that brackets explain, and the tokens by which they do."""
    for text in filter(_is_acronym, article.singles):
        for _, part in article.singles[text]:
            if tokens := explanation(article.sentence(part).tokens, part.first):
                yield part, tokens


def _readings(article: Article, acronym: Mention, tokens: tuple[Token, ...]) -> Iterator[SpeltOut]:
    """The ends of the tokens that may be the name: as a known body's, nearly one's, or nobody's in particular."""
    block = article.block(acronym)
    for first in range(len(tokens) - 1, -1, -1):
        name = tokens[first:]
        if not (tokens[first].is_word or tokens[first].text in LINKS):
            return
        text = block.text[name[0].start : name[-1].end]
        yield SpeltOut(acronym, name, text)
        for entity in article.named(text):
            yield SpeltOut(acronym, name, text, entity)
        if len(name) >= SHORTEST:
            for entity in _nearly(article, text):
                yield SpeltOut(acronym, name, text, entity, nearly=True)


def _nearly(article: Article, text: str) -> Iterator[Entity]:
    """The bodies whose name has another of the words for bodies: an agency for an authority."""
    words = text.split()
    places = [index for index, word in enumerate(words) if word.lower() in HEADS]
    for index in places[-1:]:
        for head in HEADS:
            if head != words[index].lower():
                yield from article.named(" ".join((*words[:index], head, *words[index + 1 :])))


def _names_by_length(article: Article) -> dict[int, list[Mention]]:
    """The names in the story that are capitals but for small words, by how many letters an acronym of them has."""
    found: dict[int, list[Mention]] = {}
    for mention in article.mentions:
        if not (mention.titled or mention.is_capitals):
            for name in article.parts(mention):
                if len(name.tokens) >= SHORTEST and not is_amid_capitals(mention, name):
                    found.setdefault(len(content(name.words)), []).append(name)
    return found


def _is_wrong(article: Article, found: SpeltOut) -> bool:
    """Whether the acronym is not that of the words in English, and has the letters that they have in Spanish."""
    text, words = found.acronym.text, content(found.words)
    letters = iter(initials(words))
    if all(letter in letters for letter in text):
        return False
    if found.entity is not None:
        return _is_anothers(article, found, found.entity)
    return (
        len(words) == len(text)
        and all(word[0].isupper() for word in words)
        and sorted(text) != sorted(initials(words))
        and _is_nobodys(article, text)
        and puts_nouns_last(article, tuple(words))
        and fit(article, text, found.words)
    )


def _is_anothers(article: Article, found: SpeltOut, entity: Entity) -> bool:
    """Whether a known body has another acronym than this one, which is Spanish for its name.

    Or English for that: a translator that knows another body by the Spanish acronym writes the English one of that.
    """
    text, english, home = found.acronym.text, acronyms(entity), country_of(entity)
    if entity.kind not in KINDS or home in NOUN_FIRST or not english or text in english:
        return False
    if home and article.country_share(home) < AT_HOME:
        return False
    if _is_nobodys(article, text):
        return fit(article, text, found.words)
    spanish = [
        name.text
        for match in article.knowledge.gazetteer.acronym(text)
        for name in match.entity.names
        if text in acronyms(match.entity) and name.role == "acronym" and name.lang == "es"
    ]
    return any(fit(article, letters, found.words) for letters in spanish)


def _is_nobodys(article: Article, text: str) -> bool:
    """Whether English hardly knows the acronym, and no body that the story may speak of bears it."""
    if article.knowledge.word(text).english >= COMMON:
        return False
    return not any(is_spoken_of(article, entity) for entity in bearers(article, text))


def _features(article: Article, found: SpeltOut) -> dict[str, float]:
    text = found.acronym.text
    return {
        "beside": float(found.beside),
        "known": float(found.entity is not None and not found.nearly),
        "nearly": float(found.nearly),
        "length": len(text) - 3.0,
        "repeated": float(article.count(text) > 1),
        "rather Spanish": rather_spanish(article, text),
    }


def _candidate(article: Article, found: SpeltOut, code: str) -> Candidate:
    text, entity = found.acronym.text, found.entity
    wanted = english_acronym(entity) if entity is not None else initials(content(found.words))
    name = entity.english if entity is not None else found.text
    detail = f"{text} has the initials of “{found.text}” put into Spanish; English has {wanted}"
    evidence = [Evidence("acronym", detail)]
    if entity is not None:
        evidence.append(of_entity(article, entity))
    return Candidate(
        code=code,
        table=TABLE,
        mention=found.acronym,
        suggestion=wanted,
        message=f"“{text}” looks like the Spanish acronym of {name}",
        features=_features(article, found),
        origin=text,
        entity=entity,
        repairs={text: wanted} if found.beside else {},
        alone=text if found.beside else "",
        evidence=evidence,
    )
