"""What a lint reports: findings, each with the evidence it rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

SEVERITIES = ("error", "warning", "info")
"""Worst first. ``info`` is kept in machine formats but not shown by default."""

CONTEXT = 24
"""Code points on either side of a span, within its line, that its fingerprint takes in."""


def surroundings(text: str, start: int, end: int) -> str:
    """The words around ``text[start:end]`` that a finding's fingerprint takes in: what :attr:`Finding.context` is."""
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return " ".join((before + "\x1f" + after).split())


def fingerprint(code: str, text: str, context: str) -> str:
    """16 hexadecimal digits that name a finding: rule, text and nearby words, but no line number (as SARIF asks)."""
    parts = "\x1f".join((code, text, context))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a finding: its kind (``role``, ``back-translation``, …) and a plain-words detail."""

    kind: str
    detail: str

    def to_json(self) -> dict[str, Any]:
        """The evidence as the JSON contract has it."""
        return {"kind": self.kind, "detail": self.detail}


@dataclass(frozen=True, slots=True)
class Finding:
    """One likely translation error.

    ``start`` and ``end`` are Unicode code points into the decoded file, end exclusive, and
    ``document.text[start:end] == text``; ``line`` and ``column`` count from 1, columns in code points.
    ``suggestions`` are best first, each a text that can replace ``text`` in place.
    """

    code: str
    rule: str
    severity: str
    confidence: float
    message: str
    start: int
    end: int
    line: int
    column: int
    text: str
    suggestions: tuple[str, ...] = ()
    fix_safety: str = "none"
    evidence: tuple[Evidence, ...] = ()
    context: str = field(default="", compare=False)
    """The words around the span (not shown): they make the fingerprint survive moved paragraphs."""
    entity: str = field(default="", compare=False)
    """The gazetteer's name for whom or what the text means, where it knows: findings on one entity are one question."""
    spanish: str = field(default="", compare=False)
    """The text that is supposed to stand behind the span, mostly Spanish."""

    @property
    def fingerprint(self) -> str:
        """A stable name for this finding that survives moved paragraphs."""
        return fingerprint(self.code, self.text, self.context)

    def to_json(self) -> dict[str, Any]:
        """The finding as the JSON contract has it, keys in its order."""
        return {
            "code": self.code,
            "rule": self.rule,
            "severity": self.severity,
            "confidence": round(self.confidence, 2),
            "message": self.message,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "text": self.text,
            "suggestions": list(self.suggestions),
            "fix": {"safety": self.fix_safety},
            "evidence": [item.to_json() for item in self.evidence],
            "fingerprint": self.fingerprint,
        }
