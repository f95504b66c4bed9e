"""From lint results to the data of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mtqa.document import Document
from mtqa.findings import Finding
from mtqa.output import FileResult, Style
from mtqa.output.places import slashed
from mtqa.review.page.grouping import entity_keys
from mtqa.review.page.model import (
    VERSION,
    ArticleData,
    DecisionData,
    FindingData,
    PageData,
    RuleData,
    SourceData,
)
from mtqa.review.page.places import Places, blocks_of

TITLE_LENGTH = 100
"""Code points of a title; one that is longer is cut."""
EXCERPT_LENGTH = 200
_NO_SPANISH = ("NAM102", "NAM103", "SUP")
"""Rules whose supposed original is not Spanish: a name spelt wrongly, a small letter, a suppression."""


def page_data(
    results: Iterable[FileResult],
    *,
    signature: str,
    kind: str = "report",
    project: str = "",
    generated: str = "",
    min_severity: str = "warning",
    problems: Sequence[str] = (),
    sources: Mapping[str, SourceData] | None = None,
    decisions: Mapping[str, DecisionData] | None = None,
) -> PageData:
    """The data of a page that shows the findings of ``results`` from ``min_severity`` on.

    ``generated`` is a time in UTC (``2026-11-29T10:00:00Z``), "" for a page that depends on nothing but its input.
    ``sources`` and ``decisions`` are keyed by an article's path (with ``/``) and by ``path#id``.
    """
    style = Style(min_severity=min_severity)
    articles: list[ArticleData] = []
    findings: list[FindingData] = []
    for number, result in enumerate(results, 1):
        shown = style.shown(result)
        path = slashed(result.document.path)
        article = article_data(result.document, f"a{number}", len(result.hidden), (sources or {}).get(path))
        articles.append(article)
        findings.extend(findings_data(result.document, article["id"], shown))
    return {
        "version": VERSION,
        "kind": kind,
        "signature": signature,
        "generated": generated,
        "project": project,
        "rules": rules_data({finding["code"] for finding in findings}),
        "articles": articles,
        "findings": findings,
        "problems": list(problems),
        "decisions": dict(decisions or {}),
    }


def article_data(document: Document, name: str, hidden: int = 0, source: SourceData | None = None) -> ArticleData:
    """A story without its findings; ``name`` is its id on the page."""
    blocks = blocks_of(document)
    first = next((block for block in blocks if block["kind"] == "heading"), blocks[0] if blocks else None)
    return {
        "id": name,
        "path": slashed(document.path),
        "title": _cut(first["text"], TITLE_LENGTH) if first else document.path,
        "words": sum(token.is_word for block in document.blocks for each in block.sentences for token in each.tokens),
        "digest": document.metadata.get("sha256", ""),
        "hidden": hidden,
        "blocks": blocks,
        "source": source,
    }


def findings_data(document: Document, article: str, findings: Sequence[Finding]) -> list[FindingData]:
    """The findings of a story, in order."""
    places = Places(document)
    seen: Counter[str] = Counter()
    found = []
    for finding, entity in zip(findings, entity_keys(findings)):
        print_ = finding.fingerprint
        seen[print_] += 1
        name = print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}"
        found.append(_finding(document, finding, article, name, entity, places))
    return found


def rules_data(codes: Iterable[str]) -> dict[str, RuleData]:
    """The rules with these codes, by code."""
    from mtqa.config.catalogue import all_rules

    wanted = set(codes)
    return {
        rule.code: {"name": rule.name, "summary": rule.summary, "documentation": rule.documentation, "url": None}
        for rule in all_rules()
        if rule.code in wanted
    }


def finding_key(path: str, name: str) -> str:
    """What decisions are keyed by."""
    return f"{path}#{name}"


def _finding(
    document: Document, finding: Finding, article: str, name: str, entity: str, places: Places
) -> FindingData:
    place = places.of(finding.start, finding.end)
    spanish = finding.spanish if not finding.code.startswith(_NO_SPANISH) else ""
    return {
        "id": name,
        "fingerprint": finding.fingerprint,
        "article": article,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 2),
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "place": place,
        "excerpt": "" if place else _cut(document.source_line(finding.line), EXCERPT_LENGTH),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "spanish": spanish or None,
        "evidence": [{"kind": item.kind, "detail": item.detail} for item in finding.evidence],
        "fix": finding.fix_safety,
        "entity": entity,
    }


def _cut(text: str, length: int) -> str:
    text = text.strip()
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
