"""Which findings of a story are about the same: one decision covers them all.

The gazetteer's own name for the entity tells, where it is known. Else what should stand there tells; and a surname
standing alone belongs to the full name that was found wrong in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.findings import Finding
from mtqa.gazetteer.folding import fold


def entity_keys(findings: Sequence[Finding]) -> list[str]:
    """A key for each finding of one story, equal for those that are about the same entity and rule."""
    keys = [_own_key(finding) for finding in findings]
    whole = [index for index, finding in enumerate(findings) if " " in _suggestion(finding)]
    for index, finding in enumerate(findings):
        if finding.entity or " " in _suggestion(finding):
            continue
        owners = {keys[other] for other in whole if _is_part(finding, findings[other])}
        if len(owners) == 1:
            keys[index] = owners.pop()
    return keys


def _own_key(finding: Finding) -> str:
    return f"{finding.code}:{finding.entity or fold(_suggestion(finding) or finding.text)}"


def _suggestion(finding: Finding) -> str:
    return finding.suggestions[0] if finding.suggestions else ""


def _is_part(short: Finding, whole: Finding) -> bool:
    """Whether both the text and the suggestion of one finding are words of the other's."""
    return (
        short.code == whole.code
        and short.text in whole.text.split()
        and _suggestion(short) in _suggestion(whole).split()
    )
