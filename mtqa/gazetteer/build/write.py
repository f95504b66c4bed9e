"""Entities and tables → the sections of the gazetteer file."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from mtqa.gazetteer.build.demonyms import country_codes
from mtqa.gazetteer.build.people import surname_keys
from mtqa.gazetteer.codec import pack_rows, pack_trie, varint
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holders import ACTING
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.records import Expected, encode, split_origin
from mtqa.gazetteer.store import ACRONYM, MISTRANSLATION, NAME, SPANISH, SURNAME

_PLAIN_SURNAMES = 400
"""People a surname leads to; beyond the most prominent ones it says nothing."""
_WORD_NAMES = 2000
"""Names a word leads to in rough comparison; commoner words do not narrow anything down."""


def entity_sections(entities: Sequence[Entity], expected: Mapping[str, tuple[Expected, ...]]) -> dict[str, bytes]:
    """Sections of names, records and offices. ``entities`` come the most prominent first."""
    texts = _texts(entities, expected)
    text_data, text_trie = pack_trie(texts)

    def number(text: str) -> int:
        return text_trie[text] + 1 if text else 0

    files = _files(entities)
    records = [encode(entity, expected.get(entity.id, ()), number, files.__getitem__) for entity in entities]
    name_data, name_trie, postings = _names(entities, expected)
    return {
        "names": name_data, "postings": pack_rows(postings), "texts": text_data, "records": pack_rows(records),
        "files": "\n".join(files).encode("utf-8"),
        **_offices(entities), **_words(name_trie, postings),
    }  # fmt: skip


def _files(entities: Sequence[Entity]) -> dict[str, int]:
    """The files of all provenances and their numbers, those of most facts first: small numbers are short."""
    counts: Counter[str] = Counter()
    for entity in entities:
        for origin in (*entity.origins, *(tenure.origin for tenure in entity.tenures if entity.origins)):
            counts[split_origin(origin)[0]] += 1
    ordered = sorted(counts, key=lambda file: (-counts[file], file))
    return {file: index for index, file in enumerate(ordered)}


def meta_section(meta: Mapping[str, Any]) -> bytes:
    """The section ``meta``."""
    return json.dumps(meta, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _texts(entities: Sequence[Entity], expected: Mapping[str, tuple[Expected, ...]]) -> set[str]:
    texts: set[str] = set()
    for entity in entities:
        texts.update((entity.id, entity.subkind, entity.country, entity.family))
        texts.update(() if entity.origins else entity.sources)
        texts.update(name.text for name in entity.names)
        for tenure in entity.tenures:
            texts.update((tenure.office, tenure.country, tenure.start, tenure.end))
            texts.update(() if entity.origins else (tenure.source,))
        for item in expected.get(entity.id, ()):
            texts.update((item.text, item.origin))
    texts.discard("")
    return texts


def roads_of(entity: Entity, expected: tuple[Expected, ...]) -> dict[str, int]:
    """The fold keys that lead to an entity and by which roads."""
    keys: dict[str, int] = defaultdict(int)
    for name in entity.names:
        key = fold(name.text)
        if name.role != "derived" and (name.lang != "es" or entity.keep_original):
            keys[key] |= NAME
        if name.lang != "en" or not any(other.lang != "en" for other in entity.names):
            keys[key] |= SPANISH
        if name.role == "acronym":
            keys[key] |= ACRONYM
    if entity.kind == "person" and entity.family:
        for key in surname_keys(entity.family, entity.country):
            keys[key] |= SURNAME
    for item in expected:
        keys[fold(item.text)] |= MISTRANSLATION
    keys.pop("", None)
    return keys


def _names(entities: Sequence[Entity], expected: Mapping[str, tuple[Expected, ...]]) -> tuple[bytes, Any, list[bytes]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, entity in enumerate(entities):
        for key, roads in roads_of(entity, expected.get(entity.id, ())).items():
            if roads == SURNAME and len(found[key]) >= _PLAIN_SURNAMES:
                continue
            found[key].append((index, roads))
    data, trie = pack_trie(found)
    rows = [b""] * len(trie)
    for key, pairs in found.items():
        row, last = bytearray(), 0
        for index, roads in pairs:
            row += varint(index - last) + varint(roads)
            last = index
        rows[trie[key]] = bytes(row)
    return data, trie, rows


def _offices(entities: Sequence[Entity]) -> dict[str, bytes]:
    held: dict[str, dict[int, None]] = defaultdict(dict)
    codes = set(country_codes())
    for index, entity in enumerate(entities):
        for tenure in entity.tenures:
            title = tenure.office.removeprefix(ACTING)
            place = tenure.country if tenure.country in codes else fold(tenure.country)
            held[f"{title}|{place}"][index] = None
    data, trie = pack_trie(held)
    rows = [b""] * len(trie)
    for key, numbers in held.items():
        rows[trie[key]] = b"".join(map(varint, numbers))
    return {"offices": data, "office-holders": pack_rows(rows)}


def _words(name_trie: Any, postings: Sequence[bytes]) -> dict[str, bytes]:
    """Words of names that are a name in English or Spanish (not only a surname), and the names that hold them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number in range(len(name_trie)):
        if _roads(postings[number]) & (NAME | SPANISH):
            for word in dict.fromkeys(name_trie.restore_key(number).split()):
                if len(word) > 1:
                    found[word].append(number)
    data, trie = pack_trie(found)
    endings, _ = pack_trie(word[::-1] for word in found)
    rows = [b""] * len(trie)
    for word, numbers in found.items():
        row, last = bytearray(), 0
        for value in sorted(numbers)[:_WORD_NAMES] if len(numbers) <= _WORD_NAMES else []:
            row += varint(value - last)
            last = value
        rows[trie[word]] = bytes(row)
    return {"name-words": data, "name-endings": endings, "word-names": pack_rows(rows)}


def _roads(row: bytes) -> int:
    from mtqa.gazetteer.codec import read_varints

    roads = 0
    for mask in read_varints(row)[1::2]:
        roads |= mask
    return roads
