"""Bench folders are read whole or refused with the line that is wrong."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.bench.gold import COLUMNS, GoldSpan, read_doc, read_gold
from mtqa.errors import MtqaError

HEADER = "\t".join(COLUMNS)
ROW = "one\t4\t9\tBells\tCampanas\tCampanas\tperson_literal\tdefinite"


def _bench(folder: Path, *lines: str) -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "one.txt").write_text("The Bells rang.", encoding="utf-8")
    (folder / "gold.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_reads_spans(tmp_path: Path) -> None:
    spans = read_gold(_bench(tmp_path, HEADER, ROW))
    assert spans == [GoldSpan("one", 4, 9, "Bells", "Campanas", "Campanas", "person_literal", "definite")]
    assert read_doc(tmp_path, spans[0]) == "The Bells rang."


def test_quotes_are_text(tmp_path: Path) -> None:
    row = ROW.replace("Bells", '"Bells').replace("4\t9", "4\t10")
    assert read_gold(_bench(tmp_path, HEADER, row))[0].text == '"Bells'


@pytest.mark.parametrize(("lines", "says"), [
    ([HEADER.replace("status", "state"), ROW], "no column status"),
    ([HEADER, ROW, "one\t4"], "gold.tsv:3"),
    ([HEADER, ROW.replace("\t4\t", "\tfour\t")], "gold.tsv:2"),
    ([HEADER, ROW.replace("definite", "sure")], "'sure' is none of"),
])
def test_refuses(tmp_path: Path, lines: list[str], says: str) -> None:
    with pytest.raises(MtqaError, match=says) as error:
        read_gold(_bench(tmp_path, *lines))
    assert "\n" not in str(error.value)


def test_refuses_missing_files_and_other_text(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"gold\.tsv: cannot be read"):
        read_gold(tmp_path)
    span = read_gold(_bench(tmp_path, HEADER, ROW.replace("4\t9", "5\t10")))[0]
    with pytest.raises(MtqaError, match="'ells ' at 5"):
        read_doc(tmp_path, span)
    (tmp_path / "docs" / "one.txt").unlink()
    with pytest.raises(MtqaError, match=r"one\.txt: cannot be read"):
        read_doc(tmp_path, span)
