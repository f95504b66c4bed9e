"""The page's data, as the JSON in the page has it. All offsets count code points, ends are exclusive."""

from __future__ import annotations

from typing import TypedDict

VERSION = 1
"""Raised when a page or a server of before could not read the data."""


class BlockData(TypedDict):
    """A paragraph or the like. ``kind``: heading, paragraph, quote, list, cell, caption; ``level``: of a heading, 1 to
    6, else 0. ``start`` and ``end`` count in the file, ``text`` is what a reader sees."""

    kind: str
    level: int
    start: int
    end: int
    text: str


class PlaceData(TypedDict):
    """Where a finding stands in the readable text: the block's number, and a span of the block's text."""

    block: int
    start: int
    end: int


class EvidenceData(TypedDict):
    """A reason, in plain words."""

    kind: str
    detail: str


class FindingData(TypedDict):
    """A finding. ``id`` is its fingerprint, with -2, -3… for repeats in one article. ``start`` and ``end`` count in
    the file. ``place`` is None for what stands outside the readable text (a comment, say): then ``excerpt`` is its
    line. ``entity`` is the same for all mentions of one entity, ``spanish`` what may have stood in the original."""

    id: str
    fingerprint: str
    article: str
    code: str
    rule: str
    severity: str
    confidence: float
    message: str
    start: int
    end: int
    line: int
    place: PlaceData | None
    excerpt: str
    text: str
    suggestions: list[str]
    spanish: str | None
    evidence: list[EvidenceData]
    fix: str
    entity: str


class MarkData(TypedDict):
    """What a finding's span is in the Spanish sentence."""

    finding: str
    start: int
    end: int


class PairData(TypedDict):
    """An English sentence (``start`` and ``end`` count in the text of block ``block``) and its Spanish one."""

    block: int
    start: int
    end: int
    text: str
    marks: list[MarkData]


class SourceData(TypedDict):
    """The Spanish that an article was translated from."""

    path: str
    pairs: list[PairData]


class ArticleData(TypedDict):
    """A story. ``digest`` is the SHA-256 of the file's bytes, "" where unknown; ``hidden`` counts findings that a
    suppression or the baseline puts aside."""

    id: str
    path: str
    title: str
    words: int
    digest: str
    hidden: int
    blocks: list[BlockData]
    source: SourceData | None


class RuleData(TypedDict):
    """A rule that has findings. ``documentation`` is what ``mtqa explain`` prints."""

    name: str
    summary: str
    documentation: str
    url: str | None


class DecisionData(TypedDict):
    """What somebody decided of a finding: ``accept``, ``edit`` (both with the text to put there) or ``false-alarm``."""

    path: str
    id: str
    fingerprint: str
    code: str
    text: str
    start: int
    end: int
    decision: str
    replacement: str | None
    by: str
    at: str
    reason: str


class PageData(TypedDict):
    """All that a page shows. ``kind`` is ``report`` (decisions stay in the browser) or ``review`` (a server keeps
    them). ``problems`` has a line for each file that could not be checked. Decisions are keyed by ``path#id``."""

    version: int
    kind: str
    signature: str
    generated: str
    project: str
    rules: dict[str, RuleData]
    articles: list[ArticleData]
    findings: list[FindingData]
    problems: list[str]
    decisions: dict[str, DecisionData]
