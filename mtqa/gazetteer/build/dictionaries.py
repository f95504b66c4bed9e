"""The two bilingual dictionaries as tables of short translations with weights."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from mtqa.gazetteer.build import cooccurrence
from mtqa.gazetteer.build.record import clean, is_latin
from mtqa.gazetteer.codec import pack_rows, pack_trie, varint

SOURCES = ("dict_wiktionary2015", "dict_mananoreboton")
_NOTES = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\]|\{[^}]*\})\s*")
_TO = re.compile(r"^to (?=\w)")
_ARTICLE = re.compile(r"^(?:an?|the) (?=\w)")
_ABOUT = re.compile(
    r"^(?:and|or|of|in|with)\b|\b(?:surname|given name|nickname|etc|someone|something|somebody|sth|abbreviation)\b"
)
"""Words of glosses that describe rather than translate."""
_LONGEST = 3
_MOST = 12

Senses = dict[str, dict[str, float]]


def read_dictionaries(folder: Path) -> Iterator[tuple[str, str, str, int]]:
    """English, Spanish, source and position in it; entries over three words or with signs are left out."""
    for source in SOURCES:
        path = folder / source / "en_es.tsv"
        if not path.is_file():
            continue
        for position, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            cells = line.split("\t")
            if len(cells) < 2:
                continue
            english = _ARTICLE.sub("", _TO.sub("", clean(_NOTES.sub(" ", cells[0])).lower()))
            spanish = clean(_NOTES.sub(" ", cells[1]))
            if _ABOUT.search(english):
                continue
            if _short(english) and _short(spanish) and english.lower() != spanish.lower():
                yield english, spanish.lower(), source, position


def translations(folder: Path, english: Mapping[str, float], spanish: Mapping[str, float]) -> tuple[Senses, Senses]:
    """Tables English → Spanish and Spanish → English, weights 0..1.

    A pair weighs more when both dictionaries have it, when the translation is itself a common word ("duda" is first of
    all "doubt", not "dubiety") and, the more sentences have the word, when translated sentences have the pair.
    """
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, other, source, _ in read_dictionaries(folder):
        pairs[one, other].add(source)
    glosses: Senses = defaultdict(dict)
    senses: Senses = defaultdict(dict)
    single: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if " " not in one and " " not in other:
            single[other].add(one)
    counts = cooccurrence.count(folder, single)
    for (one, other), sources in pairs.items():
        agreed = len(sources) - 1
        together = counts.pairs[other, one]
        glosses[one][other] = _blend(_weight(other, spanish, agreed), agreed, together, counts.english[one])
        senses[other][one] = _blend(_weight(one, english, agreed), agreed, together, counts.spanish[other])
    return {key: _best(table) for key, table in glosses.items()}, {key: _best(table) for key, table in senses.items()}


def dictionary_sections(glosses: Senses, senses: Senses) -> dict[str, bytes]:
    """Sections ``dictionary-texts``, ``glosses`` and ``senses``."""
    texts = {*glosses, *senses}
    for table in (glosses, senses):
        for entry in table.values():
            texts.update(entry)
    data, trie = pack_trie(texts)
    sections = {"dictionary-texts": data}
    for name, table in (("glosses", glosses), ("senses", senses)):
        rows = [b""] * len(trie)
        for key, entry in table.items():
            rows[trie[key]] = b"".join(
                varint(trie[text]) + varint(round(weight * 100)) for text, weight in entry.items()
            )
        sections[name] = pack_rows(rows)
    return sections


def _blend(prior: float, agreed: int, together: int, sentences: int) -> float:
    """The prior weight, giving way to the share of sentences with both words as their number grows."""
    evidence = sentences / (sentences + 4)
    seen = min(0.85, 1.2 * together / sentences) if sentences else 0.0
    return round((1 - evidence) * prior + evidence * (0.05 + 0.1 * agreed + seen), 2)


def _weight(text: str, frequencies: Mapping[str, float], agreed: int) -> float:
    words = text.split()
    commonness = min(frequencies.get(word, 0.0) for word in words) / 7
    return round(min(1.0, 0.2 + 0.3 * agreed + 0.4 * commonness - 0.08 * (len(words) - 1)), 2)


def _best(table: dict[str, float]) -> dict[str, float]:
    return dict(sorted(table.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST])


def _short(text: str) -> bool:
    return (
        0 < len(text.split()) <= _LONGEST and is_latin(text) and all(char.isalpha() or char in " '-" for char in text)
    )
