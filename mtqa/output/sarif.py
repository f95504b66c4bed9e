"""SARIF 2.1.0, the OASIS format for results of static analysis: what code scanning services read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mtqa import __version__
from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output.fingerprints import Fingerprints
from mtqa.output.places import region, slashed
from mtqa.output.report import Report, Style
from mtqa.output.wording import MOST_SUGGESTIONS, paragraph
from mtqa.suppression.model import Hidden

if TYPE_CHECKING:
    from mtqa.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class SarifFormatter:
    """One run. Columns count code points, which ``columnKind`` says. Findings put aside are not left out but marked:
    ``suppressions`` for those of comments, sidecars and review; ``baselineState`` where there is a baseline."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The log."""
        from mtqa.config.catalogue import all_rules

        rules = all_rules()
        index = {rule.code: number for number, rule in enumerate(rules)}
        results = list(self._results(report, index))
        problems = [{"level": "error", "message": {"text": problem}} for problem in report.problems]
        driver = {"name": "mtqa", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
        run = {
            "tool": {"driver": driver},
            "invocations": [{"executionSuccessful": not problems, "toolExecutionNotifications": problems}],
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": {"signature": report.signature()},
        }
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"

    def _results(self, report: Report, index: dict[str, int]) -> Iterator[dict[str, Any]]:
        fingerprints = Fingerprints()
        for result in report.results:
            found: list[tuple[Finding, Hidden | None]] = [(finding, None) for finding in result.findings]
            found += [(hidden.finding, hidden) for hidden in result.hidden]
            for finding, hidden in sorted(found, key=lambda pair: (pair[0].start, pair[0].end, pair[0].code)):
                if not self._style.shows(finding):
                    continue
                entry = _result(result.document, finding, index)
                entry["partialFingerprints"] = {"mtqa/v1": fingerprints.numbered(result.document.path, finding)}
                if hidden is not None:
                    entry["suppressions"] = [_suppression(hidden)]
                if report.baseline:
                    known = hidden is not None and hidden.how == "baseline"
                    entry["baselineState"] = "unchanged" if known else "new"
                yield entry


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _section(rule.documentation, "What it does") or rule.summary},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": "warning"},
    }


def _section(documentation: str, title: str) -> str:
    after = documentation.partition(f"## {title}\n")[2]
    return " ".join(after.partition("\n## ")[0].split())


def _result(document: Document, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    place = _physical(document, finding)
    entry: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(paragraph(finding)[:2])},
        "locations": [{"physicalLocation": place}],
        "rank": round(100 * finding.confidence, 1),
        "properties": {"confidence": round(finding.confidence, 2), "suggestions": list(finding.suggestions)},
    }
    if finding.code in index:
        entry["ruleIndex"] = index[finding.code]
    if finding.evidence:
        # Evidence is about the span and has no place of its own.
        entry["relatedLocations"] = [
            {"id": number, "physicalLocation": place, "message": {"text": item.detail or item.kind}}
            for number, item in enumerate(finding.evidence, 1)
        ]
    if finding.fix_safety != "none":
        entry["fixes"] = [_fix(document, place["region"], text) for text in finding.suggestions[:MOST_SUGGESTIONS]]
    return entry


def _physical(document: Document, finding: Finding) -> dict[str, Any]:
    place = region(document, finding.start, finding.end)
    return {
        "artifactLocation": _artifact(document.path),
        "region": {
            "startLine": place.start_line,
            "startColumn": place.start_column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": finding.text},
        },
    }


def _artifact(path: str) -> dict[str, Any]:
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(slashed(path)), "uriBaseId": "%SRCROOT%"}


def _fix(document: Document, place: dict[str, Any], text: str) -> dict[str, Any]:
    deleted = {name: value for name, value in place.items() if name != "snippet"}
    change = {
        "artifactLocation": _artifact(document.path),
        "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": text}}],
    }
    return {"description": {"text": f"Replace it with {text}" if text else "Remove it"}, "artifactChanges": [change]}


def _suppression(hidden: Hidden) -> dict[str, Any]:
    kind = "external" if hidden.how in ("sidecar", "baseline") else "inSource"
    suppression = {"kind": kind, "status": "accepted"}
    return {**suppression, "justification": hidden.reason} if hidden.reason else suppression
