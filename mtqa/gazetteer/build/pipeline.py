"""The whole build: sources → records → entities → expected mistranslations → one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.gazetteer.build import dictionaries, lexicon
from mtqa.gazetteer.build.demonyms import territories_json
from mtqa.gazetteer.build.english_text import capitalised_runs
from mtqa.gazetteer.build.entities import build_entity, valid
from mtqa.gazetteer.build.gloss import without_glosses
from mtqa.gazetteer.build.heads import head_sections
from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.build.merge import MergeReport, merge
from mtqa.gazetteer.build.mistranslation import MistranslationBuilder, Model
from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.build.skeletons import skeleton_sections
from mtqa.gazetteer.build.sources import modules
from mtqa.gazetteer.build.spelling import spanish_spellings
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity, Name

_LEAST_DERIVED = 0.3
"""Prominence from which Spanish spellings of foreign names are derived."""

_BEFORE = "every_politician"
"""The source before which the records of a dump come in the order of trust."""

Progress = Callable[[str], None]


@dataclass
class BuildReport:
    """What a build did, for people."""

    merge: MergeReport
    kinds: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Facts that were left out, by source and reason."""
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
) -> BuildReport:
    """Write the gazetteer made of the tables under ``sources`` to ``output``; the same input gives the same bytes.

    ``model`` translates Spanish names, for what it may make of them. ``wikidata`` are the records of a dump, trusted as
    the tables keyed by Wikidata's items are.

    Raises :class:`MtqaError` when ``sources`` holds no table at all.
    """
    refused: Counter[tuple[str, str]] = Counter()
    records, missing = _read(sources, progress, wikidata, refused)
    if not records:
        raise MtqaError(f"{sources}: no table of facts there: give the folder that holds curated_orgs, …")
    clusters, merged = merge(records)
    report = BuildReport(merged, missing=missing, refused=refused)
    progress(f"{len(records)} records → {len(clusters)} entities")
    register = lexicon.spanish_register(sources)
    entities = [build_entity(cluster, register) for cluster in clusters]
    entities = unique(with_derived(entities, accepted_names(entities)))
    entities.sort(key=lambda entity: (-entity.prominence, entity.id))
    lemmas = lexicon.spanish_lemmas(sources)
    frequencies = {lang: lexicon.frequency_table(lang) for lang in ("en", "es")}
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
            **sections,
        }
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    write_file(str(output), data)
    report.size = len(data)
    return report


def _read(
    sources: Path, progress: Progress, wikidata: Sequence[Record], refused: Counter[tuple[str, str]]
) -> tuple[list[Record], list[str]]:
    records: list[Record] = []
    missing: list[str] = []
    for module in modules():
        if module.__name__.endswith(f".{_BEFORE}"):
            records += wikidata
        folder = sources / module.SOURCE
        if not folder.is_dir() and module.SOURCE != "cldr":
            missing.append(module.SOURCE)
            continue
        found = []
        for record in module.records(folder):
            refused.update((record.source, reason) for reason in refusals(record))
            if record.names and record.names[0].text:
                found.append(record)
        progress(f"{module.__name__.rpartition('.')[2]}: {len(found)}")
        records += found
    return (records, missing) if any(record.source != "cldr" for record in records) else ([], missing)


def refusals(record: Record) -> Iterator[str]:
    """Why facts of a record are left out, once for each."""
    if not record.names or not record.names[0].text:
        yield "a row without a name in Latin letters"
    for tenure in record.tenures:
        if not valid(tenure):
            yield "an office that ends before it begins, or without proper dates"


def accepted_names(entities: Iterable[Entity]) -> set[str]:
    """Every name that English calls something, folded."""
    return {fold(text) for entity in entities for text in entity.accepted("en")}


def with_derived(entities: Iterable[Entity], accepted: set[str]) -> list[Entity]:
    """Entities with Spanish spellings made by rule, none of which is an accepted English form of anything."""
    found = []
    for entity in entities:
        if entity.kind == "person" and entity.prominence >= _LEAST_DERIVED and entity.country:
            known = {fold(name.text) for name in entity.names}
            forms = spanish_spellings(entity.english, entity.country)
            derived = [form for form in forms if fold(form) not in known and fold(form) not in accepted]
            names = (*entity.names, *(Name(form, "es", "derived") for form in derived))
            entity = replace(entity, names=names)
        found.append(entity)
    return found


def unique(entities: list[Entity]) -> list[Entity]:
    """Entities with distinct ids: made ids that clash (the same name twice in one table) get a counter."""
    seen: Counter[str] = Counter()
    found = []
    for entity in entities:
        seen[entity.id] += 1
        number = seen[entity.id]
        found.append(entity if number == 1 else replace(entity, id=f"{entity.id}-{number}"))
    return found
