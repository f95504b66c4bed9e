"""Lint of the gazetteer itself, as codespell lints its dictionary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.store import Gazetteer

_UNCLEAN = frozenset("\ufffd|<>{}=\t\n")


def violations(gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Pairs of rule and text, one a violation; reads every record."""
    seen: set[str] = set()
    previous = 1.0
    for entity, expected in gazetteer.records():
        if entity.id in seen:
            yield "duplicate id", entity.id
        seen.add(entity.id)
        if entity.prominence > previous:
            yield "order", f"{entity.id} stands after a less prominent entity"
        previous = entity.prominence
        for rule, text in (*_names(entity), *_tenures(entity), *_expected(entity, expected)):
            yield rule, f"{entity.id} {entity.english}: {text}"


def _names(entity: Entity) -> Iterator[tuple[str, str]]:
    if not entity.names:
        yield "no name", entity.kind
    texts = [name.text for name in entity.names]
    forms = [
        (name.text, lang) for name in entity.names for lang in (("en", "es") if name.lang == "mul" else (name.lang,))
    ]
    if len(set(forms)) != len(forms):
        yield "duplicate name", ", ".join(sorted({text for text, lang in forms if forms.count((text, lang)) > 1}))
    for lang in ("en", "es"):
        preferred = [n.text for n in entity.names if n.role == "preferred" and n.lang in (lang, "mul")]
        if len(preferred) > 1:
            yield "several preferred names", f"{lang}: {', '.join(preferred)}"
    for text in texts:
        if unicodedata.normalize("NFC", text) != text or " ".join(text.split()) != text:
            yield "not normalised", repr(text)
        if not fold(text) or _UNCLEAN.intersection(text):
            yield "not a name", repr(text)


def _tenures(entity: Entity) -> Iterator[tuple[str, str]]:
    for tenure in entity.tenures:
        try:
            if start_range(tenure.start)[0] > end_range(tenure.end)[1]:
                yield "tenure ends before it starts", f"{tenure.office}, {tenure.start} – {tenure.end}"
        except ValueError:
            yield "not a date", f"{tenure.office}, {tenure.start} – {tenure.end}"


def _expected(entity: Entity, expected: tuple[Expected, ...]) -> Iterator[tuple[str, str]]:
    accepted = {fold(text) for text in entity.accepted("en")}
    for item in expected:
        if fold(item.text) in accepted:
            yield "accepted name expected as a mistranslation", item.text
