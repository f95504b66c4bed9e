"""What is fit to train on, and what the test sets bar."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.translation.training.filters import clean, is_fit, key, keys_of_files


@pytest.mark.parametrize(("en", "es", "fit"), [
    ("The law was passed.", "La ley se aprobó.", True),
    ("", "La ley.", False),
    ("Yes.", "La ley se aprobó ayer por la tarde en el Congreso.", False),
    ("{{ 12 }} == [34]", "{{ 12 }} == [34]", False),
    ("word " * 80, "palabra " * 80, False),
    ("This was never put into another language", "This was never put into another language", False),
    ("Angela Merkel", "Angela Merkel", True),
])
def test_is_fit(en: str, es: str, fit: bool) -> None:
    assert is_fit(en, es) is fit


def test_clean_drops_repeats_and_test_lines(tmp_path: Path) -> None:
    test = tmp_path / "test.en"
    test.write_text("The law was passed!\n\n", encoding="utf-8")
    pairs = [("The  law was passed.", "La ley se aprobó."), ("The judge left.", "El juez se fue."),
             ("the judge left", "el juez se fue")]
    assert list(clean(pairs, keys_of_files([test]), set())) == [("The judge left.", "El juez se fue.")]
    assert key("¡El Juez!") == key("el juez")
