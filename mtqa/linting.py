"""The pipeline: a document in, findings out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from mtqa import __version__
from mtqa.config.selection import check_selectors, selected
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.channel import Channel
from mtqa.detection.house_style import settled
from mtqa.detection.knowledge import Knowledge
from mtqa.detection.spelling import in_variant, variant_of
from mtqa.detection.verdict import best_per_span, calibrated, echoes, severity
from mtqa.detection.weights import WEIGHTS
from mtqa.document import Document
from mtqa.errors import HouseError, MtqaError
from mtqa.findings import Finding, surroundings
from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.lookup import LookUp
from mtqa.rules import RULES, Rule

if TYPE_CHECKING:
    from mtqa.config.settings import Settings
    from mtqa.translation import Translator

SAFE = 0.97
"""Score from which a fix that rests on the role and the date is safe."""


class Linter:
    """Lints documents with one gazetteer and one translator, opened at the first need.

    Raises :class:`~mtqa.errors.MtqaError` at once for a selector that names no rule, and at the first lint when
    gazetteer or model is missing or broken; :class:`~mtqa.errors.HouseError` for a document whose house table is wrong.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        check_selectors((*settings.select, *settings.ignore), RULES)
        self.rules = [rule for rule in RULES if selected(rule, settings.select, settings.ignore)]
        self._houses: dict[Path, Knowledge] = {}

    @cached_property
    def knowledge(self) -> Knowledge:
        """The gazetteer, under the house table of the settings where they name one, and the translator."""
        return Knowledge(self._housed(self.settings.house), self._translator(), self._channel)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.open(self.settings.gazetteer)

    def _housed(self, path: Path | None) -> LookUp:
        if path is None:
            return self._gazetteer
        from mtqa.gazetteer.house.layer import HouseGazetteer
        from mtqa.gazetteer.house.table import open_house

        return HouseGazetteer(self._gazetteer, open_house(path, self._gazetteer))

    def _knowledge_for(self, document: Document) -> Knowledge:
        """What is known for a document: under the nearest house table where the settings say to look for it."""
        if self.settings.house is not None or not self.settings.find_house:
            return self.knowledge
        from mtqa.gazetteer.house.discovery import find_house

        path = find_house(document.path)
        if path is None:
            return self.knowledge
        if path not in self._houses:
            back = self.knowledge.back
            try:
                self._houses[path] = Knowledge(self._housed(path), back, self._channel)
            except MtqaError as error:
                raise HouseError(str(error)) from None
        return self._houses[path]

    def _translator(self) -> Translator | None:
        if not self.settings.use_models:
            return None
        from mtqa.translation import EMBEDDED, open_translator
        from mtqa.translation.choice import pinned

        name, engine = self.settings.model, self.settings.engine
        if name not in (None, EMBEDDED) and engine != "transformers":
            name = str(pinned(str(name), "en-es"))
        return open_translator("en-es", name=name, engine=engine, threads=self.settings.threads)

    @cached_property
    def _channel(self) -> Channel:
        """The es→en model, whichever `mtqa model use` chose: the settings name one of the other direction alone."""
        return Channel(self.open_forward if self.settings.use_models else None)

    def open_forward(self) -> Translator:
        """The model that scores what translators were likely to write. Raises MtqaError when it cannot be opened."""
        from mtqa.translation import open_translator

        return open_translator("es-en", engine=self.settings.engine, threads=self.settings.threads)

    @property
    def signature(self) -> str:
        """Versions of code, data, model and rules, as in sacrebleu's signatures; the date of the copy is its own.

        House tables found beside documents are in it once a document was linted under them.
        """
        tables = {knowledge.gazetteer.signature.partition("+")[2] for knowledge in self._houses.values()}
        return self.signature_with(sorted(tables))

    def signature_with(self, tables: Sequence[str]) -> str:
        """The signature of a lint under house tables with these signatures besides that of the settings."""
        back, channel = self.knowledge.back, self.knowledge.channel
        model = f"{back.signature}+{channel.signature}" if back is not None else "none"
        rules = hashlib.sha256(repr((sorted(r.code for r in self.rules), WEIGHTS)).encode()).hexdigest()[:8]
        gazetteer = "+".join((self.knowledge.gazetteer.signature, *tables))
        language = f"|language:{self.settings.language}" if self.settings.language else ""
        return f"mtqa:{__version__}|{gazetteer}|model:{model}|rules:{rules}{language}"

    def propose(self, document: Document) -> tuple[Article, list[Candidate]]:
        """A document as the rules see it, and every candidate with its features, whatever its confidence.

        Those are what :meth:`lint` chooses from, and what weights are fitted on.
        """
        when = self.settings.as_of or document.date
        article = Article(document, self._knowledge_for(document), when or date.today(), dated=when is not None)
        return article, [candidate for rule in self.rules for candidate in rule.propose(article)]

    def lint(self, document: Document) -> list[Finding]:
        """The findings of a document, sorted by place; selection and minimum confidence already applied."""
        article, candidates = self.propose(document)
        kept = best_per_span(settled(article, candidates))
        kept = best_per_span(settled(article, [*kept, *echoes(article, kept)]))
        names = {rule.code: rule for rule in self.rules}
        findings = [_finding(article, names[candidate.code], candidate) for candidate in kept]
        minimum = self.settings.min_confidence
        shown = [self._spelt(article, f) for f in findings if f is not None and f.confidence >= minimum]
        return sorted(shown, key=lambda f: (f.start, f.end, f.code))

    def _spelt(self, article: Article, finding: Finding) -> Finding:
        """The finding with its suggestions in the variant of English that is wanted."""
        variant = self.settings.language or variant_of(article.document.language)
        if variant is None:
            return finding
        gazetteer = article.knowledge.gazetteer
        spelt = dict.fromkeys(in_variant(text, variant, gazetteer) for text in finding.suggestions)
        spelt.pop(finding.text, None)
        return replace(finding, suggestions=tuple(spelt) or finding.suggestions)


def _finding(article: Article, rule: Rule, candidate: Candidate) -> Finding | None:
    score = round(candidate.confidence, 2)
    level = severity(score)
    if level is None:
        return None
    mention = candidate.mention
    span = article.block(mention).source_span(mention.start, mention.end)
    document = article.document
    line, column = document.line_column(span.start)
    text = document.text[span.start : span.end]
    if normalize("NFC", candidate.suggestion) == normalize("NFC", text):
        return None  # the same letters, put together otherwise
    safety = rule.fix_safety
    if text != mention.text or not candidate.suggestion:
        safety = "none"
    elif safety == "safe" and (level != "error" or candidate.suggestion.casefold() != text.casefold()):
        safety = "unsafe"
    elif safety == "unsafe" and candidate.features.get("role holder") and score >= SAFE:
        safety = "safe"
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=level,
        confidence=round(calibrated(score), 2) if candidate.table else score,
        message=candidate.message,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        text=text,
        suggestions=tuple(dict.fromkeys(filter(None, (candidate.suggestion, *candidate.alternatives)))),
        fix_safety=safety,
        evidence=tuple(candidate.evidence),
        context=surroundings(document.text, span.start, span.end),
        entity=candidate.entity.id if candidate.entity is not None else "",
        spanish=candidate.origin,
    )
