"""Where the text of a decision stands in a file now: at its old place, or wherever the same words are around it."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.findings import fingerprint, surroundings
from mtqa.fixing.edits import as_written
from mtqa.review.decisions import Decision

_COMMENT = "<!--"
"""Findings may be about mtqa's own comments, which are no readable text."""


def place_of(document: Document, decision: Decision) -> int | None:
    """The code point at which the text of a decision begins; None where it is not to be found for sure.

    No lint is needed: a fingerprint is made of the rule, the text and the words around it. Only readable text counts:
    not front matter, code, link targets or attributes.
    """
    if _stands(document, decision, decision.start):
        return decision.start
    places = [
        start
        for start in _occurrences(document.text, decision.text)
        if _print(document, decision, start) == decision.fingerprint and _stands(document, decision, start)
    ]
    return places[decision.number - 1] if len(places) >= decision.number else None


def is_corrected(document: Document, decision: Decision) -> bool:
    """Whether the replacement stands where the text was: between the same words, or in a file that has the text no
    more (a correction beside it changes the words around)."""
    replacement = as_written(document, decision.replacement or "")
    if not replacement:
        return False
    for start in _occurrences(document.text, replacement):
        context = surroundings(document.text, start, start + len(replacement))
        if fingerprint(decision.code, decision.text, context) == decision.fingerprint:
            return True
    return replacement in document.text and decision.text not in document.text.replace(replacement, "")


def is_readable(document: Document, start: int, end: int) -> bool:
    """Whether ``[start, end)`` of the file is a stretch of readable text without markup in it; a line break may be."""
    words = " ".join(document.text[start:end].split())
    for block in document.blocks:
        whole = block.source_span(0, len(block.text))
        if not (whole.start <= start and end <= whole.end):
            continue
        for index in _occurrences(block.text, words):
            span = block.source_span(index, index + len(words))
            if (span.start, span.end) == (start, end):
                return True
    return False


def _stands(document: Document, decision: Decision, start: int) -> bool:
    end = start + len(decision.text)
    if not decision.text or document.text[start:end] != decision.text:
        return False
    return decision.text.startswith(_COMMENT) or is_readable(document, start, end)


def _print(document: Document, decision: Decision, start: int) -> str:
    context = surroundings(document.text, start, start + len(decision.text))
    return fingerprint(decision.code, decision.text, context)


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
