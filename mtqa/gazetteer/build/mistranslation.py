"""English that a translator may make of a Spanish name, found by translating the names at build time.

Roads: word by word through the dictionaries (:mod:`literal`), whole names through Apertium and through a neural model
(names of bodies, places and works), glosses that tables list (:mod:`gloss`). What is right English for the entity, or
hardly differs from it, is left out. A form that is itself the right name of something, an ordinary English personal
name or one plain English word is kept but marked ambiguous, so that it never tells alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from mtqa.gazetteer.build import apertium as apertium_engine
from mtqa.gazetteer.build.demonyms import english_demonyms
from mtqa.gazetteer.build.gloss import FUNCTION_WORDS
from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.records import Expected

_LEAST = {"person": 0.2, "place": 0.13}
"""Prominence from which names of a kind are translated; other kinds: all."""
_TRANSLATED_SOURCES = frozenset(
    (
        "curated_orgs",
        "curated_tenures",
        "facts",
        "media_outlets",
        "partyfacts",
        "everypolitician2015",
        "supraverden_intl_orgs",
        "football",
    )
)
"""Tables of bodies that say what English calls them. Elsewhere a translated name may be the right English one."""
_NEVER = frozenset(("country", "university", "agency", "common_acronym", "street_type"))
_SIMILAR = 82.0
"""token_set_ratio from which a translation is a wording of the accepted English name rather than an error."""
_SHARED_NAME = 3000
"""Bearers from which a translated word counts as an English name of its own ("Rose", "Grant")."""
_COMMON = 3.0
"""Zipf frequency from which one English word alone is an ordinary word."""
_TITLES = frozenset(
    "rey reina principe princesa papa emperador emperatriz duque duquesa conde condesa marques marquesa infante infanta"
    " san santa santo beato beata don sor fray cardenal sultan zar zarina lord lady sir".split()
)
"""Words before Spanish names that English does translate."""
_MOST = 8
_BATCH = 4000
_PLAIN = re.compile(r"^[\w' \-]+$")

Model = Callable[[Sequence[str]], list[list[str]]]
Glosses = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    entity: Entity
    form: str


class MistranslationBuilder:
    """Collects expected mistranslations of all entities from every road."""

    def __init__(
        self, literal: Literal, english: Mapping[str, float], surnames: Mapping[str, int], in_text: Set[str]
    ) -> None:
        """``english``: Zipf frequencies; ``surnames``: bearers by folded word; ``in_text``: names that English text
        uses, folded."""
        self._literal, self._english, self._surnames, self._in_text = literal, english, surnames, in_text
        self._demonyms = english_demonyms()

    def build(
        self, entities: Sequence[Entity], glosses: Glosses, apertium: bool, model: Model | None = None
    ) -> tuple[dict[str, tuple[Expected, ...]], list[str]]:
        """Expected mistranslations by entity id, and notes for the build report.

        ``model`` gives its best translations of each of some Spanish names.
        """
        made: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        translatable = []
        for candidate in (
            _Candidate(entity, form) for entity in entities if _wanted(entity) for form in _forms(entity)
        ):
            is_person = candidate.entity.kind == "person"
            texts = self._literal.person(candidate.form) if is_person else self._literal.phrase(candidate.form)
            made[candidate.entity.id] += [(text, candidate.form, "dictionary") for text in texts]
            if texts:
                translatable.append(candidate)
        notes = []
        if apertium and apertium_engine.available():
            for candidate, texts in zip(translatable, _ask_apertium([item.form for item in translatable])):
                made[candidate.entity.id] += [(text, candidate.form, "apertium") for text in texts]
        else:
            notes.append("Apertium (apertium-eng-spa) was not asked: fewer expected mistranslations")
        if model is None:
            notes.append("no model was asked: fewer expected mistranslations")
        else:
            bodies = [candidate for candidate in translatable if candidate.entity.kind != "person"]
            for candidate, texts in zip(bodies, model([item.form for item in bodies])):
                made[candidate.entity.id] += [(text, candidate.form, "model") for text in texts]
        for entity_id, pairs in glosses.items():
            made[entity_id] += [(text, origin, "gloss") for text, origin in pairs]
        accepted = {fold(text) for entity in entities for text in entity.accepted("en")}
        found = {e.id: self._select(e, made[e.id], accepted) for e in entities if made.get(e.id)}
        return {entity_id: items for entity_id, items in found.items() if items}, notes

    def _select(self, entity: Entity, made: Iterable[tuple[str, str, str]], accepted: set[str]) -> tuple[Expected, ...]:
        rejects = _Rejects(entity)
        collected: dict[str, Expected] = {}
        for text, origin, road in made:
            key = fold(text)
            if rejects(text, key) or (road == "model" and key not in collected and self._is_guess(origin, text)):
                continue
            known = collected.get(key)
            if known is None:
                ambiguous = key in accepted or self._is_used(entity, key) or self._is_ordinary(entity, origin, text)
                collected[key] = Expected(text, origin, (road,), ambiguous)
            elif road not in known.roads:
                collected[key] = Expected(known.text, known.origin, (*known.roads, road), known.ambiguous)
        ranked = sorted(collected.values(), key=lambda item: (-len(item.roads), item.ambiguous))
        return tuple(ranked[:_MOST])

    def _is_guess(self, origin: str, text: str) -> bool:
        """Whether only a small model could say so: a word that nothing in the Spanish accounts for, or one left out."""
        return not self._literal.accounts_for(origin, text)

    def _is_used(self, entity: Entity, key: str) -> bool:
        """Whether English text uses the form as a name. Of papers called "The World" only the context can tell."""
        return key in self._in_text and not (entity.kind == "media" and len(key.split()) <= 2)

    def _is_ordinary(self, entity: Entity, origin: str, text: str) -> bool:
        """Whether the translation reads as English of its own: a usual personal name, or one plain word."""
        words = fold(text).split()
        if entity.kind == "person":
            originals = fold(origin).split()
            changed = [word for word in words if word not in originals]
            titled = originals[0] in _TITLES or "of" in words or "the" in words
            return titled or all(self._surnames.get(word, 0) >= _SHARED_NAME for word in changed)
        content = [word for word in words if word not in FUNCTION_WORDS]
        if len(content) != 1:
            return not content
        if content[0] in self._demonyms:
            return True
        # Only the context can tell of papers called "The World" and the like.
        paper = entity.kind == "media" and words[0] == "the" and len(words) == 2
        return self._english.get(content[0], 0.0) >= _COMMON and not paper


class _Rejects:
    """Tells translations of an entity's name that are no error: accepted, nearly so, or still Spanish."""

    def __init__(self, entity: Entity) -> None:
        self._entity = entity
        self._accepted = {_bare(fold(text)) for text in (*entity.accepted("en"), *entity.accepted("es"))}
        self._english = [fold(text) for text in entity.accepted("en") if len(text) > 5]

    def __call__(self, text: str, key: str) -> bool:
        from rapidfuzz import fuzz

        if len(key) < 4 or not _PLAIN.match(text):
            return True
        if not self._accepted.isdisjoint((_bare(key), f"{_bare(key)}s")):
            return True  # one of the Grey Wolves is a Grey Wolf
        if self._entity.kind == "person" or self._entity.keep_original:
            return False
        return any(fuzz.token_set_ratio(key, other) >= _SIMILAR for other in self._english)


