"""Who held an office of one person, where tables disagree."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.gazetteer.build.terms import CUT, DROPPED, settle
from mtqa.gazetteer.holders import AT_ONCE, is_single
from mtqa.gazetteer.model import Entity, Name, Tenure

TRUST = {"best": 0, "good": 1, "poor": 2}
UNTIL = {"good": "2015-01", "poor": "2019-06"}


def person(name: str, *tenures: tuple[str, str, str], office: str = "president", country: str = "PL") -> Entity:
    held = tuple(Tenure(office, country, start, end, source) for start, end, source in tenures)
    return Entity(f"mtqa:{name}", "person", "", country, (Name(name, "mul", "preferred"),), held)


def terms(*people: Entity) -> list[list[tuple[str, str]]]:
    return [[(t.start, t.end) for t in entity.tenures] for entity in settle(people, TRUST, UNTIL, AT_ONCE)[0]]


def reasons(*people: Entity) -> Sequence[str]:
    return [item.reason for item in settle(people, TRUST, UNTIL, AT_ONCE)[1]]


def test_an_open_end_is_closed_by_the_next_holder_of_the_same_table() -> None:
    assert terms(person("A", ("2001", "", "poor")), person("B", ("2011-05", "", "poor"))) == [
        [("2001", "2011-05")],
        [("2011-05", "")],
    ]


def test_an_open_end_of_an_older_table_is_closed() -> None:
    assert terms(person("A", ("2001", "", "good")), person("B", ("2016-05-03", "2021", "best")))[0] == [
        ("2001", "2016-05-03")
    ]


def test_the_same_person_ends_where_a_more_trusted_table_says() -> None:
    person_a = person("A", ("2001", "2005-03", "best"), ("2001-02-07", "", "poor"))
    assert terms(person_a) == [[("2001", "2005-03"), ("2001-02-07", "2005-03")]]


def test_a_short_stand_in_ends_nothing() -> None:
    people = person("A", ("2001", "", "best")), person("B", ("2004-02-01", "2004-03-01", "best"))
    assert terms(*people)[0] == [("2001", "")]


def test_a_less_trusted_table_gives_way() -> None:
    trusted, other = person("A", ("2001-01", "2005-01", "best")), person("B", ("2002-01", "2004-01", "poor"))
    assert terms(trusted, other) == [[("2001-01", "2005-01")], []]
    assert reasons(trusted, other) == [DROPPED]
    longer = person("B", ("2003-06", "2010-01", "poor"))
    assert terms(longer, trusted) == [[("2005-01", "2010-01")], [("2001-01", "2005-01")]]
    assert reasons(longer, trusted) == [CUT]


def test_within_the_tolerance_both_stand() -> None:
    people = person("A", ("2001-01", "2005-02", "best")), person("B", ("2005-01-20", "2009", "poor"))
    assert terms(*people) == [[("2001-01", "2005-02")], [("2005-01-20", "2009")]] and reasons(*people) == []


def test_what_is_known_of_one_day_yields_to_dates() -> None:
    known, snapshot = person("A", ("2018", "2021", "poor")), person("B", ("2019-06", "2019-06", "best"))
    assert terms(known, snapshot) == [[("2018", "2021")], []]
    assert terms(snapshot) == [[("2019-06", "2019-06")]]
    year = person("B", ("2019", "2019", "best"))
    assert terms(known, year) == [[("2018", "2021")], [("2019", "2019")]], "a year with two holders may have had both"


def test_offices_of_several_are_left_alone() -> None:
    people = [person(name, ("2001", "", "best"), office="deputy prime minister") for name in "AB"]
    assert reasons(*people) == []
    assert reasons(*(person(name, ("2001", "", "best"), country="BA") for name in "AB")) == []


def test_which_offices_one_person_holds() -> None:
    assert is_single("president", "FR") and is_single("secretary general", "UN")
    assert not is_single("secretary general", "FR") and not is_single("president", "BA")
    assert not is_single("judge", "FR")
