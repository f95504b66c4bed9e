"""An invented dump as large as one likes, to measure with.

``python -m mtqa.gazetteer.build.wikidata.sample 20000 sample.json.gz`` writes 20,000 items. They are about as long as
Wikidata's (some 12 kB) and mixed as there, roughly: two in five are papers, one in ten a person; three in four have no
article, one in fifty has more than fifteen; one person in fourteen held an office. Hashes and references make up most
of an item and come again and again, as they do there.
"""

from __future__ import annotations

import bz2
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from mtqa.gazetteer.build.wikidata.item import SPANISH_SPEAKING

FIRST = 1_000_000_000
"""The number of the first item: Wikidata has none so high, so that nothing is taken for something real."""
MEMBER = 5000
"""Items of a member of the archive."""
_SYLLABLES = (
    "ba be bi bo da de di do fa ga ka la le li lo ma me mi mo na ne ni no ra re ri ro sa se ta te ti to va vi".split()
)
_LANGUAGES = [f"{a}{b}" for a in "abcdefghij" for b in "kmnoprst"]
_PAPER, _HUMAN, _OFFICES = 13442814, 5, 900
_CLASSES = (486972, 43229, 11032, 11424, 4830453, 3863, 4022, 7366, 16521, 41176)
_COUNTRIES = (*sorted(SPANISH_SPEAKING)[:8], 30, 145, 142, 183, 159, 148, 38, 36)

Json = dict[str, Any]


def lines(count: int, seed: int = 1) -> Iterator[bytes]:
    """The lines of a dump of ``count`` items; the same ``seed`` gives the same bytes."""
    chance = random.Random(seed)
    yield b"["
    for index in range(count):
        end = b"," if index < count - 1 else b""
        yield json.dumps(_item(FIRST + index, chance), ensure_ascii=False, separators=(",", ":")).encode("utf-8") + end
    yield b"]"


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write a dump, compressed as the name of ``path`` says."""
    compress = {".gz": gzip.compress, ".bz2": bz2.compress}.get(path.suffix, bytes)
    with path.open("wb") as file:
        _members(file, lines(count, seed), compress)


def _members(file: BinaryIO, found: Iterator[bytes], compress: Any) -> None:
    member: list[bytes] = []
    for line in found:
        member.append(line + b"\n")
        if len(member) == MEMBER:
            file.write(compress(b"".join(member)))
            member.clear()
    file.write(compress(b"".join(member)))


def _item(number: int, chance: random.Random) -> Json:
    draw = chance.random()
    name = " ".join(_word(chance) for _ in range(2))
    statements: list[Json] = []
    if draw < 0.02:
        parent = chance.choice(_CLASSES) if number < FIRST + 2000 else chance.randrange(FIRST, number)
        statements.append(_statement(number, "P279", _item_value(parent), chance))
    elif draw < 0.4:
        statements.append(_statement(number, "P31", _item_value(_PAPER), chance))
    elif draw < 0.5:
        statements.append(_statement(number, "P31", _item_value(_HUMAN), chance))
        statements.append(_statement(number, "P27", _item_value(chance.choice(_COUNTRIES)), chance))
        if chance.random() < 0.07:
            statements.append(_office(number, chance))
    else:
        statements.append(_statement(number, "P31", _item_value(chance.choice(_CLASSES)), chance))
        statements.append(_statement(number, "P17", _item_value(chance.choice(_COUNTRIES)), chance))
    for _ in range(chance.randrange(5, 24)):
        value = {"value": f"{chance.randrange(10**9)}", "type": "string"}
        statements.append(_statement(number, f"P{chance.randrange(200, 9000)}", value, chance))
    claims: dict[str, list[Json]] = {}
    for statement in statements:
        claims.setdefault(statement["mainsnak"]["property"], []).append(statement)
    labelled = ["en", "es", *_LANGUAGES[: chance.randrange(1, 25)]]
    sites = [f"{code}wiki" for code in _LANGUAGES[: _links(chance)]]
    return {
        "type": "item", "id": f"Q{number}",
        "labels": {lang: {"language": lang, "value": name} for lang in labelled},
        "descriptions": {lang: {"language": lang, "value": f"{name}, invented"} for lang in labelled},
        "aliases": {"en": [{"language": "en", "value": name.upper()}]} if draw > 0.4 else {},
        "claims": claims,
        "sitelinks": {site: {"site": site, "title": name, "badges": [], "url": f"https://x/{name}"} for site in sites},
        "pageid": number, "ns": 0, "title": f"Q{number}", "lastrevid": number * 7, "modified": "2025-01-01T00:00:00Z",
    }  # fmt: skip


def _links(chance: random.Random) -> int:
    draw = chance.random()
    if draw < 0.75:
        return 0
    if draw < 0.93:
        return chance.randrange(1, 4)
    return chance.randrange(4, 15) if draw < 0.98 else chance.randrange(15, 80)


def _office(number: int, chance: random.Random) -> Json:
    found = _statement(number, "P39", _item_value(FIRST + chance.randrange(_OFFICES)), chance)
    year = chance.randrange(1990, 2025)
    time = {"time": f"+{year}-05-01T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": 11}
    found["qualifiers"] = {"P580": [_snak("P580", {"value": time, "type": "time"}, chance)]}
    return found


def _statement(number: int, name: str, value: Json, chance: random.Random) -> Json:
    source = {"P248": [_snak("P248", _item_value(chance.randrange(50)), chance)]}
    return {
        "mainsnak": _snak(name, value, chance), "type": "statement",
        "id": f"Q{number}${_hex(chance, 32)}", "rank": "normal",
        "references": [{"hash": _common(chance), "snaks": source, "snaks-order": ["P248"]}],
    }  # fmt: skip


def _snak(name: str, value: Json, chance: random.Random) -> Json:
    return {
        "snaktype": "value", "property": name, "hash": _common(chance), "datavalue": value,
        "datatype": "wikibase-item",
    }  # fmt: skip


def _item_value(number: int) -> Json:
    value = {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}
    return {"value": value, "type": "wikibase-entityid"}


def _hex(chance: random.Random, digits: int) -> str:
    return f"{chance.getrandbits(4 * digits):0{digits}x}"


def _common(chance: random.Random) -> str:
    """A hash of a value that many items have."""
    return f"{chance.randrange(300) ** 16:040x}"[-40:]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 5))).capitalize()


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
