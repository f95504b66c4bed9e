"""Evaluation carries signatures and refuses files that do not match."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation import Hypothesis
from mtqa.translation.evaluation import evaluate, read_lines


class Echo:
    source, target, signature = "en", "es", "en-es:echo:0"

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        return [[Hypothesis(text, 0.0)] for text in texts]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        return [0.0 for _ in sources]


def test_perfect_and_wrong_translations() -> None:
    lines = ["El ministro lee la carta en casa.", "La jueza firma una ley muy larga."]
    result = evaluate(Echo(), lines, lines)
    assert result.bleu == pytest.approx(100) and result.chrf == pytest.approx(100)
    assert "version:" in result.chrf_signature and "nc:6" in result.chrf_signature
    assert evaluate(Echo(), lines, ["zzz", "qqq"]).chrf < 5
    assert any("chrF2  100.0" in line for line in result.lines())


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\u2028line\ntwo\n", encoding="utf-8")
    assert read_lines(path) == ["one\u2028line", "two"]
    path.write_bytes(b"")
    with pytest.raises(MtqaError, match="empty"):
        read_lines(path)
    with pytest.raises(MtqaError, match="cannot be read"):
        read_lines(tmp_path / "none")
    with pytest.raises(MtqaError, match="2 source lines but 1"):
        evaluate(Echo(), ["a", "b"], ["a"])
