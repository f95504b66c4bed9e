"""The open gazetteer: every look-up that the detection asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from mtqa.errors import MtqaError
from mtqa.gazetteer.codec import Rows, RowsOnDisk, map_trie, read_varints
from mtqa.gazetteer.container import Container
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.fuzzy import SHORTEST, FuzzyIndex
from mtqa.gazetteer.holders import Term, holders_among, terms_of
from mtqa.gazetteer.holes import Restored, restored
from mtqa.gazetteer.house.forms import Forms
from mtqa.gazetteer.model import LANGUAGES, ROLES, Entity, Match, WordFacts
from mtqa.gazetteer.offices import normalise_office
from mtqa.gazetteer.records import Expected, code_of
from mtqa.gazetteer.skeleton import skeletons
from mtqa.gazetteer.spellings import Spellings
from mtqa.gazetteer.stored import Record, StoredEntity
from mtqa.gazetteer.territories import Territories
from mtqa.gazetteer.variants import spellings
from mtqa.gazetteer.words import Words

NAME, SPANISH, SURNAME, ACRONYM, MISTRANSLATION = 1, 2, 4, 8, 16
"""Roads from a fold key to an entity, as bits: accepted in English, Spanish form, surname, acronym, and
English that a translator may have made of the Spanish form."""
MOST = 30
"""No look-up answers with more entities than this: the most prominent ones."""
_MOST_SPELT, _MOST_NAMESAKES = 200, 5
"""Names with a word, and entities of one name, that are read for how they spell it."""
SHIPPED = Path(__file__).parent / "data" / "gazetteer.mtqg"


class Gazetteer:
    """Look-ups over the mapped file. Every answer is a list of :class:`Match`, the most prominent entity first."""

    forms = Forms()
    """The forms of a house: none here (:class:`mtqa.gazetteer.house.layer.HouseGazetteer` has them)."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self.path = container.path
        self.signature = f"gazetteer:{container.digest.hex()[:8]}"
        # Caches live on the instance, so that they go when it goes.
        self._entity = lru_cache(maxsize=4096)(self._read_entity)
        self._text = lru_cache(maxsize=16384)(self._read_text)
        self._is_plain = lru_cache(maxsize=16384)(lambda token: self._spellings.is_plain(token))
        self._terms = lru_cache(maxsize=1024)(self._read_terms)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open ``path``, or the gazetteer shipped with mtqa.

        Raises :class:`MtqaError` when the file is missing, truncated or something else.
        """
        return cls(Container(path or SHIPPED))

    def exact(self, name: str) -> list[Match]:
        """Entities that English copy may call ``name``, letter for letter."""
        entities = self._entities(fold(name), NAME)
        text = self._texts.get(name) if entities else None
        if text is None:
            return []
        return [Match(entity, name, 1.0, "exact") for entity in entities if entity.is_text(text + 1)]

    def folded(self, name: str) -> list[Match]:
        """Entities that English copy may call ``name`` but for case, accents and hyphens."""
        return self._named(name, NAME, "folded")

    def spanish(self, name: str) -> list[Match]:
        """Entities that Spanish copy calls ``name`` (folded); ``detail`` says so when a rule made the form."""
        return self._named(name, SPANISH, "spanish")

    def acronym(self, text: str) -> list[Match]:
        """Entities with the acronym ``text``, English or Spanish (folded); ``detail`` gives its language."""
        return self._named(text, ACRONYM, "acronym")

    def surname(self, token: str) -> list[Match]:
        """People with this surname (folded), the most prominent first."""
        score = 0.8
        return [Match(entity, entity.family, score, "surname") for entity in self._entities(fold(token), SURNAME)]

    def mistranslation(self, text: str) -> list[Match]:
        """Entities whose Spanish name a translator may have turned into the English ``text`` (folded, whichever side of
        the Atlantic spells it).

        ``name`` is the Spanish form, ``detail`` says how it arose. The score is 0.9 when two ways led there, 0.8 for
        one, 0.6 for a gloss that some English copy uses, 0.2 less where English translates the name, too, and 0.3
        when ``text`` is itself a right name or an ordinary word ("ambiguous").
        """
        keys = list(map(fold, spellings(text)))
        matches = []
        for number in dict.fromkeys(number for key in keys for number in self._numbers(key, MISTRANSLATION)):
            entity = self._entity(number)
            for item in entity.expected:
                if fold(item.text) in keys:
                    matches.append(_mistranslated(entity, item))
                    break
        matches.sort(key=lambda match: (-match.score, -match.entity.prominence))
        return matches

    def fuzzy(self, name: str, limit: int = 5) -> list[Match]:
        """Entities with an English or Spanish form spelt like ``name``; under four letters, exactly so."""
        key = fold(name)
        if len(key.replace(" ", "")) < SHORTEST:
            return self.folded(name)[:limit]
        matches: dict[str, Match] = {}
        least = 0.0
        for found, score in self._fuzzy.search(key, limit * 2):
            if score < least and len(matches) >= limit:
                break
            least = score
            for number in self._numbers(found, NAME | SPANISH)[:3]:
                entity = self._entity(number)
                if entity.id not in matches:
                    form = next((item.text for item in entity.forms() if fold(item.text) == found), "")
                    detail = f"similarity {score:.2f}"
                    matches[entity.id] = Match(entity, form or entity.english, score, "fuzzy", detail)
        ranked = sorted(matches.values(), key=lambda match: (-match.score, -match.entity.prominence, match.entity.id))
        return ranked[:limit]

    def restored(self, token: str, hidden: int) -> list[Restored]:
        """Words of names that may have lost letters on the way to ``token``: Nováček for "Nováek" or "Nov-ček".

        Those at its marks, and ``hidden`` more that nothing shows; see :mod:`mtqa.gazetteer.holes`.
        """
        return restored(token, self._spellings, hidden)

    def is_spelt_plainly(self, token: str) -> bool:
        """Whether ``token`` has plain letters where nearly all names with that word have others: Erdogan, Skoda."""
        return self._is_plain(token)

    def with_word(self, word: str, words: int, limit: int = 80) -> list[Match]:
        """Entities with a name of ``words`` words (one more or less) that holds ``word``; none for common words."""
        matches: dict[str, Match] = {}
        for key in self._fuzzy.holding(fold(word), limit):
            if abs(len(key.split()) - words) > 1:
                continue
            for number in self._numbers(key, NAME | SPANISH)[:5]:
                entity = self._entity(number)
                if entity.id not in matches:
                    form = next((name.text for name in entity.forms() if fold(name.text) == key), "")
                    matches[entity.id] = Match(entity, form or entity.spanish, 0.5, "fuzzy", f"holds “{word}”")
        return list(matches.values())

    def with_words(self, choices: Sequence[Collection[str]], least: int) -> list[Match]:
        """Entities with a Spanish form that holds a folded word of each of at least ``least`` choices."""
        matches: dict[tuple[str, str], Match] = {}
        for key in self._fuzzy.holding_each(choices, least):
            for match in self._named(key, SPANISH, "fuzzy"):
                matches.setdefault((match.entity.id, match.name), match)
        return list(matches.values())

    def respelt(self, token: str) -> list[Match]:
        """Prominent people by surname, places and media by name, that sound like ``token`` in another transliteration.

        ``name`` is the English spelling; see :mod:`mtqa.gazetteer.skeleton`.
        """
        trie, rows = self._skeletons
        numbers = {n for key in skeletons(token) if (row := trie.get(key)) is not None for n in read_varints(rows[row])}
        matches = []
        for number in sorted(numbers):
            entity = self._entity(number)
            names = [entity.family.split()[-1]] if entity.kind == "person" else list(entity.accepted("en"))
            name = next((name for name in names if not skeletons(name).isdisjoint(skeletons(token))), None)
            if name:
                matches.append(Match(entity, name, 0.7, "fuzzy", "same sound, another transliteration"))
        return matches

    def prefix(self, text: str, limit: int = 20) -> Iterator[str]:
        """Fold keys of the index that begin with ``text`` (folded)."""
        for position, key in enumerate(self._names.iterkeys(fold(text))):
            if position == limit:
                return
            yield key

    def holders(self, office: str, country: str, on: date) -> list[Match]:
        """Who held ``office`` in ``country`` (ISO alpha-2, or the name of a body) on a day, best first.

        ``detail`` gives dates and source. Where a country has no president, its head of government is meant,
        as Spanish copy calls the prime minister of Spain "presidente".
        """
        key = normalise_office(office) or fold(office)
        places = self.places(country)
        for title in (key, "prime minister") if key == "president" else (key,):
            if terms := self._terms(title, places):
                return holders_among(terms, title, on)
        title, of, body = key.partition(" of ")
        return self.holders(title, body, on) if of and fold(country) != body else []

    def expected(self, entity: Entity) -> tuple[Expected, ...]:
        """The English that translators may make of the entity's Spanish names."""
        for number in self._numbers(fold(entity.english), 0xFF):
            if self._entity(number).id == entity.id:
                return self._entity(number).expected
        return ()

    def word(self, token: str) -> WordFacts:
        """Frequencies and name weights of ``token``, whatever its case."""
        return self.words.facts(token)

    def glosses(self, word: str) -> list[tuple[str, float]]:
        """Spanish words that English ``word`` (or a phrase up to three words) may come from, weights 0..1."""
        return self.words.glosses(word)

    def senses(self, word: str) -> list[tuple[str, float]]:
        """English words for Spanish ``word`` (or a phrase up to three words), weights 0..1."""
        return self.words.senses(word)

    def is_head_noun(self, word: str) -> bool:
        """Whether names of places, bodies or works often end with ``word``: River, Cup, Street."""
        return fold(word) in self._heads

    def territory(self, text: str) -> str | None:
        """ISO alpha-2 of an English country name or demonym, as printed: "Polish" but not "polish"."""
        return self._territories.english(text)

    def territory_spanish(self, text: str) -> str | None:
        """ISO alpha-2 of a Spanish country name or demonym: "Lituania", "polaca"."""
        return self._territories.spanish(text)

    def country_name(self, code: str, lang: str = "en") -> str:
        """The name of a country in English or Spanish; the code when it is unknown."""
        return self._territories.name(code, lang)

    @cached_property
    def meta(self) -> dict[str, Any]:
        """What the build wrote about itself: counts by kind and source, options."""
        import json

        data: dict[str, Any] = json.loads(bytes(self._container.section("meta")))
        return data

    def __len__(self) -> int:
        """How many entities there are."""
        return len(self._records)

    def at(self, number: int) -> Entity:
        """The entity at a place in the order of prominence, from 0."""
        return self._read_entity(number)

    def __iter__(self) -> Iterator[Entity]:
        """All entities, the most prominent first."""
        for number in range(len(self)):
            yield self._read_entity(number)

    def records(self) -> Iterator[tuple[Entity, tuple[Expected, ...]]]:
        """All entities with their expected mistranslations, the most prominent first."""
        for number in range(len(self)):
            entity = self._read_entity(number)
            yield entity, entity.expected

    def sizes(self) -> dict[str, int]:
        """Bytes per section of the file."""
        return self._container.sizes()

    def verify(self) -> None:
        """Read the whole file; raises :class:`MtqaError` when its checksum is wrong."""
        if not self._container.verify():
            raise MtqaError(f"{self.path}: the gazetteer is damaged (checksum): reinstall mtqa or rebuild it")

    @cached_property
    def _names(self) -> marisa_trie.Trie:
        return map_trie(self._container.section("names"))

    @cached_property
    def _postings(self) -> Rows:
        return Rows(self._container.section("postings"))

    @cached_property
    def _records(self) -> Rows:
        return RowsOnDisk(self._container.section("records"), self._container.reader("records"))

    @cached_property
    def _texts(self) -> marisa_trie.Trie:
        return map_trie(self._container.section("texts"))

    @cached_property
    def _files(self) -> list[str]:
        """The files that provenances speak of; none before format 3."""
        return bytes(self._container.section("files")).decode().split("\n") if self._container.has("files") else []

    @cached_property
    def _offices(self) -> tuple[marisa_trie.Trie, Rows]:
        return map_trie(self._container.section("offices")), Rows(self._container.section("office-holders"))

    @cached_property
    def _skeletons(self) -> tuple[marisa_trie.Trie, Rows]:
        return map_trie(self._container.section("skeletons")), Rows(self._container.section("skeleton-rows"))

    @cached_property
    def _heads(self) -> marisa_trie.Trie:
        return map_trie(self._container.section("heads"))

    @cached_property
    def office_titles(self) -> frozenset[str]:
        """Every office that somebody in the gazetteer held, as :func:`normalise_office` writes it."""
        return frozenset(key.partition("|")[0] for key in self._offices[0].iterkeys())

    @cached_property
    def words(self) -> Words:
        """Word facts and dictionaries."""
        return Words(self._container)

    def section(self, name: str) -> bytes:
        """The bytes of a section of the file, for a build that takes it over."""
        return bytes(self._container.section(name))

    @cached_property
    def _territories(self) -> Territories:
        return Territories(self._container)

    @cached_property
    def _fuzzy(self) -> FuzzyIndex:
        section = self._container.section
        words, endings = map_trie(section("name-words")), map_trie(section("name-endings"))
        return FuzzyIndex(words, endings, Rows(section("word-names")), self._names)

    @cached_property
    def _spellings(self) -> Spellings:
        words = map_trie(self._container.section("name-words"))
        listed = self._container.has("name-spellings")
        people = map_trie(self._container.section("name-spellings")) if listed else marisa_trie.Trie()
        return Spellings(words, people, self._names_with)

    def _names_with(self, word: str) -> Iterator[str]:
        """Some of the names with a folded word, each with all that it is called but in Spanish."""
        for key in self._fuzzy.some_holding(word, _MOST_SPELT):
            for number in self._numbers(key, NAME | SPANISH)[:_MOST_NAMESAKES]:
                entity = self._entity(number)
                forms = {form.text for form in entity.forms() if form.lang != "es" or entity.keep_original}
                yield " ".join(forms)

    def _read_text(self, number: int) -> str:
        return "" if number == 0 else str(self._texts.restore_key(number - 1))

    def _read_entity(self, number: int) -> StoredEntity:
        return Record(self._records[number], self._text, self._files).entity()

    def _numbers(self, key: str, roads: int) -> list[int]:
        """Numbers of at most :data:`MOST` entities that ``key`` leads to by one of ``roads``."""
        row = self._names.get(key)
        if row is None:
            return []
        values = read_varints(self._postings[row])
        if len(values) == 2:
            return values[:1] if values[1] & roads else []
        found, number = [], 0
        for step, mask in zip(values[::2], values[1::2]):
            number += step
            if mask & roads:
                found.append(number)
                if len(found) == MOST:
                    break
        return found

    def _entities(self, key: str, roads: int) -> list[StoredEntity]:
        return [self._entity(number) for number in self._numbers(key, roads)]

    def _named(self, name: str, road: int, how: str) -> list[Match]:
        key = fold(name)
        found = []
        for entity in self._entities(key, road):
            form = entity.form(name, key, _CODES[road])
            if form is not None:
                text, code = form
                found.append(_match(entity, name, text, LANGUAGES[code & 3], ROLES[code >> 2], how))
        return found

    def _read_terms(self, office: str, places: frozenset[str]) -> list[Term]:
        trie, rows = self._offices
        found = [row for place in places if (row := trie.get(f"{office}|{place}")) is not None]
        numbers = {number for row in found for number in read_varints(rows[row])}
        return terms_of(map(self._entity, sorted(numbers)), office, places)

    def places(self, country: str) -> frozenset[str]:
        """The country code, or every folded name of the body: what tenures there may be filed under."""
        if len(country) == 2 and country.isupper() and country in self._territories.codes:
            return frozenset({country})
        places = {fold(country)}
        for match in [*self.folded(country)[:3], *self.acronym(country)[:3]]:
            if match.entity.kind in ("organisation", "party", "media"):
                places.update(fold(item.text) for item in match.entity.names)
        return frozenset(places)


