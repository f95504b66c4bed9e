"""The fixtures, linted with what is shipped: the sample story's errors are found, right copy stays silent."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from mtqa.config.settings import Settings
from mtqa.document.readers import read_file
from mtqa.document.readers.text import read_text
from mtqa.gazetteer.store import SHIPPED
from mtqa.linting import Linter
from mtqa.rules import RULES
from mtqa.suppression.applying import suppress

FIXTURES = Path(__file__).parent.parent / "fixtures"
RIGHT = sorted((FIXTURES / "right").glob("*.txt"))
LINES = [(path.stem, line) for path in RIGHT for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]

pytestmark = pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is not built")


@pytest.fixture(scope="module", params=[False, True], ids=["without models", "with models"])
def linter(request: pytest.FixtureRequest) -> Linter:
    return Linter(Settings(as_of=date(2022, 11, 15), use_models=request.param))


@pytest.mark.parametrize(("topic", "line"), LINES)
def test_right_copy_stays_silent(linter: Linter, topic: str, line: str) -> None:
    shown = [f for f in linter.lint(read_text(line, f"{topic}.txt")) if f.severity != "info"]
    assert not shown, [(f.code, f.text, f.suggestions, f.confidence) for f in shown]


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_right_copy_stays_silent_as_one_story(linter: Linter, path: Path) -> None:
    shown = [f for f in linter.lint(read_text(path.read_text(encoding="utf-8"), str(path))) if f.severity != "info"]
    assert not shown, [(f.code, f.text, f.suggestions, f.confidence) for f in shown]


def test_wire_stories_by_their_own_date() -> None:
    linter = Linter(Settings())
    for path in sorted((FIXTURES / "wire").glob("*.xml")):
        document = read_file(str(path))
        with (FIXTURES / "wire" / "findings.tsv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file, delimiter="\t") if row["file"] == path.name]
        shown = [f for f in suppress(document, linter.lint(document), RULES).findings if f.severity != "info"]
        assert document.date == date(2020, 2, 10)
        assert [(f.code, f.text, f.suggestions[0]) for f in shown] == [
            (row["code"], row["text"], row["suggestion"]) for row in rows
        ]


def test_the_sample_story(linter: Linter) -> None:
    with (FIXTURES / "summit.findings.tsv").open(encoding="utf-8", newline="") as file:
        expected = [(row["code"], row["text"], row["suggestion"]) for row in csv.DictReader(file, delimiter="\t")]
    document = read_file(str(FIXTURES / "summit.md"))
    found = [(f.code, f.text, f.suggestions[0]) for f in linter.lint(document) if f.severity != "info"]
    assert found == expected
