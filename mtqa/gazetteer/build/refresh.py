"""A gazetteer renewed from a dump alone: what it holds stays, and the dump's records join it.

A newsroom has the gazetteer that mtqa carries and a dump, and none of the tables. Word facts and dictionaries are taken
over as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mtqa.atomic import write_file
from mtqa.gazetteer.build.entities import build_entity
from mtqa.gazetteer.build.heads import head_sections
from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.build.merge import Cluster, merge
from mtqa.gazetteer.build.mistranslation import MistranslationBuilder
from mtqa.gazetteer.build.people import NameLexicon
from mtqa.gazetteer.build.pipeline import WORD, BuildReport, accepted_names, unique, with_derived
from mtqa.gazetteer.build.reading import Progress
from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.build.skeletons import skeleton_sections
from mtqa.gazetteer.build.terms import Settled, settle
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.dates import FAR_PAST
from mtqa.gazetteer.holders import AT_ONCE
from mtqa.gazetteer.model import Entity, Name
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.store import Gazetteer

KEPT = "the gazetteer before"
"""The name of the old gazetteer in the report."""
_TAKEN_OVER = ("territories", "words", "word-facts", "dictionary-texts", "glosses", "senses")
_Value = TypeVar("_Value")


class _Asked(Mapping[str, _Value]):
    """A mapping that asks a function; it has no end, so it cannot be gone through."""

    def __init__(self, ask: Callable[[str], _Value]) -> None:
        self._ask = ask

    def __getitem__(self, key: str) -> _Value:
        return self._ask(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def refresh(
    base: Gazetteer, records: Sequence[Record], output: Path, apertium: bool, progress: Progress
) -> BuildReport:
    """Write ``base`` with ``records`` joined to it to ``output``; the same input gives the same bytes.

    Of an entity that both have, the preferred names and whether English keeps the original are those of ``base``;
    further names and offices are added. Entities that only the records have get expected mistranslations by the
    dictionaries of ``base``, and by Apertium where it is there.
    """
    held = list(base.records())
    of_record = {}
    settled = []
    for entity, expected in held:
        record = _as_record(entity)
        of_record[id(record)] = entity, expected
        settled.append(record)
    clusters, merged = merge(records, settled)
    report = BuildReport(merged)
    progress(f"{len(settled)} entities and {len(records)} records → {len(clusters)} entities")
    lexicon = _lexicon(base)
    known: list[Entity] = []
    new: list[Entity] = []
    expected_of: dict[str, tuple[Expected, ...]] = {}
    for cluster in clusters:
        first = of_record.get(id(cluster.records[0]))
        if first is None:
            new.append(build_entity(cluster, lexicon))
            continue
        entity = _joined(first[0], cluster)
        known.append(entity)
        if first[1]:
            accepted = set(entity.accepted("en"))
            expected_of[entity.id] = tuple(item for item in first[1] if item.text not in accepted)
    new = with_derived(new, accepted_names([*known, *new]), lambda word: _is_word(base, word))
    entities, report.settled = _settled([*known, *new], records[0].source if records else "")
    entities = sorted(unique(entities), key=lambda entity: (-entity.prominence, entity.id))
    progress("expected mistranslations")
    literal = Literal(_Asked(lambda word: dict(base.words.entry("senses", word))), _zipf(base), lexicon.given)
    builder = MistranslationBuilder(literal, _zipf(base), lexicon.surnames, frozenset())
    fresh = {entity.id for entity in new}
    found, notes = builder.build([entity for entity in entities if entity.id in fresh], {}, apertium)
    expected_of.update(found)
    report.notes += notes
    report.kinds = Counter(entity.kind for entity in entities)
    progress("writing")
    sources = Counter(source for entity in entities for source in entity.sources)
    meta = {
        "entities": len(entities), "kinds": dict(report.kinds), "sources": dict(sources), "notes": report.notes,
        "expected": sum(map(len, expected_of.values())), "from": base.signature,
    }  # fmt: skip
    data = pack(
        {
            "meta": meta_section(meta),
            **entity_sections(entities, expected_of),
            **skeleton_sections(entities),
            **head_sections(entities),
            **{name: base.section(name) for name in _TAKEN_OVER},
        }
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    write_file(str(output), data)
    report.size = len(data)
    return report


def _settled(entities: list[Entity], dump: str) -> tuple[list[Entity], list[Settled]]:
    """Tenures that stand beside those of the dump, whose holders of today end the open ends of older tables."""
    tables = dict.fromkeys(tenure.source for entity in entities for tenure in entity.tenures if tenure.source != dump)
    trust = {table: rank for rank, table in enumerate((*tables, dump))}
    return settle(entities, trust, dict.fromkeys(tables, FAR_PAST.isoformat()[:7]), AT_ONCE)


def _as_record(entity: Entity) -> Record:
    item = entity.id if entity.id[1:].isdigit() and entity.id.startswith("Q") else ""
    return Record(
        KEPT, entity.kind, list(entity.names), entity.subkind, entity.country, item, list(entity.tenures),
        entity.keep_original, entity.prominence, entity.family,
    )  # fmt: skip


def _joined(entity: Entity, cluster: Cluster) -> Entity:
    """An entity with what the further records of its cluster know besides."""
    further = cluster.records[1:]
    if not further:
        return entity
    names = list(entity.names)
    at = {(name.text, lang): index for index, name in enumerate(names) for lang in name.languages}
    for record in further:
        for name in record.names:
            role = "alias" if name.role == "preferred" else name.role
            for lang in name.languages:
                index = at.setdefault((name.text, lang), len(names))
                if index == len(names):
                    names.append(Name(name.text, lang, role))
                # A file from before format 3 tells tables, not rows.
                origin = record.origin if entity.origins else record.source
                names[index] = replace(names[index], sources=tuple(dict.fromkeys((*names[index].sources, origin))))
    tenures = dict.fromkeys((*entity.tenures, *(tenure for record in further for tenure in record.tenures)))
    held = {(t.office, t.country, t.start, t.end) for t in entity.tenures}
    kept = [t for t in tenures if t in entity.tenures or (t.office, t.country, t.start, t.end) not in held]
    return replace(
        entity,
        id=cluster.qid or entity.id,
        country=entity.country or next((record.country for record in further if record.country), ""),
        names=tuple(names),
        tenures=tuple(sorted(kept, key=lambda t: (t.start, t.office, t.end, t.source))),
        prominence=max(entity.prominence, *(record.weight for record in further)),
        sources=tuple(dict.fromkeys((*entity.sources, *(record.source for record in further)))),
        origins=tuple(dict.fromkeys((*entity.origins, *(r.origin for r in further)))) if entity.origins else (),
    )


def _is_word(base: Gazetteer, word: str) -> bool:
    facts = base.word(word)
    return facts.lemma_es or facts.english >= WORD


def _zipf(base: Gazetteer) -> Mapping[str, float]:
    return _Asked(lambda word: base.word(word).english)


def _lexicon(base: Gazetteer) -> NameLexicon:
    return NameLexicon(_Asked(lambda word: base.word(word).given), _Asked(lambda word: base.word(word).surname))
