"""Texts to pieces, and pieces to batches of like length: what the engines share, so that they agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

EOS = "</s>"
MAX_PIECES = 200
"""Longest text, in pieces, that an engine reads; the rest is cut off."""
BATCH_PIECES = 3_000
REMEDY = "reinstall mtqa, or make the model with `mtqa model export`"


class Tokenizer:
    """The SentencePiece models of a folder: one for the source, one for the target language."""

    def __init__(self, folder: Path) -> None:
        self._source = _load(folder / "source.spm")
        self._target = _load(folder / "target.spm")

    def source_pieces(self, text: str) -> list[str]:
        """Pieces of an input text, ``</s>`` last; at most MAX_PIECES and ``</s>``."""
        return [*self._source.EncodeAsPieces(text)[:MAX_PIECES], EOS]

    def target_pieces(self, text: str) -> list[str]:
        """Pieces of an output text, without ``</s>``; at most MAX_PIECES."""
        return list(self._target.EncodeAsPieces(text)[:MAX_PIECES])

    def text(self, pieces: Sequence[str]) -> str:
        """The text of output pieces."""
        return str(self._target.DecodePieces([piece for piece in pieces if piece != EOS])).strip()


def _load(path: Path) -> SentencePieceProcessor:
    import sentencepiece

    if not path.is_file():
        raise MtqaError(f"{path}: missing; {REMEDY}")
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as error:
        raise MtqaError(f"{path}: not a SentencePiece model, or cut short; {REMEDY}") from error


def batches(lengths: Sequence[int], width: int = 1) -> Iterator[list[int]]:
    """Indices in batches of like length, longest first, at most BATCH_PIECES padded pieces times ``width``."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    start = 0
    while start < len(order):
        size = max(1, BATCH_PIECES // (max(1, lengths[order[start]]) * width))
        yield order[start : start + size]
        start += size


def output_limit(longest_source: int) -> int:
    """Most pieces that a translation may have, given the longest source of its batch."""
    return min(2 * longest_source + 16, 2 * MAX_PIECES)


def digest(*paths: Path) -> str:
    """Eight hexadecimal digits that name the content of some files.

    Raises MtqaError when one cannot be read.
    """
    state = hashlib.blake2b(digest_size=4)
    for path in paths:
        try:
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    state.update(block)
        except OSError as error:
            raise MtqaError(f"{path}: cannot be read ({error.strerror}); {REMEDY}") from error
    return state.hexdigest()
