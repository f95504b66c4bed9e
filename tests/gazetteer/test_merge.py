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


def test_the_item_that_held_the_office_then_is_meant_whichever_comes_first() -> None:
    held = {"country": "PL", "tenures": [Tenure("president", "PL", "2001", "2005", "a")]}
    namesake = person("Ewa Lis", qid="Q1", country="PL", tenures=[Tenure("judge", "PL", "2001", "2005", "a")])
    president = person("Ewa Lis", qid="Q2", country="PL", tenures=[Tenure("president", "PL", "2001-05", "2005", "a")])
    clusters, _ = merge([person("Ewa Lis", **held), namesake, president])
    assert [(cluster.qid, len(cluster.records)) for cluster in clusters] == [("Q2", 2), ("Q1", 1)]


def test_a_namesake_of_another_time_is_apart() -> None:
    old = person("Ewa Lis", country="PL", tenures=[Tenure("judge", "PL", "1935", "1939", "a")])
    new = person("Ewa Lis", country="PL", tenures=[Tenure("judge", "PL", "2015", "2019", "a")])
    clusters, report = merge([old, new], listed=True)
    assert len(clusters) == 2 and report.apart["test", "a namesake of another time"] == 1
    (decision,) = report.decisions
    assert (decision.name, decision.joined, decision.other) == ("Ewa Lis", False, "test")


def test_what_is_known_of_one_month_joins_the_holder_of_then() -> None:
    dated = person("Gregory Lake", tenures=[Tenure("minister of health", "AU", "2017-01", "2021-12", "a")])
    snapshot = person("Greg LAKE", tenures=[Tenure("minister of health", "AU", "2019-06", "2019-06", "b")])
    assert sizes(dated, snapshot) == [2]


def test_international_bodies_of_one_name_are_one() -> None:
    bodies = [Record("test", "organisation", shared("World Court of the Sea")) for _ in range(3)]
    assert sizes(*bodies) == [3]


def test_a_football_club_is_not_the_school_that_it_is_called_after() -> None:
    school = Record("test", "organisation", shared("Colegio del Puerto"), "university", "CL")
    club = Record("test", "organisation", shared("Colegio del Puerto"), "football_club", "CL")
    clusters, report = merge([club, school])
    assert [len(cluster.records) for cluster in clusters] == [1, 1]
    assert report.apart["test", "a club and a body of its name"] == 1
    other = Record("test", "organisation", shared("Colegio del Puerto"), "football club", "CL")
    assert len(merge([club, other])[0]) == 1
