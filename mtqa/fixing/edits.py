"""Which suggestions are put into a text, and the text with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtqa.document import Document
from mtqa.document.readers import format_of
from mtqa.document.readers.htmltokens import in_cdata
from mtqa.findings import SEVERITIES, Finding

_MARKDOWN = frozenset("\\`*_{}[]<>#|~&\n\r")
"""What Markdown may take for markup: a suggestion with such a sign is left to the editor."""
_STATED = re.compile(
    r"""<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.I,
)
"""How XML and HTML state their encoding."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, not even as a reference."""
_HEAD = 2048
"""Code points in which they do."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in the place of the code points ``[start, end)``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Which fixes are wanted: the safe ones; with ``unsafe`` also unsafe ones of at least ``confidence``."""

    unsafe: bool = False
    confidence: float = 0.96

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be fixed: one that is not shown never is."""
        if not finding.suggestions or finding.severity == SEVERITIES[-1]:
            return False
        if finding.fix_safety == "unsafe":
            return self.unsafe and finding.confidence >= self.confidence
        return finding.fix_safety == "safe"


def edits(document: Document, findings: Sequence[Finding], policy: Policy) -> list[Edit]:
    """The edits for the findings that the policy wants, in the order of the text.

    A name is corrected throughout or not at all: with "Pedro Castle" goes the "Castle" that a finding says is he again,
    for once the full name is right nothing would tell of it any more. Of findings that overlap the surer one is
    corrected, then the longer, then the first; the other may come when the text is linted anew.
    """
    wanted = [finding for finding in findings if policy.wants(finding)]
    wanted.sort(key=lambda f: (-f.confidence, f.start - f.end, f.start, f.code))
    chosen: dict[tuple[int, int], Edit] = {}
    for finding in wanted:
        group = [_edit(document, each) for each in (finding, *_echoes(finding, findings))]
        new = [edit for edit in group if edit is not None and (edit.start, edit.end) not in chosen]
        if None not in group and all(_apart(edit, chosen.values()) for edit in new):
            chosen.update({(edit.start, edit.end): edit for edit in new})
    return sorted(chosen.values(), key=lambda edit: edit.start)


def _echoes(finding: Finding, findings: Iterable[Finding]) -> list[Finding]:
    """The shown findings that rest on this one: part of the same name, alone (``echoes`` of mtqa.detection.verdict)."""
    return [
        other
        for other in findings
        if other.code == finding.code
        and other.severity != SEVERITIES[-1]
        and [item.kind for item in other.evidence] == ["document"]
        and other.text in finding.text.split()
        and set(other.suggestions[:1]) <= set(finding.suggestions[0].split())
    ]


def _apart(edit: Edit, others: Iterable[Edit]) -> bool:
    return all(edit.end <= other.start or edit.start >= other.end for other in others)


def applied(text: str, chosen: Sequence[Edit]) -> str:
    """``text`` with the edits, which are in order and do not overlap."""
    pieces, position = [], 0
    for edit in chosen:
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, text[position:]])


def _edit(document: Document, finding: Finding) -> Edit | None:
    text = _written(document, finding)
    return None if text is None or text == finding.text else Edit(finding.start, finding.end, text)


def _written(document: Document, finding: Finding) -> str | None:
    """The best suggestion as the file would have it; None where it cannot stand there."""
    if not finding.suggestions or finding.fix_safety == "none":
        return None
    text = finding.suggestions[0]
    if document.text[finding.start : finding.end] != finding.text:
        return None
    if finding.text.startswith("<!--") or not text:  # our own comments: what replaces them is markup already
        return text
    return as_written(document, text, finding.start)


def as_written(document: Document, text: str, start: int | None = None) -> str | None:
    """A text as the document's file would have it, escaped where its format asks for that; None where it cannot stand
    there, because it would be markup or the encoding lacks a letter. ``start`` is the place that it is for."""
    form = document.metadata.get("format") or format_of(document.path)
    encoding = document.metadata.get("encoding") or "utf-8"
    if form in ("html", "xml"):
        return _in_markup(document, text, encoding, start)
    if form == "markdown" and _MARKDOWN & set(text):
        return None
    return text if _encodable(text, encoding) else None


def _in_markup(document: Document, text: str, encoding: str, start: int | None) -> str | None:
    """Signs of markup, and letters that the encoding lacks, become references; a CDATA section cannot have any."""
    if _UNFIT.search(text):
        return None
    stated = _STATED.search(document.text, 0, _HEAD)
    marked = bool(document.metadata.get("bom")) or encoding.startswith(("utf-16", "utf-32"))
    readers = (stated[1] or stated[2]) if stated and not marked else encoding
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    written = "".join(letter if _same(letter, encoding, readers) else f"&#{ord(letter)};" for letter in escaped)
    return None if written != text and start is not None and in_cdata(document.text, start) else written


def _same(letter: str, encoding: str, readers: str) -> bool:
    """Whether a letter written in an encoding is that letter to who reads the file in the encoding that it states.

    Files of plain ASCII state all kinds, and what states ISO 8859-1 is read as Windows-1252."""
    try:
        return letter.isascii() or letter.encode(encoding) == letter.encode(readers)
    except (LookupError, UnicodeError):
        return False


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
