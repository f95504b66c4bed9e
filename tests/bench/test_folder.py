"""Bench folders are read whole, or refused with what is wrong and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mtqa.bench.folder import SAMPLE, read_bench
from mtqa.bench.gold import COLUMNS
from mtqa.errors import MtqaError

GOLD = "\t".join(COLUMNS) + "\none-a\t4\t9\tBells\tCampanas\tCampanas\tperson_literal\tdefinite\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "one-a.txt").write_text("The Bells rang.", encoding="utf-8")
    (tmp_path / "docs" / "two-a.txt").write_text("Nobody heard them.", encoding="utf-8")
    (tmp_path / "gold.tsv").write_text(GOLD, encoding="utf-8")
    (tmp_path / "dates.json").write_text('{"one-*": "2011-03-04"}', encoding="utf-8")
    return tmp_path


def test_reads_texts_days_and_gold(folder: Path) -> None:
    bench = read_bench(folder)
    assert [(doc.name, doc.day, doc.words, len(doc.gold)) for doc in bench.docs] == [
        ("one-a", date(2011, 3, 4), 3, 1), ("two-a", None, 3, 0),
    ]  # fmt: skip
    assert (bench.words, bench.annotated, bench.exhaustive) == (6, True, False)


def test_only_takes_a_part_and_says_so(folder: Path) -> None:
    part = read_bench(folder, "two-*")
    assert [doc.name for doc in part.docs] == ["two-a"]
    assert part.signature.endswith("|docs:1|only:two-*")
    assert part.digest != read_bench(folder).digest


@pytest.mark.parametrize(("file", "text"), [
    ("docs/two-a.txt", "Nobody heard it."), ("dates.json", '{"one-*": "2011-03-05"}'),
    ("gold.tsv", GOLD.replace("definite", "arguable")), ("bench.json", '{"exhaustive": true}'),
])
def test_the_digest_names_all_that_counts(folder: Path, file: str, text: str) -> None:
    before = read_bench(folder).digest
    (folder / file).write_text(text, encoding="utf-8")
    assert read_bench(folder).digest != before


def test_without_gold_all_is_right(folder: Path) -> None:
    (folder / "gold.tsv").unlink()
    bench = read_bench(folder)
    assert (bench.annotated, bench.exhaustive) == (False, True)


@pytest.mark.parametrize(("file", "text", "says"), [
    ("gold.tsv", GOLD.replace("\t4\t9", "\t5\t10"), "has 'Bells' at 5 of one-a, but its text has 'ells '"),
    ("gold.tsv", GOLD.replace("one-a", "three"), "names three, but docs/three.txt is missing"),
    ("dates.json", '{"one-*": "March"}', "'March' for 'one-\\*' is no date"),
    ("dates.json", "[1]", "not a JSON object"),
    ("bench.json", "{", "bench.json: cannot be read"),
])
def test_refuses(folder: Path, file: str, text: str, says: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(MtqaError, match=says):
        read_bench(folder)


def test_refuses_a_folder_without_documents(folder: Path) -> None:
    with pytest.raises(MtqaError, match=r"no \.txt file that matches 'x\*'"):
        read_bench(folder, "x*")
    with pytest.raises(MtqaError, match="a bench folder has docs"):
        read_bench(folder / "docs")


def test_the_sample_set_is_sound() -> None:
    bench = read_bench(SAMPLE)
    spans = [span for doc in bench.docs for span in doc.gold]
    assert bench.exhaustive and all(doc.day for doc in bench.docs)
    assert [span for span in spans if (span.status == "correct") != (span.text == span.correct)] == []
    kinds = {span.kind for span in spans if span.status == "definite"}
    assert kinds >= {
        "org_literal", "person_literal", "translit_es", "exonym_es", "person_corrupt", "org_corrupt", "place_corrupt",
        "place_literal", "title_literal", "acronym_wrong", "person_case", "role_wrong", "demonym",
    }  # fmt: skip
    for doc in bench.docs:
        assert all(one.end <= other.start for one, other in zip(doc.gold, doc.gold[1:])), doc.name