def match_on(entity: Entity, name: str, road: int, how: str) -> Match | None:
    """The match of ``name`` with a form of the entity that the road leads to; None where it has no such form."""
    key = fold(name)
    for form in entity.forms():
        fits = form.text == name or fold(form.text) == key
        if fits and _leads(form.lang, form.role, road, entity.keep_original):
            return _match(entity, name, form.text, form.lang, form.role, how)
    return None


def _match(entity: Entity, name: str, form: str, lang: str, role: str, how: str) -> Match:
    score = 1.0 if form == name else 0.95
    detail = lang if how == "acronym" else "derived spelling" if role == "derived" else ""
    return Match(entity, form, score - 0.2 * (role == "derived"), how, detail)


def _leads(lang: str, role: str, road: int, keep_original: bool) -> bool:
    """Whether a road leads over names of a language and a role."""
    if road == ACRONYM:
        return role == "acronym"
    if road == NAME:
        return role != "derived" and (lang != "es" or keep_original)
    return lang != "en"


_CODES = {
    road: tuple(
        frozenset(code_of(lang, role) for lang in LANGUAGES for role in ROLES if _leads(lang, role, road, keeps))
        for keeps in (False, True)
    )
    for road in (NAME, SPANISH, ACRONYM)
}
"""By road: the codes of the names that it leads over, and those where English keeps the Spanish name."""


def _mistranslated(entity: Entity, item: Expected) -> Match:
    score = 0.6 if item.roads == ("gloss",) else min(0.9, 0.7 + 0.1 * len(item.roads))
    if not entity.keep_original and entity.kind != "person":
        # English does translate such names: another wording is no sure error.
        score -= 0.2
    detail = f"“{item.origin}” through {' and '.join(item.roads)}"
    if item.ambiguous:
        score, detail = 0.3, f"{detail}; ambiguous: also a right name"
    return Match(entity, item.origin, score, "expected-mistranslation", detail)
