"""One joint SentencePiece vocabulary, in the files that MarianTokenizer reads."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.errors import MtqaError
from mtqa.translation.training.sections import read

EOS, UNK, PAD = "</s>", "<unk>", "<pad>"


def train_pieces(texts: Iterator[str], out: Path, vocab_size: int, *, threads: int = 1) -> None:
    """Train a unigram model with byte fallback and write ``source.spm``, ``target.spm``, ``vocab.json``.

    ``vocab_size`` counts ``<pad>``, which stands last, as in every Marian model of transformers
    (the decoder starts from it, and CTranslate2 drops it).
    """
    import sentencepiece

    out.mkdir(parents=True, exist_ok=True)
    written = BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.Train(
            sentence_iterator=texts,
            model_writer=written,  # a file name would stay in the model
            vocab_size=vocab_size - 1,
            model_type="unigram",
            byte_fallback=True,
            character_coverage=0.9995,
            split_digits=True,
            eos_id=0,
            eos_piece=EOS,
            unk_id=1,
            unk_piece=UNK,
            bos_id=-1,
            pad_id=-1,
            num_threads=threads,
            minloglevel=2,
            max_sentence_length=2000,
        )
    except RuntimeError as error:
        raise MtqaError(f"vocab_size {vocab_size}: no such vocabulary from this text ({error})") from error
    for name in ("source.spm", "target.spm"):
        write_file(str(out / name), written.getvalue())
    write_vocabulary(out)


def write_vocabulary(out: Path) -> None:
    """``vocab.json`` for the ``source.spm`` in a folder: ids are SentencePiece's, ``<pad>`` comes last."""
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(out / "source.spm"))
    vocabulary = {model.IdToPiece(i): i for i in range(len(model))}
    vocabulary[PAD] = len(model)
    (out / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False, indent=0), encoding="utf-8")


def sample_lines(corpus: Path, sections: Sequence[str], limit: int, seed: int) -> Iterator[str]:
    """Both sides of up to ``limit`` random pairs from each section, to train the vocabulary on."""
    rng = random.Random(seed)
    for section in sections:
        pairs = read(corpus, section)
        for pair in rng.sample(pairs, min(limit, len(pairs))):
            yield from pair
