"""``mtqa bench fit`` and ``mtqa bench generate`` from end to end, with a toy gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from mtqa.bench.folder import read_bench
from mtqa.bench.gold import COLUMNS
from mtqa.bench.weightfile import read_weights
from mtqa.cli.main import run
from mtqa.detection.weights import CALIBRATION, WEIGHTS
from tests.support.toy import toy

WORDS = ("Bells", "Belles", "Oaks", "Doubts", "Churches", "Castles", "Waters", "Flowers", "Roses", "Rivers")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many stories in which ``Rosalía Bells`` is wrong and ``Matej Oaks`` is right, though mtqa thinks otherwise."""
    toy().write(tmp_path / "toy.mtqg")
    made = tmp_path / "small"
    (made / "docs").mkdir(parents=True)
    rows = ["\t".join(COLUMNS)]
    for number, word in enumerate(WORDS):
        text = f"Story {word}.\n\nThe mayor of Madrid, Rosalía Bells, left.\n\nMatej Oaks met nobody in {word}.\n"
        (made / "docs" / f"s{number}.txt").write_text(text, encoding="utf-8")
        for span, right, status in (
            ("Rosalía Bells", "Rosalía Campanas", "definite"), ("Matej Oaks", "Matej Oaks", "correct")
        ):  # fmt: skip
            start = text.index(span)
            rows.append(f"s{number}\t{start}\t{start + len(span)}\t{span}\t{right}\t{right}\tperson_literal\t{status}")
    (made / "gold.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (made / "dates.json").write_text('{"*": "2020-05-04"}', encoding="utf-8")
    return made


def test_fit_writes_a_file_that_bench_takes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy")
    toy_file = str(tmp_path / "toy.mtqg")
    asked = ["--gazetteer", toy_file, "--no-models", "--quiet"]
    assert run(["bench", "fit", str(folder), "-o", str(tmp_path / "w.py"), *asked]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].split()[:3] == ["table", "examples", "right"]
    assert len(out.splitlines()) == 1 + len(WEIGHTS)
    assert read_weights(tmp_path / "w.py").keys() == WEIGHTS.keys()
    assert run(["bench", str(folder), "--weights", str(tmp_path / "w.py"), "-o", str(tmp_path / "out"), *asked]) == 0


def test_what_scores_mean_can_be_fitted_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy")
    asked = ["--gazetteer", str(tmp_path / "toy.mtqg"), "--no-models", "--quiet", "--only-confidence", "--all"]
    assert run(["bench", "fit", str(folder), "-o", str(tmp_path / "w.py"), *asked]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["table", CALIBRATION]
    changed = {table for table, found in read_weights(tmp_path / "w.py").items() if found != WEIGHTS[table]}
    assert changed == {CALIBRATION}


def test_fit_without_scipy_is_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "scipy.optimize", None)
    asked = ["--gazetteer", str(tmp_path / "toy.mtqg"), "--no-models", "--quiet"]
    assert run(["bench", "fit", str(folder), "-o", str(tmp_path / "w.py"), *asked]) == 2
    assert capsys.readouterr().err == "mtqa: no fit without scipy; install mtqa[build]\n"
    assert not (tmp_path / "w.py").exists()


def test_generate(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    toy().write(tmp_path / "toy.mtqg")

    def literal(spanish: Sequence[str]) -> list[str]:
        return [line.replace("Campanas", "Bells").replace("España", "Spain") for line in spanish]

    monkeypatch.setattr("mtqa.translation.training.apertium.literal_english", literal)
    asked = ["--engine", "apertium", "--stories", "5", "--gazetteer", str(tmp_path / "toy.mtqg")]
    assert run(["bench", "generate", "-o", str(tmp_path / "made"), *asked]) == 0
    told = {line.split()[1]: int(line.split()[0]) for line in capsys.readouterr().out.splitlines()}
    spans = [span for doc in read_bench(tmp_path / "made").docs for span in doc.gold]
    assert told == {status: sum(span.status == status for span in spans) for status in told}
    assert told["definite"] and told["correct"]


def test_generate_without_apertium_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    toy().write(tmp_path / "toy.mtqg")
    which: Callable[[str], None] = lambda name: None  # noqa: E731
    monkeypatch.setattr("shutil.which", which)
    asked = ["--engine", "apertium", "--gazetteer", str(tmp_path / "toy.mtqg")]
    assert run(["bench", "generate", "-o", str(tmp_path / "made"), *asked]) == 2
    assert "apertium: not found" in capsys.readouterr().err
    assert not (tmp_path / "made" / "gold.tsv").exists()
