"""How a model in training does on the corpus's held-out pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mtqa.translation.training.recipe import Recipe

SECTION = "heldout"
TRANSLATED = 100


def measure(model: Any, recipe: Recipe) -> tuple[float, float]:
    """Mean negative log-likelihood a piece over ``heldout.tsv``, and chrF2 of some greedy translations.

    (0, 0) when the corpus has no held-out file.
    """
    import numpy as np
    import sentencepiece
    import torch
    from sacrebleu.metrics import CHRF  # type: ignore[attr-defined]

    from mtqa.translation.training import batches, sections
    from mtqa.translation.training.network import batch_loss

    corpus = Path(recipe.corpus)
    pairs = sections.read(corpus, SECTION) if sections.find(corpus, SECTION) else []
    if not pairs:
        return 0.0, 0.0
    if recipe.direction == "es-en":
        pairs = [(es, en) for en, es in pairs]
    spm = sentencepiece.SentencePieceProcessor(model_file=str(recipe.vocabulary / "source.spm"))
    sides = [
        batches.join([np.array([*spm.Encode(pair[side]), batches.EOS_ID], dtype=np.uint16) for pair in pairs])
        for side in (0, 1)
    ]
    pad, device = int(model.config.pad_token_id), model.device
    model.eval()
    total = count = 0.0
    with torch.no_grad():
        for batch in batches.epoch(sides[0], sides[1], recipe.batch_tokens, 0):
            src, tgt = (batches.tensors(side, batch, pad).to(device) for side in sides)
            pieces_here = float((tgt != pad).sum())
            total += float(batch_loss(model, src, tgt, 0.0)[1]) * pieces_here
            count += pieces_here
        chosen = np.arange(0, len(pairs), max(1, len(pairs) // TRANSLATED))
        src = batches.tensors(sides[0], chosen, pad).to(device)
        out = model.generate(
            input_ids=src, attention_mask=(src != pad).long(), max_new_tokens=80, num_beams=1, do_sample=False
        )
    texts = [spm.Decode([int(i) for i in row if i not in (pad, batches.EOS_ID)]) for row in out]
    chrf = CHRF().corpus_score(texts, [[pairs[int(i)][1] for i in chosen]])
    return total / count, float(chrf.score)
