"""The two engines say the same of the same weights, and refuse what they cannot serve."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation import Hypothesis, Translator, ct2, open_translator
from mtqa.translation.batching import MAX_PIECES, Tokenizer

TEXTS = ["The minister reads the letter.", "The judge signs the book.", "", "The president signs a long law.",
         "The neighbour buys the newspaper.", "   ", "The writer writes a long law."]
TARGETS = ["El ministro lee la carta.", "el juez", "", "El presidente firma una ley larga.", "la casa", "x", "ñ"]


@pytest.fixture(scope="module")
def fast(model_folder: Path) -> Translator:
    return open_translator("en-es", name=str(model_folder), engine="ct2", threads=1)


@pytest.fixture(scope="module")
def reference(model_folder: Path) -> Translator:
    return open_translator("en-es", name=str(model_folder), engine="transformers", threads=1)


def test_same_best_translations(fast: Translator, reference: Translator) -> None:
    quick, slow = fast.translate(TEXTS), reference.translate(TEXTS)
    assert [row[0].text for row in quick] == [row[0].text for row in slow]
    assert quick[0][0].text == "El ministro lee la carta."
    for a, b in zip(quick, slow):
        assert a[0].score == pytest.approx(b[0].score, abs=0.1)


def test_same_forced_scores(fast: Translator, reference: Translator) -> None:
    for a, b in zip(fast.score(TEXTS, TARGETS), reference.score(TEXTS, TARGETS)):
        assert a == pytest.approx(b, rel=0.1, abs=0.3)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_hypothesis_score_is_the_forced_score_of_a_piece(engine: str, request: pytest.FixtureRequest,
                                                         model_folder: Path) -> None:
    tokenizer = Tokenizer(model_folder / "ct2")
    translator: Translator = request.getfixturevalue(engine)
    best = translator.translate(TEXTS[:1])[0][0]
    total = translator.score(TEXTS[:1], [best.text])[0]
    assert total / best.score == pytest.approx(len(tokenizer.target_pieces(best.text)) + 1, rel=0.01)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_shapes(engine: str, request: pytest.FixtureRequest) -> None:
    translator: Translator = request.getfixturevalue(engine)
    assert translator.translate([]) == [] and translator.score([], []) == []
    assert translator.translate(["", " "], n_best=3) == [[Hypothesis("", 0.0)]] * 2
    rows = translator.translate(TEXTS[:2], beam_size=1, n_best=5)
    for row in rows:
        scores = [hypothesis.score for hypothesis in row]
        assert len(row) == 5 and scores == sorted(scores, reverse=True) and scores[0] <= 0
    with pytest.raises(ValueError):
        translator.score(["a"], [])
    assert translator.signature.startswith("en-es:") and (translator.source, translator.target) == ("en", "es")


def test_order_does_not_matter(fast: Translator) -> None:
    assert fast.translate(TEXTS[::-1])[::-1] == fast.translate(TEXTS)


def test_a_translation_depends_on_its_text_alone(fast: Translator) -> None:
    """To the last digit, or what is found in an article would hang on those that were read before it."""
    together = fast.translate(TEXTS, n_best=4)
    assert [fast.translate([text], n_best=4)[0] for text in TEXTS] == together
    assert [fast.score([text], [target])[0] for text, target in zip(TEXTS, TARGETS)] == fast.score(TEXTS, TARGETS)


def test_long_input_is_cut(fast: Translator) -> None:
    long = "The minister reads the letter. " * (MAX_PIECES // 2)
    assert fast.translate([long])[0][0].text == fast.translate([long * 2])[0][0].text


def test_the_same_weights_have_the_same_signature(model_folder: Path, fast: Translator, tmp_path: Path) -> None:
    copy = shutil.copytree(model_folder / "ct2", tmp_path / "copy")
    assert open_translator("en-es", name=str(copy)).signature == fast.signature
    assert open_translator("es-en", name=str(copy)).signature != fast.signature


@pytest.mark.parametrize("name", ["ct2/model.bin", "ct2/source.spm", "ct2/shared_vocabulary.json", "hf/config.json",
                                  "hf/model.safetensors", "hf/vocab.json", "hf/target.spm"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_model_is_one_clear_line(model_folder: Path, tmp_path: Path, name: str, damage: str) -> None:
    folder = shutil.copytree(model_folder, tmp_path / "model")
    if damage == "missing":
        (folder / name).unlink()
    else:
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data[: len(data) // 2])
    engine = "ct2" if name.startswith("ct2") else "transformers"
    with pytest.raises(MtqaError) as error:
        open_translator("en-es", name=str(folder), engine=engine)
    assert "\n" not in str(error.value) and str(folder) in str(error.value)


def test_pickled_weights_are_refused(model_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(model_folder / "hf", tmp_path / "hf")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(MtqaError, match="pickled"):
        open_translator("en-es", name=str(folder), engine="transformers")


def test_unknown_folders_and_words(tmp_path: Path) -> None:
    for engine in ("ct2", "transformers", "auto"):
        with pytest.raises(MtqaError, match="no such folder"):
            open_translator("en-es", name=str(tmp_path / "nowhere"), engine=engine)
    with pytest.raises(MtqaError):
        open_translator("en-es", name=str(tmp_path))
    with pytest.raises(ValueError):
        open_translator("en-fr")


@pytest.mark.parametrize(("machine", "flags", "saturates"), [
    ("x86_64", "fpu avx2 fma", True),
    ("AMD64", "fpu avx2 avx512f", True),
    ("x86_64", "fpu avx2 avx_vnni", False),
    ("x86_64", "fpu avx512f avx512_vnni", False),
    ("aarch64", "fp asimd", False),
])
def test_int8_only_where_its_sums_do_not_overflow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, machine: str, flags: str, saturates: bool
) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr(ct2, "CPUINFO", tmp_path / "cpuinfo")
    assert not ct2.int8_saturates.__wrapped__()  # the processor cannot be asked
    (tmp_path / "cpuinfo").write_text(f"processor\t: 0\nflags\t\t: {flags}\nbugs\t\t: none\n", encoding="utf-8")
    assert ct2.int8_saturates.__wrapped__() is saturates
