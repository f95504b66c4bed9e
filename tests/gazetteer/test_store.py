"""Look-ups in the tiny gazetteer."""

from __future__ import annotations

from datetime import date

import pytest

from mtqa.gazetteer import Gazetteer, Match


def english(matches: list[Match]) -> list[str]:
    return [match.entity.english for match in matches]


def test_exact_and_folded(tiny: Gazetteer) -> None:
    assert english(tiny.exact("Ewa Zając")) == ["Ewa Zając"]
    assert tiny.exact("ewa zając") == []
    assert english(tiny.folded("EWA ZAJAC")) == ["Ewa Zając"]
    assert tiny.exact("Nobody Atall") == []


def test_qid_names_join_curated_tenures(tiny: Gazetteer) -> None:
    (match,) = tiny.exact("Lukasz Kowal")
    assert match.entity.id == "Q900001"
    assert match.entity.accepted("en") == ("Lukasz Kowal", "Łukasz Kowal")
    assert {tenure.source for tenure in match.entity.tenures} == {"curated_tenures", "every_politician_office_holders"}


def test_spanish_forms(tiny: Gazetteer) -> None:
    assert english(tiny.spanish("Jarkivia")) == ["Kharkivia"]
    assert tiny.exact("Jarkivia") == []
    assert english(tiny.spanish("Dmitri Volkov")) == ["Dmitry Volkov"]
    (entity,) = [match.entity for match in tiny.spanish("El Faro")]
    assert entity.keep_original and entity.english == entity.spanish == "El Faro"


def test_surname(tiny: Gazetteer) -> None:
    assert english(tiny.surname("piedra")) == ["Marta Piedra"]
    assert english(tiny.surname("Rey")) == ["María del Mar Rey Lago"]
    assert tiny.surname("Rey")[0].entity.surname == "Rey Lago"


def test_the_second_surname_may_be_dropped(tiny: Gazetteer) -> None:
    assert english(tiny.exact("María del Mar Rey")) == ["María del Mar Rey Lago"]


def test_acronym_says_its_language(tiny: Gazetteer) -> None:
    assert [(m.entity.english, m.detail) for m in tiny.acronym("WSL")] == [("World Sea League", "en")]
    assert [(m.entity.english, m.detail) for m in tiny.acronym("LMM")] == [("World Sea League", "es")]


def test_names_in_other_scripts_are_left_out(tiny: Gazetteer) -> None:
    assert all(name.text.isprintable() and name.text[0] < "Ѐ" for entity in tiny for name in entity.names)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Marta Stone", "Marta Piedra"),
        ("The Lighthouse", "El Faro"),
        ("Together We Add", "Juntas Sumamos"),
    ],
)
def test_expected_mistranslations(tiny: Gazetteer, text: str, origin: str) -> None:
    match = tiny.mistranslation(text.upper())[0]
    assert match.name == origin and match.how == "expected-mistranslation" and match.score >= 0.6


def test_right_names_are_no_mistranslation(tiny: Gazetteer) -> None:
    for text in ("Marta Piedra", "World Sea League", "James Grant", "Sea World League"):
        assert all(match.score <= 0.3 for match in tiny.mistranslation(text)), text


def test_a_gloss_of_a_kept_name_is_not_an_accepted_name(tiny: Gazetteer) -> None:
    assert tiny.exact("Together We Add") == []
    assert "gloss" in tiny.mistranslation("Together We Add")[0].detail


def test_fuzzy(tiny: Gazetteer) -> None:
    assert english(tiny.fuzzy("Martha Piedra"))[0] == "Marta Piedra"
    assert english(tiny.fuzzy("Oleksi Khomenko"))[0] == "Oleksiy Khomenko"
    assert tiny.fuzzy("JX") == []


@pytest.mark.parametrize(
    ("office", "country", "on", "names"),
    [
        ("president", "PL", date(2019, 5, 1), ["Lukasz Kowal"]),
        ("the President", "PL", date(2021, 11, 28), ["Ewa Zając"]),
        ("foreign minister", "PL", date(2021, 11, 28), ["Jan Pole"]),
        ("minister of finance", "PL", date(2017, 1, 1), ["Anna Nowa"]),
        ("president", "ES", date(2021, 1, 1), ["Marta Piedra"]),
        ("secretary-general", "World Sea League", date(2020, 1, 1), ["Otto Berg"]),
        ("secretary general of the World Sea League", "", date(2020, 1, 1), ["Otto Berg"]),
        ("first minister of Scotland", "GB", date(2020, 1, 1), ["Fiona Gray"]),
        ("president", "PL", date(1999, 1, 1), []),
        ("king", "PL", date(2019, 1, 1), []),
    ],
)
def test_holders(tiny: Gazetteer, office: str, country: str, on: date, names: list[str]) -> None:
    assert english(tiny.holders(office, country, on)) == names


def test_words_and_dictionaries(tiny: Gazetteer) -> None:
    assert tiny.word("STONE").english == pytest.approx(4.8)
    assert tiny.word("Piedra").lemma_es and tiny.word("Piedra").surname > 3000
    assert tiny.word("Pablo").given > 50_000
    assert tiny.word("xyzzy") == tiny.word("")
    assert tiny.senses("piedra")[0][0] == "stone"
    assert "spanish surname" not in dict(tiny.senses("piedra"))
    assert tiny.glosses("stones")[0][0] == "piedra"
    assert tiny.glosses("added")[0][0] == "sumar"


def test_territories(tiny: Gazetteer) -> None:
    assert [tiny.territory(text) for text in ("Polish", "polish", "the United States", "US", "us", "POLAND")] == [
        "PL", None, "US", "US", None, "PL",
    ]  # fmt: skip
    assert [tiny.territory_spanish(text) for text in ("polaca", "Lituania", "salvadoreños", "Poland")] == [
        "PL", "LT", "SV", None,
    ]  # fmt: skip
    assert tiny.country_name("DE") == "Germany" and tiny.country_name("DE", "es") == "Alemania"


def test_prefix(tiny: Gazetteer) -> None:
    assert "marta piedra" in list(tiny.prefix("Marta P"))
