"""Sections are read plain or packed; packing is deterministic and loses nothing."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import sections


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "plain.tsv").write_text("the bell\tla campana\nno tab here\nñ\tü\tmore\n", encoding="utf-8")
    (folder / "other.tsv").write_text("a\tb\n", encoding="utf-8")
    (folder / "manifest.tsv").write_text("kind\tname\n", encoding="utf-8")
    return folder


def test_packed_is_plain(corpus: Path, tmp_path: Path) -> None:
    written = sections.pack(corpus, tmp_path / "packed")
    assert [path.name for path in written] == ["other.tsv.xz", "plain.tsv.xz"]
    assert (tmp_path / "packed" / "manifest.tsv").read_text() == "kind\tname\n"
    for folder in (corpus, tmp_path / "packed"):
        assert sections.read(folder, "plain") == [("the bell", "la campana"), ("ñ", "ü")]
    again = sections.pack(corpus, tmp_path / "again")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def test_a_recipe_takes_a_packed_corpus(corpus: Path, tmp_path: Path) -> None:
    from mtqa.translation.training.recipe import read_recipe

    sections.pack(corpus, tmp_path / "packed")
    recipe = tmp_path / "r.yaml"
    recipe.write_text(f"direction: en-es\ncorpus: {tmp_path / 'packed'}\noutput: o\nmix: {{plain: 1}}\n")
    assert read_recipe(recipe).mix == {"plain": 1}


def test_refuses(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MtqaError, match="holds no section"):
        sections.pack(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(MtqaError, match=r"nothere\.tsv: missing"):
        sections.read(corpus, "nothere")
    packed = sections.pack(corpus, tmp_path / "packed")[1]
    packed.write_bytes(packed.read_bytes()[:-8])
    with pytest.raises(MtqaError, match=r"plain\.tsv\.xz: cannot be read"):
        sections.read(tmp_path / "packed", "plain")
    (corpus / "plain.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(MtqaError, match=r"plain\.tsv: cannot be read"):
        sections.read(corpus, "plain")
    monkeypatch.setattr(sections, "LARGEST", 10)
    with pytest.raises(MtqaError, match="split it"):
        sections.pack(corpus, tmp_path / "small")
