"""From checkpoints to what ships: float16 safetensors for transformers, int8 for CTranslate2."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetensors import SafetensorError

from mtqa.errors import MtqaError
from mtqa.translation.marian import check_folder, hush, no_sacremoses
from mtqa.translation.training import checkpoints
from mtqa.translation.training.network import PAD_BIAS, marian_config
from mtqa.translation.training.recipe import Recipe

if TYPE_CHECKING:
    import torch

PIECES = ("source.spm", "target.spm", "vocab.json")


def export(recipe: Recipe, weights: dict[str, torch.Tensor], out: Path, max_file: int | None = None) -> None:
    """Write ``out/hf`` and ``out/ct2`` from float32 weights; nothing half-written replaces a good model.

    ``max_file`` is the size in MB beyond which the safetensors file is split. Raises MtqaError when the
    weights do not fit the recipe or the disk is full.
    """
    partial = out.parent / f".writing-{out.name}"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        _write_hf(recipe, weights, partial / "hf", max_file)
        convert(partial / "hf", partial / "ct2")
        out.mkdir(parents=True, exist_ok=True)
        for part in ("hf", "ct2"):
            shutil.rmtree(out / part, ignore_errors=True)
            os.replace(partial / part, out / part)
    except (OSError, SafetensorError) as error:  # the latter is how safetensors says that the disk is full
        raise MtqaError(f"{out}: cannot be written ({getattr(error, 'strerror', None) or error})") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _write_hf(recipe: Recipe, weights: dict[str, torch.Tensor], folder: Path, max_file: int | None) -> None:
    import torch
    from transformers import GenerationConfig as Generation
    from transformers import MarianMTModel

    hush()
    folder.mkdir(parents=True)
    vocabulary = recipe.vocabulary
    size = len(json.loads((vocabulary / "vocab.json").read_text("utf-8")))
    model: Any = MarianMTModel(marian_config(recipe, size))
    state = dict(weights)
    state["final_logits_bias"] = torch.zeros(1, size)
    state["final_logits_bias"][0, -1] = PAD_BIAS
    try:
        unexpected = model.load_state_dict(state, strict=False).unexpected_keys
    except RuntimeError as error:
        raise MtqaError(f"the weights do not fit {recipe.where}: {str(error).splitlines()[-1].strip()}") from error
    if unexpected:
        raise MtqaError(f"the weights do not fit {recipe.where}: unknown tensor {unexpected[0]}")
    model.tie_weights()
    model.half()
    pad = size - 1
    settings: Any = Generation
    model.generation_config = settings(
        bad_words_ids=[[pad]], decoder_start_token_id=pad, pad_token_id=pad, eos_token_id=0, num_beams=4, max_length=400
    )
    model.save_pretrained(folder, safe_serialization=True, max_shard_size=f"{max_file or 1000}MB")
    for path in folder.glob("*.safetensors"):
        path.chmod(0o644)  # they are written readable by their owner alone
    for name in PIECES:
        shutil.copyfile(vocabulary / name, folder / name)
    source, target = recipe.languages
    (folder / "tokenizer_config.json").write_text(
        json.dumps(
            {
                "tokenizer_class": "MarianTokenizer",
                "source_lang": source,
                "target_lang": target,
                "separate_vocabs": False,
                "model_max_length": 400,
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def convert(folder: Path, out: Path, quantization: str = "int8_float32") -> None:
    """Convert a transformers MarianMT folder for CTranslate2, with the ``.spm`` files beside it.

    What is at ``out`` is replaced once the new files are complete. Raises MtqaError when the weights are
    missing, pickled or of the wrong shape, or the disk is full.
    """
    from ctranslate2.converters import TransformersConverter

    check_folder(folder)
    partial = out.with_name(f".converting-{out.name}")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        hush()
        converter = TransformersConverter(str(folder), copy_files=["source.spm", "target.spm"])
        with no_sacremoses():
            converter.convert(str(partial), quantization=quantization)
        shutil.rmtree(out, ignore_errors=True)
        os.replace(partial, out)
    except OSError as error:
        raise MtqaError(f"{out}: cannot be written ({error.strerror or error})") from error
    except Exception as error:  # RuntimeError for shapes, ValueError, KeyError, SafetensorError …
        why = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
        raise MtqaError(f"{folder}: cannot be converted ({why[:200]})") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def export_run(recipe: Recipe, run: Path, out: Path, last: int = 4, max_file: int | None = None) -> list[str]:
    """Average the last checkpoints of a run and export them; returns their names.

    Raises MtqaError when the run has none.
    """
    chosen = checkpoints.folders(run)[-last:]
    if not chosen:
        raise MtqaError(f"{run}: no checkpoint; train first with `mtqa model train`")
    export(recipe, checkpoints.average(chosen), out, max_file)
    return [folder.name for folder in chosen]
