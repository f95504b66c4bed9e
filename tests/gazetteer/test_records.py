"""Entities as bytes."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.model import KINDS, LANGUAGES, ROLES, Entity, Name, Tenure
from mtqa.gazetteer.records import ROADS, Expected, encode
from mtqa.gazetteer.stored import Record, StoredEntity

TEXT = st.text(max_size=12)
NAMES = st.builds(Name, TEXT, st.sampled_from(LANGUAGES), st.sampled_from(ROLES))
TENURES = st.builds(Tenure, TEXT, TEXT, TEXT, TEXT, TEXT)
IDS = st.one_of(st.integers(1, 2**40).map("Q{}".format), st.text(min_size=1, max_size=8).map("mtqa:{}".format))
ENTITIES = st.builds(
    Entity,
    IDS,
    st.sampled_from(KINDS),
    TEXT,
    TEXT,
    st.lists(NAMES, max_size=4).map(tuple),
    st.lists(TENURES, max_size=3).map(tuple),
    st.integers(0, 255).map(lambda byte: byte / 255),
    st.booleans(),
    st.lists(TEXT, max_size=3).map(tuple),
    TEXT,
)
ORDERED_ROADS = st.sets(st.sampled_from(ROADS)).map(lambda roads: tuple(sorted(roads, key=ROADS.index)))
EXPECTED = st.lists(st.builds(Expected, TEXT, TEXT, ORDERED_ROADS, st.booleans()), max_size=3).map(tuple)


class Texts:
    """Texts and their numbers, as the file's trie of texts keeps them."""

    def __init__(self) -> None:
        self.texts = [""]

    def number(self, text: str) -> int:
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text)

    def stored(self, entity: Entity, expected: tuple[Expected, ...] = ()) -> StoredEntity:
        return Record(encode(entity, expected, self.number), self.texts.__getitem__).entity()


@given(ENTITIES, EXPECTED)
def test_a_record_comes_back(entity: Entity, expected: tuple[Expected, ...]) -> None:
    stored = Texts().stored(entity, expected)
    assert stored == entity and entity == stored and hash(stored) == hash(entity)
    assert stored.expected == expected


@given(ENTITIES, st.data())
def test_the_tables_of_each_name_come_back(entity: Entity, data: st.DataObject) -> None:
    entity = replace(entity, sources=tuple(dict.fromkeys(entity.sources)))
    pick = st.sets(st.sampled_from(entity.sources)) if entity.sources else st.just(set())
    chosen = [data.draw(pick) for _ in entity.names]
    names = tuple(
        replace(name, sources=tuple(source for source in entity.sources if source in tables))
        for name, tables in zip(entity.names, chosen)
    )
    found = Texts().stored(replace(entity, names=names))
    assert [name.sources for name in found.names] == [name.sources for name in names]


@given(ENTITIES, TEXT)
def test_what_it_is_called_is_told_without_reading_its_names(entity: Entity, other: str) -> None:
    texts = Texts()
    stored = texts.stored(entity)
    for text in (*(name.text for name in entity.names), entity.family, entity.country, other):
        assert stored.is_text(texts.number(text)) == stored.is_called(text) == entity.is_called(text)


@given(ENTITIES, st.integers(0, 4))
def test_names_are_read_as_far_as_somebody_goes(entity: Entity, count: int) -> None:
    stored = Texts().stored(entity)
    assert [name for name, _ in zip(stored.forms(), range(count))] == list(entity.names[:count])
    assert list(stored.forms()) == list(entity.names) and stored.names == entity.names


def test_a_stored_entity_is_an_entity_to_other_code() -> None:
    entity = Entity("Q7", "person", "", "PL", (Name("Ewa Zając", "mul", "preferred"),), family="Zając")
    stored = Texts().stored(entity)
    changed = replace(stored, country="FR")
    assert changed == replace(entity, country="FR") and changed != entity and stored != "Q7"
    assert list(changed.forms()) == list(entity.names) and changed.is_called("Ewa Zając")
    assert pickle.loads(pickle.dumps(stored)) == entity
    assert stored.names[0] == Name("Ewa Zając", "mul", "preferred")
    with pytest.raises(AttributeError, match="no 'colour'"):
        stored.colour  # noqa: B018
    with pytest.raises(AttributeError, match="no 'colour'"):
        stored.names[0].colour  # type: ignore[attr-defined]  # noqa: B018
