"""Entries of a house table as entities: on their own, or laid over what the gazetteer knows of the same thing."""

from __future__ import annotations

from dataclasses import replace

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.house.entry import SOURCE, HouseEntry
from mtqa.gazetteer.model import Entity, Name, WordFacts
from mtqa.gazetteer.store import Gazetteer

PROMINENCE = 0.8
"""Prominence of what a house lists, where the gazetteer has it lower: its copy speaks of it."""
_TERM = "term"
_BODIES = ("organisation", "media", "party")


def counterpart(entry: HouseEntry, base: Gazetteer) -> Entity | None:
    """The entity of the gazetteer that an entry speaks of: the most prominent of its kind and country with its name.

    Forms in use are asked before forbidden ones, those before Spanish ones; an item in the column ``id`` decides.
    """
    roads = [(base.folded, entry.approved), (base.folded, entry.forbidden), (base.spanish, entry.spanish)]
    for road, forms in roads:
        found = [match.entity for form in forms for match in road(form) if _fits(entry, match.entity)]
        if found:
            return max(found, key=lambda entity: entity.prominence)
    return None


def _fits(entry: HouseEntry, entity: Entity) -> bool:
    if entry.item:
        return entity.id == entry.item
    same_kind = entry.kind in ("", entity.kind) or (entry.kind in _BODIES and entity.kind in _BODIES)
    places = {entity.country, *(tenure.country for tenure in entity.tenures)} - {""}
    return same_kind and (not entry.country or not places or entry.country in places)


def entity_of(entry: HouseEntry, known: Entity | None, base: Gazetteer) -> Entity:
    """The entity that an entry describes, laid over its counterpart in the gazetteer."""
    kind = entry.kind or (known.kind if known else _TERM)
    names = entry.names
    if known is not None:
        names = _laid_over(entry, known)
    family = entry.family
    if kind == "person" and not family:
        family = _family(entry.english, entry.country or (known.country if known else ""), base)
    if known is None:
        return Entity(
            entry.item or f"{SOURCE}:{fold(entry.english)}", kind, "", entry.country, names, entry.tenures,
            PROMINENCE, False, (SOURCE,), family,
        )  # fmt: skip
    return replace(
        known,
        kind=kind,
        country=entry.country or known.country,
        names=names,
        tenures=tuple(dict.fromkeys((*entry.tenures, *known.tenures))),
        prominence=max(known.prominence, PROMINENCE),
        keep_original=False,
        sources=(SOURCE, *known.sources),
        family=family or known.family,
    )


def _laid_over(entry: HouseEntry, known: Entity) -> tuple[Name, ...]:
    """The entry's names, then the gazetteer's that the house neither has nor forbids.

    A form that holds a forbidden one ("Philip VI of Spain") goes with it; in Spanish it stays, as Spanish copy has it.
    """
    own = [replace(name, sources=(SOURCE,)) for name in entry.names]
    spanish = entry.spanish or tuple(text for text in (known.spanish,) if text not in entry.approved)
    if not entry.spanish and spanish:
        own[0] = Name(entry.english, "en", "preferred", (SOURCE,))
        own.append(Name(spanish[0], "es", "preferred", known.names[0].sources))
    seen = {(name.text, lang) for name in own for lang in name.languages}
    barred = [f" {fold(form)} " for form in entry.forbidden]
    for name in known.names:
        role = "alias" if name.role == "preferred" else name.role
        for lang in name.languages:
            kept = known.keep_original and lang == "es"
            for target in ("en", "es") if kept else (lang,):
                held = any(form in f" {fold(name.text)} " for form in barred) and name.text not in entry.approved
                if (name.text, target) not in seen and not (target == "en" and held):
                    seen.add((name.text, target))
                    own.append(Name(name.text, target, role, name.sources))
    return tuple(own)


def _family(name: str, country: str, base: Gazetteer) -> str:
    from mtqa.gazetteer.build.people import NameLexicon, family_name

    facts: dict[str, WordFacts] = {fold(word): base.word(word) for word in name.split()}
    lexicon = NameLexicon(
        {word: fact.given for word, fact in facts.items()}, {word: fact.surname for word, fact in facts.items()}
    )
    return family_name(name, country, lexicon)


def municipality(place: str) -> Entity:
    """A body with offices that the gazetteer does not hold: the town that a house mayor governs."""
    name = (Name(place, "mul", "preferred"),)
    return Entity(f"{SOURCE}:body:{fold(place)}", "organisation", "municipality", "", name, (), 0.5, False, (SOURCE,))
