"""The training set as piece ids, in batches of like length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.translation.training import sections
from mtqa.translation.training.recipe import Recipe

if TYPE_CHECKING:
    import numpy as np
    import torch

EOS_ID = 0


@dataclass(frozen=True)
class Pieces:
    """All sequences of one side, joined: sequence ``i`` is ``ids[starts[i]:starts[i + 1]]`` (with ``</s>``)."""

    ids: np.ndarray
    starts: np.ndarray

    def __getitem__(self, i: int) -> np.ndarray:
        row: np.ndarray = self.ids[self.starts[i] : self.starts[i + 1]]
        return row

    @property
    def lengths(self) -> np.ndarray:
        """Pieces in each sequence."""
        counts: np.ndarray = self.starts[1:] - self.starts[:-1]
        return counts


def encode(recipe: Recipe, pieces: Path) -> tuple[Pieces, Pieces]:
    """Source and target of the recipe's mix as ids, over-long pairs dropped. Deterministic."""
    import numpy as np
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(pieces / "source.spm"))
    flip = recipe.direction == "es-en"
    rng = np.random.default_rng(recipe.seed)
    sides: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for section, share in recipe.mix.items():
        pairs = sections.read(Path(recipe.corpus), section)
        encoded = [
            [np.array([*row, EOS_ID], dtype=np.uint16) for row in model.Encode([p[side] for p in pairs])]
            for side in (0, 1)
        ]
        source, target = encoded[::-1] if flip else encoded
        copies = np.full(len(pairs), int(share)) + (rng.random(len(pairs)) < share % 1)
        for src, tgt, count in zip(source, target, copies):
            if max(len(src), len(tgt)) <= recipe.max_length:
                sides[0].extend([src] * int(count))
                sides[1].extend([tgt] * int(count))
    return join(sides[0]), join(sides[1])


def join(rows: list[np.ndarray]) -> Pieces:
    """One Pieces of some sequences."""
    import numpy as np

    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    return Pieces(np.concatenate(rows) if rows else np.zeros(0, np.uint16), starts)


def epoch(source: Pieces, target: Pieces, tokens: int, seed: int) -> list[np.ndarray]:
    """The pairs of one epoch as index arrays, each at most ``tokens`` padded pieces on either side.

    Pairs are sorted by length with some noise, cut into batches, and the batches are shuffled.
    """
    import numpy as np

    rng = np.random.default_rng(seed)
    src, tgt = source.lengths, target.lengths
    order = np.lexsort((rng.random(len(src)), src // 2, tgt))
    batches, start, widest = [], 0, 0
    for at, i in enumerate(order):
        width = max(widest, int(src[i]), int(tgt[i]))
        if at > start and width * (at - start + 1) > tokens:
            batches.append(order[start:at])
            start, width = at, max(int(src[i]), int(tgt[i]))
        widest = width
    batches.append(order[start:])
    rng.shuffle(batches)
    return batches


def tensors(side: Pieces, batch: np.ndarray, pad: int) -> torch.Tensor:
    """One side of a batch as an int64 tensor of shape (pairs, longest), padded."""
    import numpy as np
    import torch

    rows = [side[int(i)] for i in batch]
    out = np.full((len(rows), max(len(row) for row in rows)), pad, dtype=np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return torch.from_numpy(out)


def endless(source: Pieces, target: Pieces, tokens: int, seed: int, skip: int) -> Iterator[np.ndarray]:
    """Batches epoch after epoch, the first ``skip`` left out (to resume where a run stopped)."""
    number = 0
    while True:
        for batch in epoch(source, target, tokens, seed + number):
            if skip:
                skip -= 1
                continue
            yield batch
        number += 1
