"""A repository that names its translation model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.config.settings import Settings
from mtqa.errors import MtqaError
from mtqa.linting import Linter
from mtqa.translation import embedded_folder
from mtqa.translation.choice import model_folder, pinned
from tests.cli.conftest import FakeLinter

Mtqa = Callable[..., Any]
HUB = "somebody/opus-en-es"


@pytest.fixture(autouse=True)
def story(mtqa: Mtqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_MODELS", str(tmp_path / "models"))
    Path("story.md").write_text("The mayor spoke.\n")


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is fetched and converted: a stand-in for the hub, whose one model says what it translates."""
    calls: list[str] = []
    copy = tmp_path / "hub"
    copy.mkdir()
    (copy / "tokenizer_config.json").write_text('{"source_lang": "en", "target_lang": "es"}')

    def local_copy(name: str) -> Path:
        calls.append(name)
        return copy

    def convert(source: Path, target: Path) -> None:
        calls.append("converted")
        target.mkdir()
        (target / "model.bin").write_bytes(b"weights")

    monkeypatch.setattr("mtqa.translation.choice.local_copy", local_copy)
    monkeypatch.setattr("mtqa.translation.training.export.convert", convert)
    return calls


def test_a_name_on_the_hub_is_fetched_and_converted_once(mtqa: Mtqa, tmp_path: Path, fetched: list[str]) -> None:
    Path("mtqa.toml").write_text(f'model = "{HUB}"\n')
    assert model_folder(HUB, "en-es") is None
    for _ in range(2):
        assert mtqa("lint", "story.md").status == 0
    place = tmp_path / "models" / "pinned" / "en-es" / "somebody--opus-en-es"
    assert FakeLinter.settings.model == str(place)
    assert fetched == [HUB, "converted"]
    assert model_folder(HUB, "en-es") == pinned(HUB, "en-es") == place
    assert mtqa("lint", "story.md", "--model", "embedded").status == 0
    assert FakeLinter.settings.model == "embedded"  # the command line comes first


def test_without_models_none_is_fetched(mtqa: Mtqa, fetched: list[str]) -> None:
    assert mtqa("lint", "story.md", "--model", HUB, "--no-models").status == 0
    assert fetched == []


def test_a_model_of_the_other_direction_is_refused(mtqa: Mtqa, tmp_path: Path, fetched: list[str]) -> None:
    (tmp_path / "hub" / "tokenizer_config.json").write_text('{"source_lang": "es", "target_lang": "en"}')
    outcome = mtqa("lint", "story.md", "--model", HUB)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"mtqa: {HUB}: translates es-en, and this needs a model for en-es\n"


def test_a_folder_counts_from_the_configuration_file(mtqa: Mtqa, tmp_path: Path) -> None:
    Path("desk/ours/ct2").mkdir(parents=True)
    Path("desk/mtqa.toml").write_text('model = "ours"\n')
    Path("desk/story.md").write_text("It rained.\n")
    assert mtqa("lint", "desk/story.md").status == 0
    assert FakeLinter.settings.model == "desk/ours"
    shown = json.loads(mtqa("config", "show", "desk", "--format", "json").out)["settings"]["model"]
    assert shown == {"value": "desk/ours", "origin": "desk/mtqa.toml:1"}
    Path("mtqa.toml").write_text('model = "./none"\n')
    outcome = mtqa("lint", "story.md")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "none: no such folder; give a model folder or a hub name" in outcome.err


def test_the_linter_opens_it() -> None:
    default = Linter(Settings()).signature
    assert Linter(Settings(model=str(embedded_folder("en-es")))).signature == default
    assert Linter(Settings(model="embedded")).signature == default
    with pytest.raises(MtqaError, match=r"model.bin: missing"):
        _ = Linter(Settings(model=str(embedded_folder("en-es") / "hf"), engine="ct2")).signature
