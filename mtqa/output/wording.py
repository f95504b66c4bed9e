"""Words that several formats share."""

from __future__ import annotations

from collections import Counter

from mtqa.findings import SEVERITIES, Finding

MOST_REASONS = 2
MOST_SUGGESTIONS = 3


def grade(finding: Finding) -> str:
    """Severity and confidence; never "100 %", for nothing here is certain."""
    return f"{finding.severity} {min(round(100 * finding.confidence), 99)} %"


def suggestions(finding: Finding) -> tuple[str, ...]:
    """The best suggestions in words, as many as a reader takes in."""
    return tuple(text or "remove it" for text in finding.suggestions[:MOST_SUGGESTIONS])


def reasons(finding: Finding) -> list[str]:
    """The first reasons, in words."""
    return [item.detail for item in finding.evidence if item.detail][:MOST_REASONS]


def paragraph(finding: Finding) -> list[str]:
    """Message, suggestion and reasons, a line each."""
    lines = [finding.message]
    if finding.suggestions:
        lines.append(f"Suggestion: {' or '.join(suggestions(finding))}")
    return [*lines, *(f"Because {reason}" for reason in reasons(finding))]


def counted(counts: Counter[str]) -> str:
    """As in “1 error, 2 warnings”; empty for none."""
    return ", ".join(plural(counts[severity], severity) for severity in SEVERITIES if counts[severity])


def plural(number: int, noun: str) -> str:
    """The number with its noun."""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"
