"""Entities as bytes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.model import KINDS, LANGUAGES, ROLES, Entity, Name, Tenure
from mtqa.gazetteer.records import ROADS, Expected, decode, encode

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


@given(ENTITIES, EXPECTED)
def test_a_record_comes_back(entity: Entity, expected: tuple[Expected, ...]) -> None:
    texts: list[str] = [""]

    def number(text: str) -> int:
        if text not in texts:
            texts.append(text)
        return texts.index(text)

    data = encode(entity, expected, number)
    assert decode(data, texts.__getitem__) == (entity, expected)


@given(ENTITIES, st.data())
def test_the_tables_of_each_name_come_back(entity: Entity, data: st.DataObject) -> None:
    entity = replace(entity, sources=tuple(dict.fromkeys(entity.sources)))
    pick = st.sets(st.sampled_from(entity.sources)) if entity.sources else st.just(set())
    chosen = [data.draw(pick) for _ in entity.names]
    names = tuple(
        replace(name, sources=tuple(source for source in entity.sources if source in tables))
        for name, tables in zip(entity.names, chosen)
    )
    texts: list[str] = [""]

    def number(text: str) -> int:
        if text not in texts:
            texts.append(text)
        return texts.index(text)

    found = decode(encode(replace(entity, names=names), (), number), texts.__getitem__)[0]
    assert [name.sources for name in found.names] == [name.sources for name in names]
