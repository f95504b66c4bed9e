"""Recipes refuse what they do not know, on one line that names the file."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training.recipe import Recipe, keep_recipe, read_recipe, read_run_recipe

GOOD = "direction: en-es\ncorpus: {corpus}\noutput: {output}\nmix: {{plain: 1.5}}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "plain.tsv").write_text("a\tb\n", encoding="utf-8")
    return folder


def _read(corpus: Path, extra: str = "", **changes: object) -> Recipe:
    path = corpus.parent / "r.yaml"
    path.write_text(GOOD.format(corpus=corpus, output=corpus.parent / "out") + extra, encoding="utf-8")
    return read_recipe(path, **changes)


def test_reads_values_and_changes(corpus: Path) -> None:
    recipe = _read(corpus, "minutes: 5\n", threads=2, steps=None)
    assert (recipe.minutes, recipe.threads, recipe.steps) == (5.0, 2, 0)
    assert recipe.languages == ("en", "es") and recipe.vocabulary == corpus.parent / "out" / "pieces"


@pytest.mark.parametrize(("extra", "says"), [
    ("learning_rate: 3\n", "unknown key 'learning_rate'"),
    ("d_model: 250\n", "multiple of"),
    ("d_model: -8\n", "above 0"),
    ("d_model: large\n", "d_model must be int"),
    ("vocab_size: 3\n", "vocab_size"),
    ("dropout: 1\n", "dropout"),
    ("batch_tokens: 10\n", "batch_tokens"),
    ("direction: en-fr\n", "direction"),
    ("mix: {nothere: 1}\n", "nothere.tsv: missing"),
    ("mix: {plain: 0}\n", "above 0"),
    ("mix: {}\n", "no section"),
    ("mix: 3\n", "mapping"),
])
def test_refuses(corpus: Path, extra: str, says: str) -> None:
    with pytest.raises(MtqaError, match=says) as error:
        _read(corpus, extra)
    assert "\n" not in str(error.value) and "r.yaml" in str(error.value)


@pytest.mark.parametrize(("text", "says"), [("- 1\n", "key: value"), ("a: [\n", "not YAML"),
                                            ("direction: en-es\n", "'corpus' is missing")])
def test_refuses_other_files(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MtqaError, match=says):
        read_recipe(path)
    with pytest.raises(MtqaError, match="cannot be read"):
        read_recipe(tmp_path / "none.yaml")


def test_a_run_keeps_its_recipe(corpus: Path, tmp_path: Path) -> None:
    recipe = _read(corpus)
    keep_recipe(recipe)
    assert read_run_recipe(tmp_path / "out") == recipe
    with pytest.raises(MtqaError, match="missing or not a kept recipe"):
        read_run_recipe(tmp_path)


RECIPES = sorted((Path(__file__).parents[3] / "models" / "recipes").glob("*.yaml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_our_own_recipes_are_good(path: Path, tmp_path: Path) -> None:
    for section in ("tatoeba", "prose", "announcements", "textbooks", "documentation", "words", "dictionary", "names",
                    "copying", "swapped", "titles", "inversion_spans", "inversion_names", "inversion_newswire",
                    "inversion_prose", "inversion_bodies", "sampled_spans", "sampled_bodies", "sampled_newswire",
                    "sampled_prose"):
        (tmp_path / f"{section}.tsv").write_text("a\tb\n", encoding="utf-8")
    recipe = read_recipe(path, corpus=tmp_path)
    assert path.stem.endswith(recipe.direction) or path.stem == "small"


def test_there_are_recipes() -> None:
    assert {path.stem for path in RECIPES} == {"en-es", "es-en", "gpu-en-es", "gpu-es-en", "small"}


def test_refuses_negative_patience(corpus: Path) -> None:
    with pytest.raises(MtqaError, match="patience"):
        _read(corpus, "patience: -1\n")
