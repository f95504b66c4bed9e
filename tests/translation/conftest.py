"""A tiny model trained for a few steps on sentences made here, exported in both formats."""
from __future__ import annotations

import random
from pathlib import Path

import pytest

SUBJECTS = (("the minister", "el ministro"), ("the judge", "el juez"), ("the president", "el presidente"),
            ("the writer", "el escritor"), ("the neighbour", "el vecino"))
VERBS = (("reads", "lee"), ("writes", "escribe"), ("signs", "firma"), ("buys", "compra"))
OBJECTS = (("the letter", "la carta"), ("the book", "el libro"), ("the newspaper", "el periódico"),
           ("a long law", "una ley larga"), ("the house", "la casa"))


def write_corpus(folder: Path) -> Path:
    """A corpus folder of one section and a held-out file, all combinations of a few words."""
    pairs = []
    for s, t in SUBJECTS:
        for v, w in VERBS:
            for o, p in OBJECTS:
                pairs.append((f"{s} {v} {o}.".capitalize(), f"{t} {w} {p}.".capitalize()))
                pairs.append((f"{s} {v} {o}", f"{t} {w} {p}"))
    random.Random(3).shuffle(pairs)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{en}\t{es}" for en, es in pairs]
    (folder / "plain.tsv").write_text("\n".join(lines[20:]) + "\n", encoding="utf-8")
    (folder / "heldout.tsv").write_text("\n".join(lines[:20]) + "\n", encoding="utf-8")
    return folder


RECIPE = """\
direction: en-es
corpus: {corpus}
output: {output}
mix: {{plain: 3}}
vocab_size: 312
d_model: 32
heads: 2
ffn: 64
encoder_layers: 1
decoder_layers: 1
max_length: 40
batch_tokens: 700
peak_rate: 0.01
matrix_rate: 0.02
warmup: 20
short_first: 0
steps: {steps}
"""


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a short training run; ``recipe.yaml`` lies in it."""
    from mtqa.translation.training.loop import train
    from mtqa.translation.training.recipe import read_recipe

    base = tmp_path_factory.mktemp("run")
    corpus = write_corpus(base / "corpus")
    recipe = base / "recipe.yaml"
    recipe.write_text(RECIPE.format(corpus=corpus, output=base / "out", steps=200), encoding="utf-8")
    train(read_recipe(recipe))
    return base


@pytest.fixture(scope="session")
def model_folder(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported tiny model: ``hf/`` and ``ct2/``."""
    from mtqa.translation.training.export import export_run
    from mtqa.translation.training.recipe import read_recipe

    out = tmp_path_factory.mktemp("models") / "en-es"
    export_run(read_recipe(run_folder / "recipe.yaml"), run_folder / "out", out)
    return out
