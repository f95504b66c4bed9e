"""``mtqa bench`` from end to end, with a toy gazetteer and no models; and its numbers on the sample set."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mtqa.bench.folder import SAMPLE
from mtqa.bench.gold import COLUMNS, read_gold
from mtqa.cli.main import run
from mtqa.config.settings import Settings
from mtqa.document.readers import read_file
from mtqa.gazetteer.store import SHIPPED
from mtqa.linting import Linter
from tests.support.toy import toy

STORY = "The mayor of Madrid, Rosalía Bells, left.\nThe president of Slovakia, Matej Oaks, met Gordon Brown.\n"
MARKED = (
    ("Rosalía Bells", "Rosalía Campanas", "person_literal", "definite"),
    ("Matej Oaks", "Matej Encinas", "person_literal", "definite"),
    ("Gordon Brown", "Gordon Brown", "none", "correct"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    toy().write(tmp_path / "toy.mtqg")
    made = tmp_path / "small"
    (made / "docs").mkdir(parents=True)
    (made / "docs" / "story.txt").write_text(STORY, encoding="utf-8")
    (made / "docs" / "quiet.txt").write_text("Nothing happened today.\n", encoding="utf-8")
    rows = [f"story\t{STORY.index(s)}\t{STORY.index(s) + len(s)}\t{s}\t{c}\t{c}\t{k}\t{t}" for s, c, k, t in MARKED]
    (made / "gold.tsv").write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    (made / "dates.json").write_text('{"*": "2020-05-04"}', encoding="utf-8")
    (made / "bench.json").write_text('{"exhaustive": true}', encoding="utf-8")
    return made


def bench(folder: Path, *options: object) -> int:
    gazetteer = folder.parent / "toy.mtqg"
    return run(["bench", str(folder), "--no-models", "--gazetteer", str(gazetteer), *map(str, options)])


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench(folder, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)["folders"][0]
    assert report["metrics"]["recall"]["hits"] == report["metrics"]["suggestion_first"]["hits"] == 2
    assert report["metrics"]["correct_flagged"]["value"] == 0
    assert (report["documents"], report["words"], report["findings"]) == (2, 19, 2)
    assert report["rules"]["NAM101"]["definite"] == 2
    assert report["classes"]["person_literal"]["recall"]["value"] == 1
    assert report["cost"]["translator_calls_per_1000_words"] == 0
    assert "|bench:small:" in report["signature"] and report["signature"].endswith("|docs:2|resamples:1000|seed:1")


def test_the_same_run_gives_the_same_bytes_but_for_the_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = []
    for _ in range(2):
        bench(folder, "--format", "json")
        report = json.loads(capsys.readouterr().out)
        del report["folders"][0]["cost"]["seconds_per_1000_words"]
        seen.append(json.dumps(report))
    assert seen[0] == seen[1]


def test_text_and_files(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {name: tmp_path / name for name in ("report.txt", "alarms.tsv", "picture.png")}
    asked = ["-o", files["report.txt"], "--alarms", files["alarms.tsv"], "--plot", files["picture.png"]]
    assert bench(folder, *asked, "--unheard-of") == 2
    capsys.readouterr()
    pytest.importorskip("matplotlib")
    assert bench(folder, *asked, "--reliability") == 0
    assert capsys.readouterr().out == ""
    text = files["report.txt"].read_text(encoding="utf-8")
    assert "small: 2 documents, 19 words, 2 findings" in text
    assert "person_literal        2   2  100.0 %" in text and "Brier score" in text and "2 / 2" in text
    assert files["picture.png"].read_bytes().startswith(b"\x89PNG")
    assert files["alarms.tsv"].read_text(encoding="utf-8") == ""


def test_alarms_hold_what_was_missed_and_what_is_outside(folder: Path, tmp_path: Path) -> None:
    gold = (folder / "gold.tsv").read_text(encoding="utf-8")
    lines = [line for line in gold.splitlines() if "Matej" not in line]
    start = STORY.index("Madrid")
    lines.append(f"story\t{start}\t{start + 6}\tMadrid\tMarte\tMars\tplace_literal\tdefinite")
    (folder / "gold.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert bench(folder, "--alarms", tmp_path / "alarms.tsv", "-o", tmp_path / "out") == 0
    alarm, missed = (tmp_path / "alarms.tsv").read_text(encoding="utf-8").splitlines()
    assert alarm.startswith("story\tNAM101\t") and "\tMatej Oaks\tMatej Encinas" in alarm
    assert missed == "MISSED\tstory\tplace_literal\tMadrid\tMarte\tMars"


def test_without_matplotlib_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)
    assert bench(folder, "--plot", tmp_path / "x.png", "--quiet") == 2
    assert capsys.readouterr().err == "mtqa: no picture without matplotlib; install mtqa[build]\n"


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench", str(tmp_path)]) == 2
    assert "no .txt file; a bench folder has docs/*.txt" in capsys.readouterr().err


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is not built")
def test_the_sample_set_counted_another_way(capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers that a plain reading of lint's findings gives."""
    assert run(["bench", "--no-models", "--format", "json", "--resamples", "0"]) == 0
    metrics: dict[str, Any] = json.loads(capsys.readouterr().out)["folders"][0]["metrics"]
    days = json.loads((SAMPLE / "dates.json").read_text(encoding="utf-8"))
    linter = Linter(Settings(use_models=False))
    shown = set()
    for path in (SAMPLE / "docs").glob("*.txt"):
        linter.settings = Settings(use_models=False, as_of=date.fromisoformat(days[path.stem]))
        for finding in linter.lint(read_file(str(path))):
            if finding.severity != "info":
                shown.add((path.stem, finding.start, finding.end))
    gold = read_gold(SAMPLE)
    flagged = [g for g in gold if any(d == g.doc and s < g.end and g.start < e for d, s, e in shown)]
    outside = [
        (d, s, e) for d, s, e in shown if not any(d == g.doc and s < g.end and g.start < e for g in gold)
    ]
    for name, status in (("recall", "definite"), ("correct_flagged", "correct"), ("arguable_flagged", "arguable")):
        assert metrics[name]["hits"] == sum(g.status == status for g in flagged)
        assert metrics[name]["total"] == sum(g.status == status for g in gold)
    assert metrics["precision_at_least"]["total"] == len(shown)
    assert metrics["precision_at_least"]["total"] - metrics["precision"]["total"] == len(outside)