def _bare(key: str) -> str:
    return key.removeprefix("the ").replace(" the ", " ")


def _wanted(entity: Entity) -> bool:
    if entity.prominence < _LEAST.get(entity.kind, 0.0) or entity.subkind in _NEVER:
        return False
    if entity.kind == "person":
        return True
    # Wikidata says that English keeps a name where both languages call the thing alike.
    told = bool(_TRANSLATED_SOURCES.intersection(entity.sources)) or (
        entity.keep_original and "wikidata" in entity.sources
    )
    if entity.kind != "place" and not told:
        return False
    # Elsewhere a name that both languages share is not Spanish.
    return entity.country in HISPANIC or any(name.lang == "es" for name in entity.names)


def _forms(entity: Entity) -> list[str]:
    """Spanish forms to translate: preferred and aliases, whole names of at most seven words."""
    langs = ("es", "mul") if entity.kind == "person" or entity.country in HISPANIC else ("es",)
    forms = [
        name.text
        for name in entity.names
        if name.lang in langs and name.role in ("preferred", "alias") and _PLAIN.match(name.text)
        if len(name.text.split()) <= 7
    ]
    if entity.kind == "person":
        forms = [form for form in forms if " " in form]
    return forms[:3]


def _ask_apertium(names: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for start in range(0, len(names), _BATCH):
        found += apertium_engine.translate_names(names[start : start + _BATCH])
    return found
