"""``mtqa model`` from the outside."""
from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli.model import model
from mtqa.errors import MtqaError
from mtqa.translation.ct2 import int8_saturates

FAST = "ct2-float32" if int8_saturates() else "ct2-int8"


def _run(*args: object, text: str | None = None) -> Result:
    result = CliRunner().invoke(model, [str(arg) for arg in args], input=text)
    if isinstance(result.exception, MtqaError):
        raise result.exception
    return result


def test_translate_prints_scores(model_folder: Path) -> None:
    shown = _run("translate", "en-es", "The judge reads the book.", "--model", model_folder, "-n", 3, "--threads", 1)
    lines = shown.output.splitlines()
    assert shown.exit_code == 0 and len(lines) == 3
    assert lines[0].split("\t")[1] == "El juez lee el libro." and float(lines[0].split("\t")[0]) <= 0
    piped = _run("translate", "en-es", "--model", model_folder, text="The judge reads the book.\n\n")
    assert piped.output.splitlines() == [lines[0], "0.000\t"]
    forced = _run("translate", "en-es", "the judge", "--against", "el juez", "--model", model_folder)
    assert forced.output.endswith("\tel juez\n") and float(forced.output.split("\t")[0]) < 0


def test_evaluate_quality(model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.en").write_text("The judge reads the book.\nThe minister signs the letter.\n", encoding="utf-8")
    (tmp_path / "a.es").write_text("El juez lee el libro.\nEl ministro firma la carta.\n", encoding="utf-8")
    shown = _run("evaluate", "quality", tmp_path / "a.en", tmp_path / "a.es", "--direction", "en-es",
                 "--model", model_folder, "-o", tmp_path / "out.es", "--resamples", 20)
    assert "chrF2  100.0 ± 0.0  nrefs:1|bs:20|seed:" in shown.output and FAST in shown.output
    assert (tmp_path / "out.es").read_text(encoding="utf-8").splitlines()[0] == "El juez lee el libro."
    with pytest.raises(MtqaError, match="cannot be written"):
        _run("evaluate", "quality", tmp_path / "a.en", tmp_path / "a.es", "--direction", "en-es",
             "--model", model_folder, "-o", tmp_path / "no" / "out.es")


def test_evaluate_speed(model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.en").write_text("The judge reads the book.\n" * 5, encoding="utf-8")
    shown = _run("evaluate", "speed", tmp_path / "a.en", "--direction", "en-es", "--model", model_folder)
    lines = shown.output.splitlines()
    assert [line.split(":")[1] for line in lines[:2]] == [FAST, "transformers"]
    assert lines[2].startswith("ratio ") and float(lines[2].split()[1]) > 0


def test_evaluate_copying_is_signed(model_folder: Path) -> None:
    shown = _run("evaluate", "copying", "--names", 3, "--seed", 5, "--model", model_folder)
    lines = shown.output.splitlines()
    assert lines[0].endswith("|seed:5") and "gazetteer:" in lines[0] and "/ 3 " in lines[1]


def test_evaluate_inversion_names_the_bench(model_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"gold\.tsv: cannot be read"):
        _run("evaluate", "inversion", tmp_path, "--model", model_folder)


def test_info_names_files(model_folder: Path) -> None:
    shown = _run("info", "en-es", "--model", model_folder)
    assert FAST in shown.output and "MB  hf/model.safetensors" in shown.output
    both = _run("info")
    assert both.output.count("model      embedded\n") == 2


def test_use_and_back(model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_MODELS", str(tmp_path / "chosen"))
    shown = _run("use", model_folder)
    assert shown.output == f"en-es: {model_folder}, as int8 in {tmp_path / 'chosen' / 'en-es'}\n"
    assert f"model      {(model_folder / 'hf').resolve()}\n" in _run("info", "en-es").output
    assert _run("use", "embedded").output == "en-es: the embedded model\nes-en: the embedded model\n"
    assert "model      embedded\n" in _run("info", "en-es").output


def test_pack(run_folder: Path, tmp_path: Path) -> None:
    shown = _run("pack", run_folder / "corpus", tmp_path / "packed")
    assert [line.split("/")[-1] for line in shown.output.splitlines()] == ["heldout.tsv.xz", "plain.tsv.xz"]


def test_train_export_convert(run_folder: Path, tmp_path: Path) -> None:
    shown = _run("train", run_folder / "recipe.yaml", "--steps", 2, "-o", tmp_path / "run",
                 "--pieces", run_folder / "out" / "pieces")
    assert shown.exit_code == 0, shown.output
    shown = _run("export", tmp_path / "run", tmp_path / "en-es")
    assert "the mean of step-0000002" in shown.output
    _run("export", tmp_path / "run", tmp_path / "parts", "--max-file", 1)
    _run("convert", tmp_path / "en-es" / "hf", tmp_path / "again")
    assert (tmp_path / "again" / "model.bin").read_bytes() == (tmp_path / "en-es" / "ct2" / "model.bin").read_bytes()


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    for args in (["train", tmp_path / "none.yaml"], ["export", tmp_path, tmp_path / "out"],
                 ["translate", "en-es", "a", "--model", tmp_path / "none"], ["corpus", tmp_path, "-o", tmp_path / "c"]):
        with pytest.raises(MtqaError) as error:
            _run(*args)
        assert "\n" not in str(error.value) and str(tmp_path) in str(error.value)
