"""Look-ups under a house table: the house's entities by every road, its forms on the gazetteer's entities."""

from __future__ import annotations

from datetime import date

import pytest

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.house.layer import HouseGazetteer

from .conftest import Housed

DAY = date(2020, 5, 4)


@pytest.mark.parametrize(
    ("road", "text", "english"),
    [
        ("exact", "Berta Olmo", "Berta Olmo"),
        ("exact", "Berta Olmo Ruiz", "Berta Olmo"),
        ("folded", "BERTA OLMO", "Berta Olmo"),
        ("surname", "Olmo", "Berta Olmo"),
        ("spanish", "Junta del Puerto", "Harbour Board"),
        ("spanish", "Berta Olmo", "Berta Olmo"),
        ("acronym", "HB", "Harbour Board"),
        ("acronym", "JP", "Harbour Board"),
        ("fuzzy", "Berta Olmno", "Berta Olmo"),
        ("exact", "Vyshkyv", "Vyshkyv"),
        ("spanish", "Víshkov", "Vyshkyv"),
    ],
)
def test_every_road_leads_to_the_house(house: HouseGazetteer, road: str, text: str, english: str) -> None:
    match = getattr(house, road)(text)[0]
    assert match.entity.english == english and "house" in match.entity.sources


def test_a_word_of_a_name(house: HouseGazetteer) -> None:
    assert [match.entity.english for match in house.with_word("puerto", 3)] == ["Harbour Board"]


def test_keys_of_the_house_are_among_those_with_a_beginning(house: HouseGazetteer) -> None:
    assert "harbour board" in list(house.prefix("harb"))


def test_who_the_house_says_held_the_office_held_it(house: HouseGazetteer, base: Gazetteer) -> None:
    assert [match.entity.english for match in base.holders("president", "AT", DAY)] == ["Ingrid Sommer"]
    assert [match.entity.english for match in house.holders("president", "AT", DAY)] == ["Otto Keller"]


def test_before_the_house_says_anything_the_gazetteer_speaks(house: HouseGazetteer) -> None:
    assert [match.entity.english for match in house.holders("president", "FR", DAY)] == ["Nadine Bouchétard"]


def test_the_mayor_of_a_town_that_only_the_house_knows(house: HouseGazetteer) -> None:
    (town,) = house.exact("Villarrota")
    assert town.entity.kind == "organisation"
    (mayor,) = house.holders("mayor", town.entity.english, DAY)
    assert mayor.entity.english == "Berta Olmo" and mayor.detail == "mayor, Villarrota, 2019-06-15– (house)"
    assert house.holders("mayor", "Villarrota", date(2010, 1, 1)) == []


def test_a_forbidden_form_is_no_english_name(house: HouseGazetteer, base: Gazetteer) -> None:
    assert base.exact("Vyshkiv") and not house.exact("Vyshkiv") and not house.folded("Vyshkiv")
    assert "Vyshkiv" not in house.exact("Vyshkyv")[0].entity.accepted("en")


def test_what_the_gazetteer_knows_of_the_entity_stays(house: HouseGazetteer, base: Gazetteer) -> None:
    (match,) = house.exact("Nadine Bouchétard")
    known = base.exact("Nadine Bouchetard")[0].entity
    assert (match.entity.id, match.entity.tenures, match.entity.prominence) == (known.id, known.tenures, 1.0)
    assert match.entity.english == "Nadine Bouchétard" and "Nadine Bouchetard" not in match.entity.accepted("en")


def test_other_entities_are_left_alone(house: HouseGazetteer, base: Gazetteer) -> None:
    assert house.exact("Matej Encinas") == base.exact("Matej Encinas")
    assert house.mistranslation("The Hill") == base.mistranslation("The Hill")
    assert house.word("campanas") == base.word("campanas")
    assert house.glosses("hill") == base.glosses("hill")


def test_an_approved_form_is_no_mistranslation(housed: Housed) -> None:
    assert not housed("english,kind\nThe Hill,media\n").mistranslation("The Hill")


def test_an_item_decides_which_entity_is_meant(housed: Housed, base: Gazetteer) -> None:
    # Of the two bodies with the acronym OMX neither is the item: the entry stands alone.
    table = housed("english,id,acronym,kind\nOmix,Q7,OMX,organisation\n")
    assert next(match.entity.id for match in table.acronym("OMX")) == "Q7"
    assert len(table.acronym("OMX")) == len(base.acronym("OMX")) + 1


def test_the_kind_keeps_a_namesake_apart(housed: Housed) -> None:
    table = housed("english,kind,country\nVyshkiv,person,ES\n")
    assert sorted(match.entity.kind for match in table.exact("Vyshkiv")) == ["person", "place"]


def test_titles_of_the_house_are_known(housed: Housed) -> None:
    assert "harbour master" not in housed("english\nX Y\n").office_titles
    assert "comptroller" in housed("english,office,place\nAna Ril,comptroller,Villarrota\n").office_titles


@pytest.mark.parametrize("form", ["Ana Ril", "ANA Ril", "O’Ril", "Al-Ril", "Ñana Ril", "J. R. Ril", "Ril 21"])
def test_a_form_of_any_letters_and_signs_is_found_under_its_fold(housed: Housed, form: str) -> None:
    found = housed(f"english\n{form}\n")
    assert [match.entity.english for match in found.folded(fold(form))] == [form]
