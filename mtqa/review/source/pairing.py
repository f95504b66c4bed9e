"""A story and its Spanish side by side: the data that the page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mtqa.document import Document, Sentence
from mtqa.errors import MtqaError
from mtqa.output.places import slashed
from mtqa.review.page.model import FindingData, MarkData, PairData, SourceData
from mtqa.review.source.alignment import Bead, Unit, align
from mtqa.review.source.cognates import keys_of
from mtqa.review.source.discovery import Sources
from mtqa.review.source.marking import mark_of

LIKE = 0.065
"""The share of cognate keys in common from which two texts are taken for the same story. Stories of 15 sentences cut
out of NTREX-128 have 0.17 or more with their own Spanish, and 0.06 or less with that of another."""


def source_of(
    document: Document, findings: Sequence[FindingData], sources: Sources, read: Callable[[str], Document]
) -> SourceData | None:
    """The Spanish of a story, where there is a file with it. Raises MtqaError for one that cannot be read, or that is
    that of another story."""
    path = sources.of(document.path)
    if path is None:
        return None
    found = source_data(document, read(path), findings, path=slashed(path))
    if found is None:
        raise MtqaError(f"{path}: does not look like the Spanish of {document.path}; not shown beside it")
    return found


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence, and the number and text of its block."""

    block: int
    text: str
    sentence: Sentence

    @property
    def unit(self) -> Unit:
        return Unit(self.sentence.end - self.sentence.start, keys_of(self.sentence.tokens))


def source_data(
    english: Document, spanish: Document, findings: Sequence[FindingData], *, path: str
) -> SourceData | None:
    """The sentences of a story that have a Spanish one, in order, with what its findings were in Spanish marked.

    ``path`` is how the Spanish file is called on the page. None where the two are not the same story.
    """
    one, other = _sentences(english), _sentences(spanish)
    beads = align([each.unit for each in one], [each.unit for each in other])
    pairs = [bead for bead in beads if bead.english and bead.spanish]
    if not pairs or sum(bead.common for bead in pairs) < LIKE * sum(bead.possible for bead in pairs):
        return None
    return {"path": path, "pairs": [pair for bead in pairs for pair in _pairs(bead, one, other, findings)]}


def _sentences(document: Document) -> list[_Placed]:
    return [
        _Placed(number, block.text, sentence)
        for number, block in enumerate(document.blocks)
        for sentence in block.sentences
    ]


def _pairs(
    bead: Bead, one: Sequence[_Placed], other: Sequence[_Placed], findings: Sequence[FindingData]
) -> Iterator[PairData]:
    """One pair for each block that the English sentences of a bead stand in."""
    spanish = " ".join(_text(other[number]) for number in bead.spanish)
    blocks: dict[int, list[Sentence]] = {}
    for number in bead.english:
        blocks.setdefault(one[number].block, []).append(one[number].sentence)
    for block, sentences in blocks.items():
        start, end = sentences[0].start, sentences[-1].end
        marks = list(_marks(findings, block, start, end, spanish))
        yield {"block": block, "start": start, "end": end, "text": spanish, "marks": marks}


def _text(placed: _Placed) -> str:
    return placed.text[placed.sentence.start : placed.sentence.end]


def _marks(findings: Sequence[FindingData], block: int, start: int, end: int, spanish: str) -> Iterator[MarkData]:
    for finding in findings:
        place = finding["place"]
        if place is None or place["block"] != block or not (start <= place["start"] and place["end"] <= end):
            continue
        if mark := mark_of(finding, spanish):
            yield {"finding": finding["id"], "start": mark.start, "end": mark.end}
