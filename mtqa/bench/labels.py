"""What weights are fitted on: candidates of every confidence, told right or wrong by the gold of a bench."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mtqa.bench.counting import SHOWN, folded, overlap, rank_in
from mtqa.bench.folder import Bench, BenchDoc
from mtqa.bench.gold import GoldSpan
from mtqa.bench.running import BenchLinter
from mtqa.bench.weightfile import using
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.verdict import WARNING, log_odds
from mtqa.detection.weights import CALIBRATION, WEIGHTS


@dataclass(frozen=True)
class Example:
    """A candidate's evidence and whether it was right.

    ``group`` is what is written and what is suggested, letter case and accents aside: the same slip of the same name in
    many stories must not be parted between fitting and measuring. ``made`` tells that it comes from a generated bench,
    whose share of errors is not that of copy.
    """

    table: str
    features: dict[str, float] = field(hash=False)
    right: bool
    group: str
    made: bool = False


def examples(
    linter: BenchLinter,
    bench: Bench,
    *,
    made: bool = False,
    advance: Callable[[], None] = lambda: None,
) -> list[Example]:
    """The examples of a bench; what is the same in all respects is one, however often it stands there.

    A candidate on a definite span is right when its suggestion is; when not, it counts as wrong where another
    candidate has it, and is left out elsewhere, since the text is wrong at least. One on an arguable span is left
    out. One on a correct span is wrong, and so is one outside an exhaustive gold; outside any other gold only those
    that would not be shown, since some of the others are errors that nobody has marked.
    """
    found: dict[tuple[Any, ...], Example] = {}
    for index, doc in enumerate(bench.docs):
        article, candidates = linter.as_of(bench, index).propose(doc.document)
        for candidate, right in judged(doc, article, candidates, exhaustive=bench.exhaustive):
            group = folded(f"{candidate.mention.text} → {candidate.suggestion}")
            features = {name: round(value, 6) for name, value in candidate.features.items()}
            key = (candidate.table, group, right, *sorted(features.items()))
            found.setdefault(key, Example(candidate.table, features, right, group, made))
        advance()
    return list(found.values())


def shown_examples(
    linter: BenchLinter, bench: Bench, *, made: bool = False, advance: Callable[[], None] = lambda: None
) -> list[Example]:
    """What confidence is fitted on: the score of each shown finding that was read, and whether it was right."""
    with using({CALIBRATION: {"bias": 0.0, "log-odds": 1.0}}):
        counted, _ = linter.run(bench, advance)
    found = []
    for each in counted:
        for finding, right in each.outcomes(exhaustive=bench.exhaustive):
            if finding.severity in SHOWN and right is not None:
                group = folded(f"{finding.text} → {next(iter(finding.suggestions), '')}")
                features = {"log-odds": round(log_odds(finding.confidence), 6)}
                found.append(Example(CALIBRATION, features, right, group, made))
    return found


def judged(
    doc: BenchDoc, article: Article, candidates: list[Candidate], *, exhaustive: bool
) -> Iterator[tuple[Candidate, bool]]:
    """The candidates that are known to be right or wrong."""
    weighed = [candidate for candidate in candidates if candidate.table in WEIGHTS]
    places = {id(candidate): _place(doc, article, candidate) for candidate in weighed}
    solved = {
        (span.start, span.end)
        for candidate in weighed
        for span in _definite(doc, places[id(candidate)])
        if _is_right(doc, candidate, places[id(candidate)], span)
    }
    for candidate in weighed:
        place = places[id(candidate)]
        definite = _definite(doc, place)
        if any(_is_right(doc, candidate, place, span) for span in definite):
            yield candidate, True
        elif definite:
            if any((span.start, span.end) in solved for span in definite):
                yield candidate, False
        else:
            statuses = {span.status for span in doc.gold if overlap(span, place)}
            if "arguable" in statuses:
                continue
            if statuses or exhaustive or candidate.confidence < WARNING:
                yield candidate, False


def _place(doc: BenchDoc, article: Article, candidate: Candidate) -> GoldSpan:
    """Where a candidate stands in the file."""
    mention = candidate.mention
    span = article.block(mention).source_span(mention.start, mention.end)
    text = doc.document.text[span.start : span.end]
    return GoldSpan(doc.name, span.start, span.end, text, "", "", "", "")


def _definite(doc: BenchDoc, place: GoldSpan) -> list[GoldSpan]:
    return [span for span in doc.gold if span.status == "definite" and overlap(span, place)]


def _is_right(doc: BenchDoc, candidate: Candidate, place: GoldSpan, span: GoldSpan) -> bool:
    offered = (candidate.suggestion, *candidate.alternatives)
    return rank_in(doc.document.text, place.start, place.end, offered, span.correct) is not None
