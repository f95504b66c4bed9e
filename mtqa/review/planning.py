"""From decisions to corrections of a file: what can be put into it, and what cannot and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mtqa.document import Document
from mtqa.fixing.edits import Edit, applied, as_written
from mtqa.output.excerpt import printable
from mtqa.review.decisions import Decision
from mtqa.review.placing import is_corrected, place_of


@dataclass
class Plan:
    """The corrections of a file. ``edits`` are in the order of the text and do not overlap; ``done`` are the decisions
    that they carry out, ``present`` those that the file has already, ``skipped`` has a line for each that cannot be
    carried out."""

    edits: list[Edit] = field(default_factory=list)
    done: list[Decision] = field(default_factory=list)
    present: list[Decision] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def plan(document: Document, decisions: Iterable[Decision]) -> Plan:
    """How the decisions that correct something are put into a document. Of two that overlap the longer text wins: it
    holds the other."""
    made = Plan()
    taken: dict[tuple[int, int], Edit] = {}
    for decision in sorted(decisions, key=lambda each: (each.start - each.end, each.start, each.id)):
        if not decision.corrects:
            continue
        start = place_of(document, decision)
        if start is None:
            if is_corrected(document, decision):
                made.present.append(decision)
            else:
                made.skipped.append(_line(decision, "is not there any more, or the words around it have changed"))
            continue
        span = (start, start + len(decision.text))
        text = decision.replacement or ""
        written = text if not text or decision.text.startswith("<!--") else as_written(document, text, start)
        if written is None:
            made.skipped.append(_line(decision, f"“{text}” would be markup there, or the file's encoding lacks it"))
        elif taken.get(span, Edit(*span, written)) != Edit(*span, written) or _overlaps(span, taken):
            made.skipped.append(_line(decision, "another correction changes the same words"))
        else:
            taken[span] = Edit(*span, written)
            made.done.append(decision)
    made.edits = sorted(
        (edit for edit in taken.values() if document.text[edit.start : edit.end] != edit.text),
        key=lambda edit: edit.start,
    )
    return made


def corrected(document: Document, made: Plan) -> str:
    """The text of a document with the corrections of a plan."""
    return applied(document.text, made.edits)


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in taken if (start, end) != span)


def _line(decision: Decision, why: str) -> str:
    return f"{printable(decision.path)}: “{printable(decision.text)}”: {why}"
