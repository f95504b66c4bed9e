"""What the house says against what rules propose: its forms are never flagged, its forbidden ones are never offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer.house.forms import Forms, Occurrence
from mtqa.mentions import Mention

CERTAIN = 0.99
"""Confidence of a finding that rests on nothing but the house's own word."""


@dataclass
class HouseCandidate(Candidate):
    """A forbidden form. No evidence is weighed: the house has decided."""

    @property
    def confidence(self) -> float:
        """:data:`CERTAIN`."""
        return CERTAIN


def forbidden(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per forbidden form in the text."""
    if not article.knowledge.gazetteer.forms:
        return
    for number, block in enumerate(article.document.blocks):
        for index in range(len(block.sentences)):
            for found in _in_sentence(article, number, index):
                if found.form.instead:
                    yield _candidate(article, number, index, found, code)


def settled(article: Article, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that the house lets stand, with its forms in their suggestions.

    Dropped are those that would change an approved form, those beside a flagged forbidden form, and those whose
    suggestion is, in the house's form, what the text has already.
    """
    forms = article.knowledge.gazetteer.forms
    proposed = list(candidates)
    if not forms:
        return proposed
    approved: dict[tuple[int, int], list[Occurrence]] = {}
    flagged = [candidate.mention for candidate in proposed if isinstance(candidate, HouseCandidate)]
    kept = []
    for candidate in proposed:
        if not isinstance(candidate, HouseCandidate):
            candidate = _in_house_form(candidate, forms)
            mention = candidate.mention
            if candidate.suggestion == mention.text or any(_overlap(mention, other) for other in flagged):
                continue
            where = mention.block, mention.sentence
            if where not in approved:
                approved[where] = [found for found in _in_sentence(article, *where) if not found.form.instead]
            if any(_changes(candidate, found, forms) for found in approved[where]):
                continue
        kept.append(candidate)
    return kept


def _in_sentence(article: Article, block: int, sentence: int) -> Iterator[Occurrence]:
    """The house forms in a sentence."""
    there = article.document.blocks[block]
    return article.knowledge.gazetteer.forms.find(there.text, there.sentences[sentence].tokens)


def _candidate(article: Article, block: int, sentence: int, found: Occurrence, code: str) -> Candidate:
    text = article.document.blocks[block].text[found.start : found.end]
    tokens = article.document.blocks[block].sentences[sentence].tokens
    first = max(index for index, token in enumerate(tokens) if token.start <= found.start)
    span = Mention(block, sentence, first, (Token(text, found.start, found.end, True),), text)
    entry, instead = found.form.entry, found.form.instead
    said = f": {entry.note}" if entry.note else ""
    return HouseCandidate(
        code=code,
        table="",
        mention=span,
        suggestion=instead,
        message=f"the house writes {instead}, not “{text}”",
        features={},
        evidence=[Evidence("house", f"the house table, line {entry.line}, forbids “{text}”{said}")],
    )


def _in_house_form(candidate: Candidate, forms: Forms) -> Candidate:
    suggestion = forms.rewritten(candidate.suggestion)
    if suggestion == candidate.suggestion and not candidate.alternatives and not candidate.repairs:
        return candidate
    return replace(
        candidate,
        suggestion=suggestion,
        message=candidate.message.replace(candidate.suggestion, suggestion),
        alternatives=[forms.rewritten(text) for text in candidate.alternatives],
        repairs={token: forms.rewritten(text) for token, text in candidate.repairs.items()},
    )


def _changes(candidate: Candidate, found: Occurrence, forms: Forms) -> bool:
    """Whether a candidate reaches into an approved form and its suggestion does not keep it."""
    mention = candidate.mention
    if found.end <= mention.start or mention.end <= found.start:
        return False
    if found.start < mention.start or mention.end < found.end:
        return True
    text = mention.text[found.start - mention.start : found.end - mention.start]
    return mention.text == text or not forms.holds(candidate.suggestion, text)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
