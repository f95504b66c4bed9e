"""The whole build: sources → records → entities → expected mistranslations → one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.gazetteer.build import dictionaries, lexicon
from mtqa.gazetteer.build.demonyms import territories_json
from mtqa.gazetteer.build.english_text import capitalised_runs
from mtqa.gazetteer.build.entities import build_entity
from mtqa.gazetteer.build.gloss import without_glosses
from mtqa.gazetteer.build.heads import head_sections
from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.build.merge import MergeReport, merge
from mtqa.gazetteer.build.mistranslation import MistranslationBuilder, Model
from mtqa.gazetteer.build.reading import Progress, is_empty, read
from mtqa.gazetteer.build.record import Record, Refused
from mtqa.gazetteer.build.skeletons import skeleton_sections
from mtqa.gazetteer.build.spelling import spanish_spellings
from mtqa.gazetteer.build.spellings import spelling_sections
from mtqa.gazetteer.build.terms import Settled, settle
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.checking import is_common_word
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holders import AT_ONCE
from mtqa.gazetteer.model import Entity, Name

_LEAST_DERIVED = 0.3
"""Prominence from which Spanish spellings of foreign names are derived."""
WORD = 3.2
"""Zipf frequency from which a derived spelling is an English word rather than a name."""


@dataclass
class BuildReport:
    """What a build did, for people."""

    merge: MergeReport
    kinds: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    """Rows and facts that were left out."""
    settled: list[Settled] = field(default_factory=list)
    """Tenures that gave way to another table's."""
    rows: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    size: int = 0


def build(
    sources: Path,
    output: Path,
    dictionary_folder: Path | None,
    apertium: bool,
    progress: Progress,
    model: Model | None = None,
    wikidata: Sequence[Record] = (),
    without: Collection[str] = (),
    listed: bool = False,
) -> BuildReport:
    """Write the gazetteer made of the tables under ``sources`` to ``output``; the same input gives the same bytes.

    ``model`` translates Spanish names, for what it may make of them. ``wikidata`` are the records of a dump, trusted as
    the tables keyed by Wikidata's items are. Tables named in ``without`` are held out. The report names every merge
    when it is to be ``listed``.

    Raises :class:`MtqaError` when ``sources`` holds no table at all.
    """
    frequencies = {lang: lexicon.frequency_table(lang) for lang in ("en", "es")}
    reading = read(sources, dictionary_folder, progress, wikidata, without, frequencies["en"])
    if is_empty(reading):
        raise MtqaError(f"{sources}: no table of facts there: give the folder that holds curated_orgs, …")
    clusters, merged = merge(reading.records, listed=listed)
    report = BuildReport(merged, missing=reading.missing, refused=reading.refused, rows=reading.rows)
    progress(f"{len(reading.records)} records → {len(clusters)} entities")
    register = lexicon.spanish_register(sources)
    entities = [build_entity(cluster, register) for cluster in clusters]
    entities, report.settled = settle(entities, reading.trust, reading.until, AT_ONCE)
    entities, unfit = without_common_words(entities, frequencies["en"])
    report.refused += unfit
    lemmas = lexicon.spanish_lemmas(sources)
    words = lemmas | {word for word, zipf in frequencies["en"].items() if zipf >= WORD}
    entities = unique(with_derived(entities, accepted_names(entities), words.__contains__))
    entities.sort(key=lambda entity: (-entity.prominence, entity.id))
    progress("word facts and dictionaries")
    given, surnames = lexicon.bearers(sources, entities, register, frequencies["en"])
    sections = {"territories": territories_json(), **lexicon.word_sections(frequencies, given, surnames, lemmas)}
    glosses, senses = dictionaries.translations(dictionary_folder or Path(), frequencies["en"], frequencies["es"])
    if not senses:
        report.notes.append("no dictionaries: expected mistranslations come from Apertium alone")
    sections.update(dictionaries.dictionary_sections(glosses, senses))
    progress("expected mistranslations")
    literal = Literal(senses, frequencies["en"], given)
    glosses_of: dict[str, list[tuple[str, str]]] = {}
    for index, entity in enumerate(entities):
        entities[index], found = without_glosses(entity, literal)
        if found:
            glosses_of[entity.id] = found
    in_text = capitalised_runs(dictionary_folder) if dictionary_folder else set()
    builder = MistranslationBuilder(literal, frequencies["en"], surnames, in_text)
    expected, notes = builder.build(entities, glosses_of, apertium, model)
    report.notes += notes
    report.kinds = Counter(entity.kind for entity in entities)
    progress("writing")
    meta = {
        "entities": len(entities), "kinds": dict(report.kinds), "sources": dict(merged.read), "notes": report.notes,
        "expected": sum(map(len, expected.values())),
        "roads": dict(Counter(road for items in expected.values() for item in items for road in item.roads)),
    }  # fmt: skip
    data = pack(
        {
            "meta": meta_section(meta),
            **entity_sections(entities, expected),
            **skeleton_sections(entities),
            **head_sections(entities),
            **spelling_sections(),
            **sections,
        }
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    write_file(str(output), data)
    report.size = len(data)
    return report


def accepted_names(entities: Iterable[Entity]) -> set[str]:
    """Every name that English calls something, folded."""
    return {fold(text) for entity in entities for text in entity.accepted("en")}


def with_derived(entities: Iterable[Entity], accepted: set[str], is_word: Callable[[str], bool]) -> list[Entity]:
    """Entities with Spanish spellings made by rule, none of which is an accepted English form of anything.

    A spelling that turns part of a name into a common word of either language (``is_word``) is left out.
    """
    found = []
    for entity in entities:
        if entity.kind == "person" and entity.prominence >= _LEAST_DERIVED and entity.country:
            known = {fold(name.text) for name in entity.names}
            own = set(fold(entity.english).split())
            derived = [
                form
                for form in spanish_spellings(entity.english, entity.country)
                if fold(form) not in known and fold(form) not in accepted
                if not any(is_word(word) for word in fold(form).split() if word not in own)
            ]
            names = (*entity.names, *(Name(form, "es", "derived") for form in derived))
            entity = replace(entity, names=names)
        found.append(entity)
    return found


def without_common_words(
    entities: Iterable[Entity], english: Mapping[str, float]
) -> tuple[list[Entity], list[Refused]]:
    """Entities without names that no lint of the gazetteer lets pass: people called by one common English word."""
    found, refused = [], []
    for entity in entities:
        names = tuple(
            name
            for name in entity.names
            if entity.kind != "person"
            or name.lang == "es"
            or not is_common_word(name.text, english.get(name.text.lower(), 0.0))
        )
        if len(names) < len(entity.names):
            reason = "a person's name that is one common English word"
            refused.append(Refused(entity.sources[0], entity.origins[0].partition("/")[2], reason))
            entity = replace(entity, names=names)
        if names:
            found.append(entity)
    return found, refused


def unique(entities: list[Entity]) -> list[Entity]:
    """Entities with distinct ids: made ids that clash (the same name twice in one table) get a counter."""
    seen: Counter[str] = Counter()
    found = []
    for entity in entities:
        seen[entity.id] += 1
        number = seen[entity.id]
        found.append(entity if number == 1 else replace(entity, id=f"{entity.id}-{number}"))
    return found
