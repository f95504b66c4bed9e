"""Files of weights: numbers change, everything else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.bench.weightfile import PRESENT, read_weights, rewritten, using
from mtqa.detection.weights import WEIGHTS, confidence
from mtqa.errors import MtqaError


def test_the_present_file_is_read_as_it_is_imported() -> None:
    assert read_weights(PRESENT) == WEIGHTS


def test_the_same_numbers_give_the_same_tables(tmp_path: Path) -> None:
    (tmp_path / "w.py").write_text(rewritten(WEIGHTS), encoding="utf-8")
    assert read_weights(tmp_path / "w.py") == WEIGHTS


def test_only_numbers_change(tmp_path: Path) -> None:
    source = tmp_path / "w.py"
    source.write_text(
        '"""Wörter."""\nWEIGHTS: dict[str, dict[str, float]] = {\n    # first\n    "A": {"é": -1.5, "b": 2.0},  # é\n'
        '    "B": {\n        "b": 0.5,  # why\n    },\n}\n',
        encoding="utf-8",
    )
    said = rewritten({"A": {"é": 0.25, "b": -0.0001}, "B": {"b": 12}, "C": {"x": 1.0}}, source)
    assert said == (
        '"""Wörter."""\nWEIGHTS: dict[str, dict[str, float]] = {\n    # first\n    "A": {"é": 0.25, "b": -0.01},  # é\n'
        '    "B": {\n        "b": 12.0,  # why\n    },\n}\n'
    )


def test_using_is_for_a_while() -> None:
    table = next(iter(WEIGHTS))
    before = confidence(table, {})
    with using({table: {**WEIGHTS[table], "bias": WEIGHTS[table]["bias"] + 1}}):
        assert confidence(table, {}) > before
    assert confidence(table, {}) == before


@pytest.mark.parametrize(("text", "says"), [
    ("x = 1", "has no table WEIGHTS"), ("WEIGHTS: dict = {", "not a file of weights"),
    ('WEIGHTS: dict = {"A": {"b": open("x")}}', "not a file of weights"),
    ('WEIGHTS: dict = {"A": {"b": 1.0}}', "is missing or has other features"),
])
def test_refuses(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "w.py").write_text(text, encoding="utf-8")
    with pytest.raises(MtqaError, match=says):
        read_weights(tmp_path / "w.py")
