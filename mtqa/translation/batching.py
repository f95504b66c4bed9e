"""Texts to pieces, and pieces to batches of one length: what the engines share, so that they agree."""

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


def batches(lengths: Sequence[tuple[int, ...]], width: int = 1) -> Iterator[list[int]]:
    """Indices in batches of one length, longest first, at most BATCH_PIECES pieces times ``width``.

    ``lengths`` has for each text, or pair of texts, the pieces that each takes. Only equal ones share a batch: padding
    and the limits of a longer neighbour would change what a model says of a text, and with it what is found in an
    article would hang on the articles before it.
    """
    groups: dict[tuple[int, ...], list[int]] = {}
    for i, length in enumerate(lengths):
        groups.setdefault(length, []).append(i)
    for length in sorted(groups, key=lambda each: (-sum(each), each)):
        size = max(1, BATCH_PIECES // (max(1, sum(length)) * width))
        for start in range(0, len(groups[length]), size):
            yield groups[length][start : start + size]


def output_limit(source: int) -> int:
    """Most pieces that a translation may have, given its source's."""
    return min(2 * source + 16, 2 * MAX_PIECES)


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
