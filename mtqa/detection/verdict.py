"""From candidates to findings: one verdict per span, one decision per name in a document."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.weights import CALIBRATION, confidence
from mtqa.findings import Evidence
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

ERROR, WARNING, INFO = 0.85, 0.5, 0.2
"""Score from which a finding is an error, a warning, or worth keeping at all."""
SUREST = 0.995
"""Score beyond which none is told from another."""

ECHO, ECHO_INITIAL = 0.95, 0.6
"""What is left of a confidence where a name comes again; less where the word begins a sentence anyway."""


def severity(score: float) -> str | None:
    """The severity that a score stands for, None for one too low to report."""
    if score >= ERROR:
        return "error"
    if score >= WARNING:
        return "warning"
    return "info" if score >= INFO else None


def log_odds(score: float) -> float:
    """The logit of a score: what weights of evidence add up to."""
    score = min(max(score, 1 - SUREST), SUREST)
    return math.log(score / (1 - score))


def calibrated(score: float) -> float:
    """The share of shown findings with such a score that are right in machine-translated copy (Platt 1999).

    What is not shown keeps its score: too few such findings have been read.
    """
    if score < WARNING:
        return score
    return max(WARNING, confidence(CALIBRATION, {"log-odds": log_odds(score)}))


def best_per_span(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that no better overlapping one beats, in reading order.

    More confident wins; of nearly equals the longer span, then the earlier code: the order never depends on chance.
    """
    ranked = sorted(
        _whole_names(list(candidates)),
        key=lambda c: (
            -round(20 * c.confidence),
            -(c.mention.end - c.mention.start),
            -c.confidence,
            c.code,
            c.suggestion,
        ),
    )
    kept: list[Candidate] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    for candidate in ranked:
        spans = taken.setdefault(candidate.mention.block, [])
        span = candidate.mention.start, candidate.mention.end
        index = bisect_left(spans, span)
        # The spans taken never overlap: only the neighbours can reach into this one.
        before, after = spans[index - 1 : index], spans[index : index + 1]
        if not any(start < span[1] and span[0] < end for start, end in before + after):
            spans.insert(index, span)
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.mention.block, c.mention.start))


def _whole_names(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates but for those inside a longer one for the same entity that is to be shown: it mends all of it."""
    whole: dict[tuple[str, int], list[Mention]] = {}
    for candidate in candidates:
        if candidate.entity is not None and candidate.confidence >= WARNING:
            whole.setdefault((candidate.entity.id, candidate.mention.block), []).append(candidate.mention)
    for candidate in candidates:
        mention, entity = candidate.mention, candidate.entity
        around = whole.get((entity.id, mention.block), []) if entity is not None else []
        if not any(_is_within(mention, other) for other in around):
            yield candidate


def _is_within(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and len(inner.tokens) < len(outer.tokens)


def echoes(article: Article, kept: Sequence[Candidate], threshold: float = WARNING) -> Iterator[Candidate]:
    """The same name again: the changed part of a name standing alone, or the whole of it in a headline.

    A surname that was translated once is translated again; an acronym that was wrong in brackets stays wrong. A token
    that is part of a longer name is somebody else's, unless it is an acronym.
    """
    best: dict[str, Candidate] = {}
    shown = [candidate for candidate in kept if candidate.confidence >= threshold and candidate.repairs]
    for candidate in sorted(shown, key=lambda c: -c.confidence):
        if candidate.alone in candidate.repairs:
            best.setdefault(candidate.alone, candidate)
    for alone, candidate in best.items():
        for run, part in article.singles.get(alone, ()):
            if not (part.titled or article.is_settled(part) or _is_somebody_else(run, part)):
                yield _echo(candidate, part, candidate.repairs[alone])
    for candidate in shown:
        yield from _of_both_surnames(article, candidate)
    yield from _in_titles(article, [candidate for candidate in kept if candidate.confidence >= threshold])


def _in_titles(article: Article, shown: Iterable[Candidate]) -> Iterator[Candidate]:
    """The whole name again in a headline, where all words have capitals and none tells where a name begins."""
    best: dict[str, Candidate] = {}
    for candidate in sorted(shown, key=lambda c: -c.confidence):
        if len(candidate.mention.tokens) > 1 and not candidate.mention.titled:
            best.setdefault(candidate.mention.text, candidate)
    for run in article.mentions if best else ():
        if run.titled:
            for part in article.parts(run):
                if part.text in best and not article.is_settled(part):
                    yield _echo(best[part.text], part, best[part.text].suggestion)


def _of_both_surnames(article: Article, candidate: Candidate) -> Iterator[Candidate]:
    """The same person under both surnames, "Crag Ozola" after "Iker Crag Ozola": Spanish says them together."""
    surnames = [token.text for token in candidate.mention.tokens][1:]
    text = " ".join(surnames)
    if len(surnames) != 2 or not candidate.repairs.keys() & set(surnames) or article.count(text) < 2:
        return
    written = " ".join(candidate.repairs.get(word, word) for word in surnames)
    for run, part in article.pairs_of(text):
        if not (part.titled or article.is_settled(part) or _is_somebody_else(run, part)):
            yield _echo(candidate, part, written)


def _is_somebody_else(run: Mention, part: Mention) -> bool:
    """Whether a token is part of a longer name. An acronym stays itself before a rank or a name: "SFS General"."""
    return not part.is_capitals and is_amid_capitals(run, part)


def _echo(candidate: Candidate, part: Mention, written: str) -> Candidate:
    return Candidate(
        code=candidate.code,
        table=candidate.table,
        mention=part,
        suggestion=written,
        message=f"“{part.text}” is again {candidate.suggestion}",
        features=candidate.features,
        origin=candidate.origin,
        entity=candidate.entity,
        evidence=[Evidence("document", f"the story has “{candidate.mention.text}” for {candidate.suggestion}")],
        discount=candidate.discount * (ECHO_INITIAL if part.initial else ECHO),
    )
