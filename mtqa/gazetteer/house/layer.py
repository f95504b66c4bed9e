"""A house table laid over a gazetteer: the same look-ups, the house's answers first and its forms everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.fuzzy import SHORTEST
from mtqa.gazetteer.holders import ACTING, SHARED, holders_among, terms_of
from mtqa.gazetteer.holes import Restored
from mtqa.gazetteer.house.entities import counterpart, entity_of, municipality
from mtqa.gazetteer.house.table import House
from mtqa.gazetteer.model import Entity, Match, WordFacts
from mtqa.gazetteer.offices import normalise_office
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.store import ACRONYM, NAME, SPANISH, Gazetteer, match_on

_SIMILAR = 72.0
"""Least similarity (0..100) of a form found by rough comparison, as in the gazetteer's own index."""


class HouseGazetteer:
    """As :class:`~mtqa.gazetteer.store.Gazetteer` answers, with a house table over it.

    An entity of the house comes before all others. One that the gazetteer knows too has the house's preferred form,
    none of the forbidden ones, and the offices of both, whichever look-up leads to it. An English look-up of a
    forbidden form finds nothing. Opening it costs one pass over the table; entities are made when they are asked for.
    """

    def __init__(self, base: Gazetteer, house: House) -> None:
        self._base = base
        self._entries = house.entries
        self.house = house
        self.path = base.path
        self.signature = f"{base.signature}+{house.signature}"
        self.forms = house.forms
        self._own: dict[int, Entity] = {}
        self._over: dict[str, Entity] = {}
        self._targets: dict[int, Entity | None] = {}

    def exact(self, name: str) -> list[Match]:
        """See :meth:`Gazetteer.exact`."""
        own = [Match(e, name, 1.0, "exact") for e in self._named_so(fold(name)) if name in e.accepted("en")]
        found = self._joined(own, self._english(name, "exact"))
        return [*found, *self._body(name, "exact", found)]

    def folded(self, name: str) -> list[Match]:
        """See :meth:`Gazetteer.folded`."""
        found = self._joined(self._matches(name, NAME, "folded"), self._english(name, "folded"))
        return [*found, *self._body(name, "folded", found)]

    def spanish(self, name: str) -> list[Match]:
        """See :meth:`Gazetteer.spanish`."""
        return self._joined(self._matches(name, SPANISH, "spanish"), self._base.spanish(name))

    def acronym(self, text: str) -> list[Match]:
        """See :meth:`Gazetteer.acronym`."""
        return self._joined(self._matches(text, ACRONYM, "acronym"), self._base.acronym(text))

    def surname(self, token: str) -> list[Match]:
        """See :meth:`Gazetteer.surname`."""
        key = fold(token)
        numbers = self._by_word.get(key.rpartition(" ")[2])
        if numbers is None:
            return self._joined([], self._base.surname(token))
        from mtqa.gazetteer.build.people import surname_keys

        people = [self._entity(number) for number in dict.fromkeys(numbers)]
        own = [
            Match(entity, entity.family, 0.8, "surname")
            for entity in people
            if entity.kind == "person" and entity.family and key in surname_keys(entity.family, entity.country)
        ]
        return self._joined(own, self._base.surname(token))

    def mistranslation(self, text: str) -> list[Match]:
        """See :meth:`Gazetteer.mistranslation`; what the house approves is none."""
        form = self.forms.get(text)
        if form is not None and not form.instead:
            return []
        return self._joined([], self._base.mistranslation(text))

    def fuzzy(self, name: str, limit: int = 5) -> list[Match]:
        """See :meth:`Gazetteer.fuzzy`."""
        key = fold(name)
        if len(key.replace(" ", "")) < SHORTEST:
            return self.folded(name)[:limit]
        found = self._joined(self._near(key, limit), self._base.fuzzy(name, limit))
        return sorted(found, key=lambda match: -match.score)[:limit]

    def restored(self, token: str, hidden: int) -> list[Restored]:
        """See :meth:`Gazetteer.restored`."""
        return self._base.restored(token, hidden)

    def is_spelt_plainly(self, token: str) -> bool:
        """See :meth:`Gazetteer.is_spelt_plainly`."""
        return self._base.is_spelt_plainly(token)

    def with_word(self, word: str, words: int, limit: int = 80) -> list[Match]:
        """See :meth:`Gazetteer.with_word`."""
        own: dict[str, Match] = {}
        for number in self._by_word.get(fold(word), ()):
            entity = self._entity(number)
            for name in entity.names:
                parts = fold(name.text).split()
                if name.role != "derived" and fold(word) in parts and abs(len(parts) - words) <= 1:
                    own.setdefault(entity.id, Match(entity, name.text, 0.5, "fuzzy", f"holds “{word}”"))
        return self._joined(list(own.values()), self._base.with_word(word, words, limit))

    def with_words(self, choices: Sequence[Collection[str]], least: int) -> list[Match]:
        """See :meth:`Gazetteer.with_words`."""
        held: Counter[int] = Counter()
        for choice in choices:
            held.update({number for word in choice for number in self._by_word.get(word, ())})
        own = [
            match
            for number, count in sorted(held.items())
            if count >= least
            for form in dict.fromkeys(map(fold, self._entity(number).accepted("es")))
            if (match := match_on(self._entity(number), form, SPANISH, "fuzzy")) is not None
        ]
        return self._joined(own, self._base.with_words(choices, least))

    def respelt(self, token: str) -> list[Match]:
        """See :meth:`Gazetteer.respelt`; the gazetteer's own answers, under the house's forms."""
        return [match for match in self._joined([], self._base.respelt(token)) if not self._is_forbidden(match.name)]

    def holders(self, office: str, country: str, on: date) -> list[Match]:
        """See :meth:`Gazetteer.holders`; whom the house says held an office of one person, nobody else held."""
        base = self._joined([], self._base.holders(office, country, on))
        key = normalise_office(office) or fold(office)
        own = self._holders(key, country, on)
        if not own and key == "president" and all(match.detail.startswith("prime minister") for match in base):
            own = self._holders("prime minister", country, on)
        return self._joined(own, base) if key.startswith(SHARED) or not own else own

    def expected(self, entity: Entity) -> tuple[Expected, ...]:
        """See :meth:`Gazetteer.expected`."""
        target = next((known for known in self._targets.values() if known and known.id == entity.id), entity)
        return self._base.expected(target)

    def prefix(self, text: str, limit: int = 20) -> Iterator[str]:
        """See :meth:`Gazetteer.prefix`; the house's keys first."""
        key = fold(text)
        own = [form for form in self._by_key if form.startswith(key)]
        yield from islice(dict.fromkeys((*own, *self._base.prefix(text, limit))), limit)

    def word(self, token: str) -> WordFacts:
        """See :meth:`Gazetteer.word`."""
        return self._base.word(token)

    def glosses(self, word: str) -> list[tuple[str, float]]:
        """See :meth:`Gazetteer.glosses`."""
        return self._base.glosses(word)

    def senses(self, word: str) -> list[tuple[str, float]]:
        """See :meth:`Gazetteer.senses`."""
        return self._base.senses(word)

    def is_head_noun(self, word: str) -> bool:
        """See :meth:`Gazetteer.is_head_noun`."""
        return self._base.is_head_noun(word)

    def territory(self, text: str) -> str | None:
        """See :meth:`Gazetteer.territory`."""
        return self._base.territory(text)

    def territory_spanish(self, text: str) -> str | None:
        """See :meth:`Gazetteer.territory_spanish`."""
        return self._base.territory_spanish(text)

    def country_name(self, code: str, lang: str = "en") -> str:
        """See :meth:`Gazetteer.country_name`."""
        return self._base.country_name(code, lang)

    @cached_property
    def office_titles(self) -> frozenset[str]:
        """See :attr:`Gazetteer.office_titles`."""
        return self._base.office_titles | {tenure.office for entry in self._entries for tenure in entry.tenures}

    @property
    def meta(self) -> dict[str, Any]:
        """See :attr:`Gazetteer.meta`."""
        return self._base.meta

    # Below: indexes over the table, made when they are first needed, and entities laid over one another.

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """Fold key of any form → the entries that have it."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for form in entry.forms:
                # Forms have single spaces: most fold to their small letters, without a look into fold's cache.
                plain = form.isascii() and form.replace(" ", "").isalnum()
                numbers = found.setdefault(form.lower() if plain else fold(form), [])
                if number not in numbers[-1:]:
                    numbers.append(number)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Folded word of any form → the entries."""
        found: dict[str, list[int]] = {}
        for key, numbers in self._by_key.items():
            for word in key.split():
                found.setdefault(word, []).extend(numbers)
        return found

    @cached_property
    def _by_office(self) -> dict[str, dict[str, list[int]]]:
        """Office → country code and folded name of the place → the entries."""
        found: dict[str, dict[str, list[int]]] = {}
        for number, entry in enumerate(self._entries):
            for tenure in entry.tenures:
                held = found.setdefault(tenure.office.removeprefix(ACTING), {})
                for place in dict.fromkeys((tenure.country, fold(tenure.country))):
                    held.setdefault(place, []).append(number)
        return found

    @cached_property
    def _places(self) -> dict[str, str]:
        """Folded name of a place with house offices that is no country → the name."""
        places = (tenure.country for entry in self._entries for tenure in entry.tenures)
        return {fold(place): place for place in places if self._base.territory(place) is None and len(place) > 2}

    def _entity(self, number: int) -> Entity:
        if number not in self._own:
            entry = self._entries[number]
            self._own[number] = entity_of(entry, self._target(number), self._base)
        return self._own[number]

    def _target(self, number: int) -> Entity | None:
        if number not in self._targets:
            self._targets[number] = counterpart(self._entries[number], self._base)
        return self._targets[number]

    def _laid_over(self, entity: Entity) -> Entity:
        """An entity of the gazetteer as the house has it, itself where the house says nothing of it."""
        found = self._over.get(entity.id)
        if found is None:
            found = entity
            for number in dict.fromkeys(n for name in entity.names for n in self._by_key.get(fold(name.text), ())):
                target = self._target(number)
                if target is not None and target.id == entity.id:
                    found = self._entity(number)
                    break
            self._over[entity.id] = found
        return found

    def _joined(self, own: list[Match], base: list[Match]) -> list[Match]:
        """The house's matches, then those of the gazetteer with their entities as the house has them."""
        if not own and all(self._laid_over(match.entity) is match.entity for match in base):
            return base
        seen = {match.entity.id for match in own}
        for match in base:
            entity = self._laid_over(match.entity)
            if entity.id not in seen:
                seen.add(entity.id)
                name = match.name
                if entity is not match.entity and match.how in ("surname", "office"):
                    name = entity.family if match.how == "surname" else entity.english
                own.append(Match(entity, name, match.score, match.how, match.detail))
        return own

    def _english(self, name: str, how: str) -> list[Match]:
        """The gazetteer's answers under forms that the house does not forbid."""
        if self._is_forbidden(name):
            return []
        road: Callable[[str], list[Match]] = getattr(self._base, how)
        return [match for match in road(name) if self._may_be_called(match.entity, name)]

    def _may_be_called(self, entity: Entity, name: str) -> bool:
        """Whether English may call an entity of the gazetteer so, as far as the house has a word in it."""
        ours = self._laid_over(entity)
        return ours is entity or any(fold(form) == fold(name) for form in ours.accepted("en"))

    def _is_forbidden(self, text: str) -> bool:
        form = self.forms.get(text)
        return form is not None and bool(form.instead)

    def _named_so(self, key: str) -> list[Entity]:
        numbers = self._by_key.get(key)
        return [self._entity(number) for number in numbers] if numbers else []

    def _matches(self, name: str, road: int, how: str) -> list[Match]:
        entities = self._named_so(fold(name))
        found = [match_on(entity, name, road, how) for entity in entities] if entities else []
        return [match for match in found if match is not None]

    def _near(self, key: str, limit: int) -> list[Match]:
        from rapidfuzz import fuzz, process

        keys = self._by_key.keys()
        matches = []
        for found, score, _ in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=limit):
            for entity in self._named_so(found):
                form = next((name.text for name in entity.names if fold(name.text) == found), entity.english)
                matches.append(Match(entity, form, score / 100, "fuzzy", f"similarity {score / 100:.2f}"))
        return matches

    def _holders(self, office: str, country: str, on: date) -> list[Match]:
        held = self._by_office.get(office)
        if held is None:
            return []
        places = self._base.places(country)
        numbers = dict.fromkeys(number for place in sorted(places) for number in held.get(place, ()))
        return holders_among(terms_of(map(self._entity, numbers), office, places), office, on)

    def _body(self, name: str, how: str, found: list[Match]) -> list[Match]:
        """The town whose mayor the house lists, where no other body is called so."""
        place = self._places.get(fold(name)) if self._places else None
        if place is None or any(match.entity.kind == "organisation" for match in found):
            return []
        return [Match(municipality(place), place, 1.0, how)] if how == "folded" or name == place else []
