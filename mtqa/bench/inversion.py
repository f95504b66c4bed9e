"""Does English→Spanish find the Spanish name behind a literal translation?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from mtqa.bench.gold import GoldSpan, read_doc, read_gold
from mtqa.bench.share import Share
from mtqa.document.readers import parse
from mtqa.gazetteer.folding import fold
from mtqa.translation import Translator

N_BEST = 8
_ARTICLES = frozenset("el la los las lo un una unos unas".split())
_WORD = re.compile(r"\w+")


def measure_inversion(folder: Path, translator: Translator, *, beam_size: int = N_BEST) -> list[Share]:
    """How many definite literal spans have their Spanish form among the `N_BEST` best back-translations.

    Asked alone, alone in lower case, and within their sentence; then any of the three, and each class of
    span by any. Articles, case and diacritics do not count. Raises MtqaError on a damaged bench.
    """
    spans = [s for s in read_gold(folder) if s.kind.endswith("_literal") and s.status == "definite"]
    ways = {
        "alone": [span.text for span in spans],
        "alone, lower case": [span.text.lower() for span in spans],
        "in its sentence": [_sentence(folder, span) for span in spans],
    }
    found: dict[str, list[bool]] = {}
    for way, texts in ways.items():
        rows = translator.translate(texts, beam_size=max(beam_size, N_BEST), n_best=N_BEST)
        found[way] = [holds((h.text for h in row), span.spanish) for row, span in zip(rows, spans)]
    found["any of these"] = [any(each) for each in zip(*found.values())]
    shares = [Share(way, sum(hits), len(hits)) for way, hits in found.items()]
    for kind in sorted({span.kind for span in spans}):
        hits = [hit for hit, span in zip(found["any of these"], spans) if span.kind == kind]
        shares.append(Share(f"  {kind}", sum(hits), len(hits)))
    return shares


def holds(hypotheses: Iterable[str], spanish: str) -> bool:
    """Whether some hypothesis holds the words of ``spanish`` in a row."""
    wanted = _words(spanish)
    return any(_within(wanted, _words(text)) for text in hypotheses)


def _words(text: str) -> list[str]:
    words = _WORD.findall(fold(text))
    return [word for word in words if word not in _ARTICLES] or words


def _within(wanted: Sequence[str], words: Sequence[str]) -> bool:
    size = len(wanted)
    return any(list(words[at : at + size]) == list(wanted) for at in range(len(words) - size + 1))


def _sentence(folder: Path, span: GoldSpan) -> str:
    document = parse(read_doc(folder, span), f"{span.doc}.txt", "text")
    for block in document.blocks:
        for sentence in block.sentences:
            if sentence.start <= span.start and span.end <= sentence.end:
                return document.text[sentence.start : sentence.end]
    return span.text
