"""Suppressions against findings: what is kept, what is put aside and why, and which suppressions were needless."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mtqa.config.selection import check_selectors, exactness
from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.rules import RULES, Rule
from mtqa.suppression.comments import comments
from mtqa.suppression.heads import head
from mtqa.suppression.model import Fault, Hidden, Suppression
from mtqa.suppression.reporting import unused_finding, wrong_finding
from mtqa.suppression.sic import is_sic
from mtqa.suppression.sidecars import read_sidecar, sidecar_suppressions


@dataclass(slots=True)
class Suppressed:
    """The outcome for a document. ``reports`` are findings about its suppressions; ``sidecar`` is the sidecar with the
    findings about that."""

    findings: list[Finding] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    reports: list[Finding] = field(default_factory=list)
    sidecar: tuple[Document, list[Finding]] | None = None


def suppress(document: Document, findings: Sequence[Finding], ran: Sequence[Rule]) -> Suppressed:
    """Put aside what the document, its head or its sidecar says. ``ran`` are the rules whose silence means something:
    with none, no suppression is reported as unused. Raises MtqaError for a sidecar that means nothing."""
    sidecar = read_sidecar(document)
    beside = sidecar_suppressions(sidecar, document, _check) if sidecar else []
    inside, faults = _inside(document)
    outcome = Suppressed()
    used: dict[Suppression, set[str]] = {}
    for finding in findings:
        hits = [suppression for suppression in (*inside, *beside) if suppression.matches(finding)]
        for suppression in hits:
            used.setdefault(suppression, set()).update(_named_by(suppression, finding))
        if hits:
            outcome.hidden.append(Hidden(finding, hits[0].how, hits[0].reason))
        elif is_sic(document, finding):
            outcome.hidden.append(Hidden(finding, "sic"))
        else:
            outcome.findings.append(finding)
    outcome.reports += [wrong_finding(document, fault) for fault in faults]
    outcome.reports += _unused(document, inside, used, ran)
    if sidecar:
        outcome.sidecar = (sidecar, _unused(sidecar, beside, used, ran))
    return outcome


def _inside(document: Document) -> tuple[list[Suppression], list[Fault]]:
    made, faults = comments(document, _check)
    more, wrong = head(document, _check)
    return [*made, *more], [*faults, *wrong]


def _check(selectors: Sequence[str]) -> None:
    check_selectors(selectors, RULES)


def _named_by(suppression: Suppression, finding: Finding) -> list[str]:
    """The selectors of a suppression that a finding answers to; "" stands for all rules."""
    rule = next((rule for rule in RULES if rule.code == finding.code), None)
    return [each for each in suppression.selectors if rule and exactness(rule, (each,))] or [""]


def _unused(
    document: Document, made: Sequence[Suppression], used: dict[Suppression, set[str]], ran: Sequence[Rule]
) -> list[Finding]:
    reports = []
    places = list(dict.fromkeys((item.start, item.end, item.how) for item in made))
    for place in places:
        parts = [item for item in made if (item.start, item.end, item.how) == place]
        needed = {selector for part in parts for selector in used.get(part, ())}
        selectors = tuple(dict.fromkeys(selector for part in parts for selector in part.selectors))
        if selectors:
            needless = [s for s in selectors if s not in needed and any(exactness(rule, (s,)) for rule in ran)]
        else:
            needless = [""] if not needed and ran else []
        if needless:
            left = [selector for selector in selectors if selector not in needless]
            reports.append(unused_finding(document, parts[0], needless, left))
    return reports
