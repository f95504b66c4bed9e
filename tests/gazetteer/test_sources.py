"""Source modules whose tables want more than a line of code: what they yield, and what they refuse."""

from __future__ import annotations

from pathlib import Path

from mtqa.gazetteer.build import regional
from mtqa.gazetteer.build.record import Found, Record, Refused, shared
from mtqa.gazetteer.build.sources import brands, cameo, cia_world_leaders, languages, modules, spain_courts, supraverden


def write(folder: Path, name: str, *lines: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def forms(found: list[Found]) -> list[list[tuple[str, str]]]:
    return [[(n.text, n.lang) for n in item.names] for item in found if isinstance(item, Record)]


def reasons(found: list[Found]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Refused)]


def test_people_of_event_coding_are_those_whom_both_languages_name_alike(tmp_path: Path) -> None:
    folder = write(
        tmp_path, "aliases_flat.csv",
        "lang,file,entry_id,alias,cameo_codes",
        "en,a.txt,1,ANA CALLE,XXXGOV 030101-040331",
        "es,b.txt,7,ANA CALLÉ,XXXGOV 030101-040331",
        "es,b.txt,8,ANA STREET,XXXGOV 030101-040331",
        "en,a.txt,2,GRAHAM WHEELS,POLGOV >070101",
        "es,b.txt,9,RUEDAS GRUESAS,POLGOV >070101",
        "en,a.txt,3,HARBOUR BOARD,IGOUNO",
    )  # fmt: skip
    found = list(cameo.records(folder))
    assert forms(found) == [[("Ana Calle", "mul"), ("Ana Callé", "mul")]]
    assert sorted(reasons(found)) == [
        "a code without dates, or several codes",
        "a person whom the Spanish entries do not name alike",
    ]


def test_cabinets_are_known_of_one_month(tmp_path: Path) -> None:
    folder = write(
        tmp_path, "cabinets_2019-06.csv",
        "country,office,name_cia,first,last",
        "Poland,Minister of Finance,Ewa Maria LIS,Ewa Maria,LIS",
        "Poland,Ambassador to the US,Jan WILK,Jan,WILK",
        "Atlantis,King,Otto BERG,Otto,BERG",
    )  # fmt: skip
    found = list(cia_world_leaders.records(folder))
    (record,) = [item for item in found if isinstance(item, Record)]
    (tenure,) = record.tenures
    assert record.names[0].text == "Ewa Maria Lis" and record.family == "Lis"
    assert (tenure.office, tenure.start, tenure.end) == ("minister of finance", "2019-06", "2019-06")
    assert tenure.origin == "cia_world_leaders_2019/cabinets_2019-06.csv:2"
    assert reasons(found) == ["an envoy", "no country"]


def test_courts_have_names_and_chambers_have_not(tmp_path: Path) -> None:
    folder = write(
        tmp_path, "courts.csv",
        "nombre,municipio,provincia",
        "Audiencia Provincial Civil,Villarrota,Villarrota",
        "Audiencia Provincial Penal,Villarrota,Villarrota",
        "Juzgado de lo Penal nº 3,Villarrota,Villarrota",
    )  # fmt: skip
    found = list(spain_courts.records(folder))
    assert forms(found) == [[("Provincial Court of Villarrota", "en"), ("Audiencia Provincial de Villarrota", "es")]]
    assert len(reasons(found)) == 2


def test_the_list_of_the_central_bank_gives_acronyms(tmp_path: Path) -> None:
    folder = write(tmp_path, "ecb_intl_orgs.csv", "Source: a heading,,", "Board of the World's Harbours [BWH],E$1,4J1")
    assert forms(list(supraverden.records(write(folder, "general_list.yaml", "{}")))) == [
        [("Board of the World's Harbours", "en"), ("BWH", "en")]
    ]


def test_languages_come_from_cldr(tmp_path: Path) -> None:
    assert [("German", "en"), ("alemán", "es")] in forms(list(languages.records(tmp_path)))


def test_demonyms_of_towns(tmp_path: Path) -> None:
    write(
        tmp_path / "dict_wiktionary2015", "en_es.tsv",
        "Of or from Villarrota\tvillarroteño\tadj",
        "a native of Villarrota\tvillarroteño\tm",
        "of or relating to harbours\tportuario\tadj",
        "from Villarrota\tcharro\tadj",
        "from Vilarrotá\totreño\tadj",
    )  # fmt: skip
    places = regional.places_of([Record("test", "place", shared("Villarrota"), "city", "ES")])
    found = list(regional.records(tmp_path, places, {"charro": 2.4}))
    assert forms(found) == [
        [("from Villarrota", "en")]
        + [(f"villarrote{ending}", "es") for ending in ("ño", "ña", "ños", "ñas")]
    ]  # fmt: skip
    assert reasons(found) == ["a demonym that English has as a word"]


def test_every_module_names_its_table_and_takes_an_empty_folder(tmp_path: Path) -> None:
    for module in modules():
        assert module.SOURCE and module.__doc__
        if module.SOURCE != "cldr":
            assert list(module.records(tmp_path)) == []


def test_a_public_body_without_an_english_name_is_refused(tmp_path: Path) -> None:
    folder = write(
        tmp_path, "nsi.csv",
        "tree,category,name,display_name,name_en,name_es,short_name,countries,qid",
        "operators,office/government,Gobierno del Puerto,,,,,cl,Q1",
        "operators,office/government,Gobierno de la Ribera,,Government of the Shore,,,cl,Q2",
        "brands,shop/bakery,Panes del Puerto,,,,,cl,Q3",
    )  # fmt: skip
    found = list(brands.records(folder))
    assert [names[0][0] for names in forms(found)] == ["Government of the Shore", "Panes del Puerto"]
    assert reasons(found) == ["a public body without an English name"]
