"""Joining records of several sources."""

from __future__ import annotations

from mtqa.gazetteer.build.merge import merge
from mtqa.gazetteer.build.record import Record, paired, shared
from mtqa.gazetteer.model import Tenure


def person(name: str, **fields: object) -> Record:
    return Record("test", "person", shared(name), **fields)  # type: ignore[arg-type]


def sizes(*records: Record) -> list[int]:
    return [len(cluster.records) for cluster in merge(records)[0]]


def test_the_same_item_is_one_whatever_the_name() -> None:
    assert sizes(person("Ann Li", qid="Q1"), person("Anna Lee", qid="Q1")) == [2]


def test_different_items_stay_apart_in_spite_of_the_name() -> None:
    assert sizes(person("Ann Li", qid="Q1", country="CN"), person("Ann Li", qid="Q2", country="CN")) == [1, 1]


def test_name_and_country() -> None:
    assert sizes(person("Ana Díaz", country="ES"), person("Ana Diaz", country="ES")) == [2]
    assert sizes(person("Ana Díaz", country="ES"), person("Ana Diaz", country="MX")) == [1, 1]
    assert sizes(person("Ana Díaz", country="ES"), person("Ana Diaz")) == [2]


def test_a_name_that_several_have_is_no_ground() -> None:
    assert sizes(person("Ana Díaz", country="ES"), person("Ana Díaz", country="MX"), person("Ana Díaz")) == [1, 1, 1]


def test_a_disambiguated_title_is_no_ground() -> None:
    assert sizes(person("Ana Díaz", country="ES"), person("Ana Díaz", distinct=True)) == [1, 1]


def test_another_romanisation_with_the_same_term_is_the_same_person() -> None:
    one = person("Mohamed bin Sayed", country="AE", tenures=[Tenure("president", "AE", "2022-05", "", "a")])
    other = person("Muhammad bin Sayid", country="AE", tenures=[Tenure("president", "AE", "2022-05-14", "", "b")])
    later = person("Muhammad bin Sayid", tenures=[Tenure("president", "AE", "2026-01", "", "b")])
    assert sizes(one, other) == [2]
    assert len(merge([one, later])[0]) == 2


def test_american_and_british_spelling_meet() -> None:
    one = Record("test", "organisation", paired("World Labor Organization", "Organización Mundial del Trabajo"))
    other = Record("test", "organisation", shared("World Labour Organisation"))
    clusters, report = merge([one, other])
    assert len(clusters) == 1 and report.merged["test", "name"] == 1
