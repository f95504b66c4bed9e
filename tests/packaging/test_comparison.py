"""docs/comparison.md: no cell is empty, and the tests that it names are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    found = [line.strip("|").split("|") for line in TEXT.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in found]


def test_every_cell_is_filled() -> None:
    head, ours, *others = rows()
    assert head[1:] == [
        "formats for services", "baseline", "changed lines only", "suppression with a reason", "fixes by safety",
        "explains a rule", "cache",
    ]  # fmt: skip
    assert [row[0] for row in others] == ["ruff", "Vale", "semgrep", "codespell", "detect-secrets", "LanguageTool"]
    for row in (ours, *others):
        assert len(row) == len(head)
        assert all(len(cell) > 3 for cell in row), row[0]
    assert [cell[-1] for cell in ours[1:]] == list("¹²³⁴⁵⁶⁷")


def test_every_cell_of_our_row_has_tests_that_are_there() -> None:
    notes = re.split(r"^\d\. ", TEXT.partition("The tests that show our row:")[2].partition("\n## ")[0], flags=re.M)[1:]
    assert len(notes) == 7
    for note in notes:
        named = re.findall(r"`(tests/[\w/.]+)::(\w+)`", note)
        assert named, note
        for path, name in named:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            assert name in {item.name for item in tree.body if isinstance(item, ast.FunctionDef)}, f"{path}::{name}"
