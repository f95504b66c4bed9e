"""Lint of the gazetteer itself, as codespell lints its dictionary."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holders import AT_ONCE, is_single, overlap
from mtqa.gazetteer.model import Entity, Tenure
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.store import Gazetteer

_UNCLEAN = frozenset("\ufffd|<>{}=\t\n")
COMMON = 4.5
"""Zipf frequency from which an English word is too common to be somebody's name: "will", "may", "rose"."""

Violation = tuple[str, str]


def violations(gazetteer: Gazetteer) -> Iterator[Violation]:
    """Pairs of rule and text, one a violation; reads every record twice."""
    seen: set[str] = set()
    previous = 1.0
    called: set[str] = set()
    held: dict[tuple[str, str], list[tuple[str, str, Tenure]]] = defaultdict(list)
    for entity in gazetteer:
        if entity.id in seen:
            yield "duplicate id", entity.id
        seen.add(entity.id)
        if entity.prominence > previous:
            yield "order", f"{entity.id} stands after a less prominent entity"
        previous = entity.prominence
        called.update(map(fold, entity.accepted("en")))
        for rule, text in (*_names(entity), *_words(entity, gazetteer), *_tenures(entity)):
            yield rule, f"{entity.id} {entity.english}: {text}"
        for tenure in entity.tenures:
            if is_single(tenure.office, tenure.country):
                held[tenure.office, tenure.country].append((entity.id, entity.english, tenure))
    yield from _at_once(held)
    made: dict[str, set[str]] = defaultdict(set)
    for entity, expected in gazetteer.records():
        for rule, text in (*_expected(entity, expected, called), *_derived(entity, called)):
            yield rule, f"{entity.id} {entity.english}: {text}"
        for item in expected:
            if not item.ambiguous:
                made[fold(item.origin)].add(fold(item.text))
    yield from _loops(made)


def _names(entity: Entity) -> Iterator[Violation]:
    if not entity.names:
        yield "no name", entity.kind
    texts = [name.text for name in entity.names]
    forms = [(name.text, lang) for name in entity.names for lang in name.languages]
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


def _words(entity: Entity, gazetteer: Gazetteer) -> Iterator[Violation]:
    """A person called by one common English word; places, bodies, works and terms may be ("Time", "Orange")."""
    for text in entity.accepted("en") if entity.kind == "person" else ():
        if is_common_word(text, gazetteer.word(text).english):
            yield "a common English word as a person's name", text


def is_common_word(name: str, zipf: float) -> bool:
    """Whether a name is one common English word; ``zipf`` is its frequency as a word."""
    return " " not in name and name.isascii() and zipf >= COMMON


def _tenures(entity: Entity) -> Iterator[Violation]:
    for tenure in entity.tenures:
        try:
            if start_range(tenure.start)[0] > end_range(tenure.end)[1]:
                yield "tenure ends before it starts", f"{tenure.office}, {tenure.start} – {tenure.end}"
        except ValueError:
            yield "not a date", f"{tenure.office}, {tenure.start} – {tenure.end}"


def _at_once(held: dict[tuple[str, str], list[tuple[str, str, Tenure]]]) -> Iterator[Violation]:
    """Two holders of an office of one person, for longer than tables may be wrong by."""
    for (office, country), terms in held.items():
        for index, (entity_id, name, tenure) in enumerate(terms):
            for other_id, other_name, other in terms[index + 1 :]:
                if entity_id != other_id and overlap(tenure, other) > AT_ONCE:
                    spans = " and ".join(f"{t.start or '?'} – {t.end} ({t.origin})" for t in (tenure, other))
                    yield "two holders at once", f"{office}, {country}: {name}, {other_name}: {spans}"


def _expected(entity: Entity, expected: tuple[Expected, ...], called: set[str]) -> Iterator[Violation]:
    accepted = {fold(text) for text in entity.accepted("en")}
    for item in expected:
        if fold(item.text) in accepted:
            yield "accepted name expected as a mistranslation", item.text
        elif fold(item.text) in called and not item.ambiguous:
            yield "name of something else expected as a mistranslation, not marked ambiguous", item.text


def _derived(entity: Entity, called: set[str]) -> Iterator[Violation]:
    for name in entity.names:
        if name.role == "derived" and fold(name.text) in called:
            yield "derived form that English calls something", name.text


def _loops(made: dict[str, set[str]]) -> Iterator[Violation]:
    """"A" becomes "B" and "B" becomes "A": no correction would come to rest."""
    for origin, texts in made.items():
        for text in sorted(texts):
            if origin < text and origin in made.get(text, ()):
                yield "loop", f"{origin} and {text} are each expected for the other"
