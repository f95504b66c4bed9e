"""How far each rule can be trusted: its precision, from what people decided on its findings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mtqa.bench.share import Share
from mtqa.review.decisions import Decision


@dataclass(frozen=True, slots=True)
class RuleStats:
    """The decisions on a rule's findings. A finding is right when its suggestion was accepted or edited."""

    code: str
    name: str
    accepted: int
    edited: int
    alarms: int

    @property
    def precision(self) -> Share:
        """How many findings were right."""
        return Share(self.code, self.accepted + self.edited, self.accepted + self.edited + self.alarms)

    @property
    def suggestion(self) -> Share:
        """In how many of the right ones the suggestion was right, too."""
        return Share(self.code, self.accepted, self.accepted + self.edited)


def by_rule(decisions: Iterable[Decision], names: dict[str, str]) -> list[RuleStats]:
    """The statistics of each rule that was decided on, the most decided first; and of all, as code ``all``.

    ``names`` are the rules' names by their codes.
    """
    counts: dict[str, Counter[str]] = {}
    total = Counter[str]()
    for decision in decisions:
        counts.setdefault(decision.code, Counter())[decision.decision] += 1
        total[decision.decision] += 1
    ordered = sorted(counts, key=lambda code: (-counts[code].total(), code))
    rules = [_stats(code, names.get(code, ""), counts[code]) for code in ordered]
    return [*rules, _stats("all", "", total)] if rules else []


def _stats(code: str, name: str, counts: Counter[str]) -> RuleStats:
    return RuleStats(code, name, counts["accept"], counts["edit"], counts["false-alarm"])


def as_text(rules: list[RuleStats]) -> str:
    """A table; intervals are Wilson's, 95 %."""
    if not rules:
        return "Nothing has been decided yet.\n"
    head = ("rule", "", "decided", "accepted", "edited", "false", "precision", "95 % interval", "suggestion right")
    rows = [head, *(_row(rule) for rule in rules)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in
                 enumerate(zip(row, widths, strict=True))]  # fmt: skip
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def to_json(rules: list[RuleStats]) -> str:
    """The same numbers for other programs; shares from 0 to 1, null where there is nothing to divide by."""
    items = [
        {
            "code": rule.code,
            "rule": rule.name,
            "decided": rule.precision.total,
            "accepted": rule.accepted,
            "edited": rule.edited,
            "false_alarms": rule.alarms,
            "precision": _share(rule.precision),
            "suggestion_right": _share(rule.suggestion),
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": items}, ensure_ascii=False, indent=2) + "\n"


def _row(rule: RuleStats) -> tuple[str, ...]:
    low, high = rule.precision.interval
    decided = (str(rule.precision.total), str(rule.accepted), str(rule.edited), str(rule.alarms))
    right = f"{rule.suggestion.value:.0%}" if rule.suggestion.total else "–"
    return (rule.code, rule.name, *decided, f"{rule.precision.value:.0%}", f"{low:.0%} to {high:.0%}", right)


def _share(share: Share) -> dict[str, object]:
    if not share.total:
        return {"value": None, "low": None, "high": None}
    low, high = share.interval
    return {"value": round(share.value, 4), "low": round(low, 4), "high": round(high, 4)}
