"""Decisions on a text, made as a page makes them: with the place and the fingerprint that a lint would give."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from mtqa.findings import fingerprint, surroundings
from mtqa.review.decisions import Decision


def decided(
    text: str, wrong: str, right: str | None, *, path: str = "a.md", nth: int = 1, code: str = "NAM101"
) -> Decision:
    """The decision on the ``nth`` occurrence of ``wrong``: a false alarm when ``right`` is None."""
    seen: Counter[str] = Counter()
    start = -1
    for _ in range(nth):
        start = text.index(wrong, start + 1)
        mark = fingerprint(code, wrong, surroundings(text, start, start + len(wrong)))
        seen[mark] += 1
    name = mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
    verdict = "false-alarm" if right is None else "accept"
    made = Decision(path, name, mark, code, wrong, start, start + len(wrong), verdict, right)
    return replace(made, by="Eva", at="2026-11-29T10:00:00Z")
