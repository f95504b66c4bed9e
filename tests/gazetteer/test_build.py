"""The build as a whole: the same bytes, an account of itself, and a file without faults."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build import lexicon
from mtqa.gazetteer.build.pipeline import BuildReport, accepted_names, build, with_derived, without_common_words
from mtqa.gazetteer.build.report import details, lines
from mtqa.gazetteer.checking import violations
from mtqa.gazetteer.model import Entity, Name, table_of

from .conftest import FREQUENCIES, build_tiny


def test_the_same_input_gives_the_same_bytes(sources: Path, built: tuple[Path, BuildReport], tmp_path: Path) -> None:
    build_tiny(sources, tmp_path / "again.mtqg")
    assert (tmp_path / "again.mtqg").read_bytes() == built[0].read_bytes()


def test_the_report_says_what_came_from_where(built: tuple[Path, BuildReport]) -> None:
    text = "\n".join(lines(built[1], built[0]))
    assert "curated_orgs" in text and "missing: us_congress" in text and "Apertium" in text


def test_nothing_is_wrong_with_what_is_built(tiny: Gazetteer) -> None:
    tiny.verify()
    assert list(violations(tiny)) == []


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="no table"):
        build(tmp_path, tmp_path / "x.mtqg", None, False, lambda text: None)


def test_each_name_and_office_says_where_it_is_from(tiny: Gazetteer) -> None:
    (match,) = tiny.exact("Łukasz Kowal")
    assert {name.text: name.sources for name in match.entity.names if name.role != "derived"} == {
        "Lukasz Kowal": ("curated_tenures/curated_tenures.csv:3",),
        "Łukasz Kowal": ("every_politician_office_holders/all_holders.csv:2",),
    }
    assert {t.origin for t in match.entity.tenures} == {
        "curated_tenures/curated_tenures.csv:3",
        "every_politician_office_holders/all_holders.csv:2",
    }
    traced = [name for entity in tiny for name in entity.names if name.role != "derived" and name.sources]
    assert all(set(name.sources) <= set(entity.origins) for entity in tiny for name in entity.names)
    assert all({table_of(origin) for origin in entity.origins} == set(entity.sources) for entity in tiny)
    assert len(traced) > 20


def test_a_provenance_is_a_line_of_a_table(tiny: Gazetteer, sources: Path) -> None:
    (match,) = tiny.exact("El Faro")
    file, _, line = match.entity.origins[0].rpartition(":")
    assert "El Faro" in (sources / "gazetteer" / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_the_report_says_what_was_refused(sources: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "gazetteer"
    shutil.copytree(sources / "gazetteer", copy)
    with (copy / "curated_tenures" / "curated_tenures.csv").open("a", encoding="utf-8") as file:
        file.write("Nora Ende,,,president,PL,2020-08,2019-01,2025-12,high\n")
    report = build_tiny(tmp_path, tmp_path / "x.mtqg")
    assert "refused: curated_tenures: 1 × an office that ends before it begins, or without proper dates" in list(
        lines(report, tmp_path / "x.mtqg")
    )


def test_every_merge_and_refusal_can_be_listed(sources: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "frequency_table", lambda lang, least=1.0: FREQUENCIES[lang])
        report = build(
            sources / "gazetteer", tmp_path / "x", None, False, lambda text: None, without=["facts"], listed=True
        )
    rows = [line.split("\t") for line in details(report)]
    assert rows[0] == ["what", "fact", "name", "why", "other"] and {len(row) for row in rows} == {5}
    folder = "every_politician_office_holders/all_"
    assert ["merged", f"{folder}holders.csv:2", "Łukasz Kowal", "item", "curated_tenures/curated_tenures.csv:3"] in rows
    assert ["refused", f"{folder}legislators.csv:3", "", "no name in Latin letters", ""] in rows


def test_a_table_can_be_held_out(sources: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "frequency_table", lambda lang, least=1.0: FREQUENCIES[lang])
        without = ["curated_tenures", "facts"]
        build(sources / "gazetteer", tmp_path / "x", None, False, lambda text: None, without=without)
    assert "curated_tenures" not in Gazetteer.open(tmp_path / "x").meta["sources"]


def test_derived_forms_are_no_common_words_and_no_names_of_others() -> None:
    people = [
        Entity(f"Q{number}", "person", "", "SY", (Name(name, "mul", "preferred"),), (), 0.9)
        for number, name in enumerate(("Khaled Mansour", "Khaled Noor", "Jaled Mansur"))
    ]
    found = with_derived(people, accepted_names(people), {"nur"}.__contains__)
    derived = [[name.text for name in entity.names if name.role == "derived"] for entity in found]
    assert derived == [[], [], ["Yaled Mansur"]]
    assert with_derived(people[1:2], set(), lambda word: False)[0].names[1] == Name("Jaled Nur", "es", "derived")


def test_nobody_is_called_by_a_common_word_alone() -> None:
    rose = Entity("Q1", "person", "", "", (Name("Rose", "mul", "preferred"),), sources=("t",), origins=("t/a.csv:3",))
    named = replace(rose, id="Q2", names=(Name("Rose Lee", "mul", "preferred"), *rose.names))
    found, refused = without_common_words([rose, named], {"rose": 5.0})
    assert [entity.names for entity in found] == [(Name("Rose Lee", "mul", "preferred"),)]
    assert [(item.source, item.row) for item in refused] == [("t", "a.csv:3")] * 2
