"""`mtqa model use`: another model in place of the embedded one, and back."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation import open_translator
from mtqa.translation.choice import choose, chosen, chosen_name, forget, local_copy, models_folder, told_direction


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MTQA_MODELS", str(tmp_path / "chosen"))
    return tmp_path / "chosen"


def test_the_folder_is_the_users_without_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MTQA_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert "mtqa" in str(models_folder()) and models_folder().is_absolute()


def test_a_chosen_model_serves_until_it_is_forgotten(model_folder: Path, own_folder: Path) -> None:
    before = open_translator("en-es").signature
    assert choose(str(model_folder / "hf")) == ("en-es", own_folder / "en-es")
    now = open_translator("en-es")
    assert now.signature == open_translator("en-es", name=str(model_folder)).signature != before
    assert now.translate(["The judge reads the book."])[0][0].text == "El juez lee el libro."
    assert open_translator("en-es", name="embedded").signature == before
    reference = open_translator("en-es", engine="transformers")
    assert reference.signature == open_translator("en-es", name=str(model_folder), engine="transformers").signature
    assert chosen_name(own_folder / "en-es") == str((model_folder / "hf").resolve()) and chosen("es-en") is None
    assert forget("en-es") and not forget("en-es")
    assert open_translator("en-es").signature == before


def test_a_model_that_cannot_serve_leaves_the_one_in_use(model_folder: Path, own_folder: Path, tmp_path: Path) -> None:
    choose(str(model_folder))
    good = open_translator("en-es").signature
    pickled = shutil.copytree(model_folder / "hf", tmp_path / "pickled")
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    misshapen = shutil.copytree(model_folder / "hf", tmp_path / "misshapen")
    config = json.loads((misshapen / "config.json").read_text())
    (misshapen / "config.json").write_text(json.dumps({**config, "encoder_ffn_dim": 4 * config["encoder_ffn_dim"]}))
    cut = shutil.copytree(model_folder / "hf", tmp_path / "cut")
    (cut / "model.safetensors").write_bytes((cut / "model.safetensors").read_bytes()[:1000])
    for folder, says in ((pickled, "pickled"), (misshapen, "cannot be converted"), (cut, "cannot be converted"),
                         (tmp_path / "nowhere", "no such folder")):
        with pytest.raises(MtqaError, match=says) as error:
            choose(str(folder), "en-es")
        assert "\n" not in str(error.value) and str(folder) in str(error.value)
        assert open_translator("en-es").signature == good
    assert [p.name for p in own_folder.iterdir()] == ["en-es"]


def test_direction_is_what_the_model_says(tmp_path: Path) -> None:
    settings = tmp_path / "tokenizer_config.json"
    settings.write_text('{"source_lang": "es", "target_lang": "en"}', encoding="utf-8")
    assert told_direction(tmp_path, "opus-mt-en-es") == "es-en"
    settings.write_text('{"source_lang": "en", "target_lang": "de"}', encoding="utf-8")
    with pytest.raises(MtqaError, match="give --direction"):
        told_direction(tmp_path, "opus-mt-en-es")
    settings.unlink()
    assert told_direction(tmp_path, "someone/opus-mt-en-es") == "en-es"
    with pytest.raises(MtqaError, match="give --direction"):
        told_direction(tmp_path, "someone/model")


def test_hub_names_are_looked_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []

    def fetch(name: str, allow_patterns: list[str]) -> str:
        asked.append(name)
        assert not any(pattern.endswith(".bin") for pattern in allow_patterns)
        if name == "nobody/nothing":
            raise OSError("404\nnot found")
        return str(tmp_path)

    monkeypatch.setattr("huggingface_hub.snapshot_download", fetch)
    assert local_copy("someone/opus-mt-en-es") == tmp_path and asked == ["someone/opus-mt-en-es"]
    with pytest.raises(MtqaError, match=r"nobody/nothing: not on this machine and cannot be fetched \(404\)"):
        local_copy("nobody/nothing")


def test_a_damaged_record_is_one_line(own_folder: Path) -> None:
    (own_folder / "en-es").mkdir(parents=True)
    (own_folder / "en-es" / "choice.json").write_text("{", encoding="utf-8")
    with pytest.raises(MtqaError, match=r"choice\.json: damaged"):
        open_translator("en-es", engine="transformers")
