"""Which candidates are told right, which wrong, and which are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.bench.folder import read_bench
from mtqa.bench.gold import COLUMNS
from mtqa.bench.labels import Example, examples, shown_examples
from mtqa.bench.running import BenchLinter
from mtqa.config.settings import Settings
from mtqa.detection.verdict import log_odds
from mtqa.detection.weights import confidence
from tests.support.toy import toy

STORY = "The mayor of Madrid, Rosalía Bells, left.\nThe president of Slovakia, Matej Oaks, met nobody.\n"


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> BenchLinter:
    path = toy().write(tmp_path_factory.mktemp("toy") / "toy.mtqg")
    return BenchLinter(Settings(gazetteer=path, use_models=False))


def labelled(
    linter: BenchLinter, folder: Path, *marked: tuple[str, str, str], exhaustive: bool = False
) -> list[Example]:
    (folder / "docs").mkdir()
    for name in ("one", "two"):
        (folder / "docs" / f"{name}.txt").write_text(STORY, encoding="utf-8")
    rows = [
        f"{doc}\t{STORY.index(s)}\t{STORY.index(s) + len(s)}\t{s}\tes\t{correct}\tperson_literal\t{status}"
        for s, correct, status in marked
        for doc in ("one", "two")
    ]
    (folder / "gold.tsv").write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    (folder / "dates.json").write_text('{"*": "2020-05-04"}', encoding="utf-8")
    (folder / "bench.json").write_text(f'{{"exhaustive": {str(exhaustive).lower()}}}', encoding="utf-8")
    return examples(linter, read_bench(folder))


def test_right_and_wrong(linter: BenchLinter, tmp_path: Path) -> None:
    found = labelled(
        linter, tmp_path, ("Rosalía Bells", "Rosalía Campanas", "definite"), ("Matej Oaks", "Matej Oaks", "correct")
    )
    told = {(e.group, e.right) for e in found if "rosalia bells" in e.group or "matej oaks" in e.group}
    assert told == {("rosalia bells → rosalia campanas", True), ("matej oaks → matej encinas", False)}
    # Two documents alike make one example of each.
    assert len({(e.table, e.group, tuple(sorted(e.features.items()))) for e in found}) == len(found)


def test_a_wrong_suggestion_for_an_error_is_left_out(linter: BenchLinter, tmp_path: Path) -> None:
    found = labelled(linter, tmp_path, ("Rosalía Bells", "Rosalía Timbres", "definite"))
    assert [e for e in found if "rosalia" in e.group] == []


def test_arguable_spans_are_left_out(linter: BenchLinter, tmp_path: Path) -> None:
    found = labelled(linter, tmp_path, ("Rosalía Bells", "Rosalía Campanas", "arguable"))
    assert [e for e in found if "rosalia" in e.group] == []


@pytest.mark.parametrize("exhaustive", [True, False])
def test_outside_the_gold(linter: BenchLinter, tmp_path: Path, exhaustive: bool) -> None:
    """What would be shown there is wrong only where the gold is exhaustive; elsewhere nobody has read it."""
    found = labelled(linter, tmp_path, ("Madrid", "Madrid", "correct"), exhaustive=exhaustive)
    oaks = [e.right for e in found if e.group == "matej oaks → matej encinas"]
    assert oaks == ([False] if exhaustive else [])


def test_what_a_score_means_is_told_by_shown_findings(linter: BenchLinter, tmp_path: Path) -> None:
    """The score is what the weights say, before it was made a confidence."""
    candidates = labelled(
        linter, tmp_path, ("Rosalía Bells", "Rosalía Campanas", "definite"), ("Matej Oaks", "Matej Oaks", "correct")
    )
    found = shown_examples(linter, read_bench(tmp_path), made=True)
    assert {(e.table, e.group, e.right, e.made) for e in found} == {
        ("confidence", "rosalia bells → rosalia campanas", True, True),
        ("confidence", "matej oaks → matej encinas", False, True),
    }
    of_oaks = max((e for e in candidates if e.group.startswith("matej oaks")), key=lambda e: e.features["role holder"])
    score = round(confidence(of_oaks.table, of_oaks.features), 2)
    assert {e.features["log-odds"] for e in found if not e.right} == {round(log_odds(score), 6)}
