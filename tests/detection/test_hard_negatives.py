"""Names that are right and look wrong: no finding, but for those that stand in ``known.tsv`` until they are mended."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from mtqa.config.settings import Settings
from mtqa.document.readers.text import read_text
from mtqa.findings import Finding
from mtqa.gazetteer.store import SHIPPED
from mtqa.linting import Linter

HARD = Path(__file__).resolve().parents[2] / "fixtures" / "hard"
STORIES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HARD / "docs").glob("*.txt"))}


def known() -> list[tuple[str, str, str]]:
    with (HARD / "known.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["code"], row["text"], row["suggestion"]) for row in rows]


@pytest.fixture(scope="module")
def shown() -> list[Finding]:
    if not SHIPPED.is_file():
        pytest.skip("the gazetteer is not built")
    linter = Linter(Settings(as_of=date(2022, 11, 15)))
    stories = [read_text(text, f"{title}.txt") for title, text in STORIES.items()]
    return [finding for story in stories for finding in linter.lint(story) if finding.severity != "info"]


def test_nothing_is_flagged_but_what_is_known(shown: list[Finding]) -> None:
    """Strict both ways: what was mended must leave ``known.tsv``."""
    found = [(f.code, f.text, f.suggestions[0]) for f in shown]
    assert sorted(found) == sorted(known())


def test_there_are_enough_of_every_kind() -> None:
    counts = {title: len([line for line in text.splitlines() if line]) for title, text in STORIES.items()}
    assert len(counts) >= 20 and min(counts.values()) >= 9 and sum(counts.values()) >= 300
    lines = [line for text in STORIES.values() for line in text.splitlines() if line]
    assert len(set(lines)) == len(lines)
    assert [line for line in lines if len(line.split()) < 10] == []
