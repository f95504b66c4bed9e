"""Findings about suppressions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.suppression import unused_suppression, wrong_suppression
from mtqa.suppression.model import Fault, Suppression

_LINE_BEFORE = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*\Z")
_LINE_AFTER = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_SPACE_BEFORE = re.compile(r"[ \t]+\Z")
_RULES = re.compile(r"\[[^\]]*\]")


def unused_finding(
    document: Document, suppression: Suppression, needless: Sequence[str], left: Sequence[str]
) -> Finding:
    """That a suppression need not name the rules ``needless`` ("" for all); ``left`` are those that it must."""
    what = " and ".join(needless) if any(needless) else "anything"
    message = f"unused suppression: mtqa does not find {what} here"
    start, end = suppression.start, suppression.end
    if suppression.how != "comment":
        return _finding(document, unused_suppression.CODE, unused_suppression.NAME, message, start, end)
    if left:
        text = _RULES.sub(f"[{', '.join(left)}]", document.text[start:end], count=1)
        return _finding(
            document, unused_suppression.CODE, unused_suppression.NAME, message, start, end, (text,), "safe"
        )
    start, end = _with_line(document.text, start, end)
    return _finding(document, unused_suppression.CODE, unused_suppression.NAME, message, start, end, ("",), "safe")


def wrong_finding(document: Document, fault: Fault) -> Finding:
    """That a suppression cannot be understood."""
    safety = "unsafe" if fault.suggestions else "none"
    code, name = wrong_suppression.CODE, wrong_suppression.NAME
    return _finding(document, code, name, fault.message, fault.start, fault.end, fault.suggestions, safety)


def _with_line(text: str, start: int, end: int) -> tuple[int, int]:
    """What goes with a comment that is removed: its line, if it has that to itself, else the space before it."""
    before, after = _LINE_BEFORE.search(text, 0, start), _LINE_AFTER.match(text, end)
    if before and after:
        return before.start(), after.end()
    space = _SPACE_BEFORE.search(text, 0, start)
    return (space.start() if space else start), end


def _finding(
    document: Document,
    code: str,
    name: str,
    message: str,
    start: int,
    end: int,
    suggestions: tuple[str, ...] = (),
    safety: str = "none",
) -> Finding:
    line, column = document.line_column(start)
    text = document.text[start:end]
    return Finding(code, name, "warning", 1.0, message, start, end, line, column, text, suggestions, safety)
