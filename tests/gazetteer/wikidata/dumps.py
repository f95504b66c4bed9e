"""Invented items in the format of Wikidata's dumps, and dumps made of them."""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def text(lang: str, value: str) -> Json:
    return {"language": lang, "value": value}


def item_value(number: int) -> Json:
    value = {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}
    return {"value": value, "type": "wikibase-entityid"}


def day_value(day: str) -> Json:
    precision = {4: 9, 7: 10, 10: 11}[len(day)]
    padded = (day + "-00-00")[:10]
    value = {
        "time": f"+{padded}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }  # fmt: skip
    return {"value": value, "type": "time"}


def snak(name: str, data: Json | None) -> Json:
    """A snak; without data one whose value is unknown."""
    found: Json = {"snaktype": "value" if data else "somevalue", "property": name, "hash": "0" * 40}
    if data:
        found["datavalue"] = data
        kinds = {"wikibase-entityid": "wikibase-item", "string": "external-id"}
        found["datatype"] = kinds.get(data["type"], data["type"])
    return found


def statement(
    name: str, data: Json | None, rank: str = "normal", qualifiers: dict[str, Json | None] | None = None
) -> Json:
    found: Json = {"mainsnak": snak(name, data), "type": "statement", "id": "Q0$0", "rank": rank, "references": []}
    if qualifiers:
        found["qualifiers"] = {key: [snak(key, value)] for key, value in qualifiers.items()}
        found["qualifiers-order"] = list(qualifiers)
    return found


def item(
    number: int,
    labels: dict[str, str],
    *statements: Json,
    aliases: dict[str, Sequence[str]] | None = None,
    links: int = 0,
) -> Json:
    claims: dict[str, list[Json]] = {}
    for one in statements:
        claims.setdefault(one["mainsnak"]["property"], []).append(one)
    sites = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}wiki" for n in range(links)] + ["commonswiki"] * bool(links)
    return {
        "type": "item", "id": f"Q{number}",
        "labels": {lang: text(lang, value) for lang, value in labels.items()},
        "descriptions": {"en": text("en", "invented")},
        "aliases": {lang: [text(lang, v) for v in values] for lang, values in (aliases or {}).items()},
        "claims": claims,
        "sitelinks": {site: {"site": site, "title": "X", "badges": [], "url": ""} for site in sites},
        "pageid": number, "ns": 0, "title": f"Q{number}", "lastrevid": 1, "modified": "2025-01-01T00:00:00Z",
    }  # fmt: skip


def instance(number: int) -> Json:
    return statement("P31", item_value(number))


def link(name: str, number: int) -> Json:
    return statement(name, item_value(number))


def office(number: int, start: str = "", end: str | None = "", of: int = 0) -> Json:
    """A statement of an office; an end of None is an unknown day."""
    qualifiers: dict[str, Json | None] = {}
    if start:
        qualifiers["P580"] = day_value(start)
    if end != "":
        qualifiers["P582"] = day_value(end) if end else None
    if of:
        qualifiers["P642"] = item_value(of)
    return statement("P39", item_value(number), qualifiers=qualifiers)


def short_name(lang: str, value: str) -> Json:
    return statement("P1813", {"value": {"text": value, "language": lang}, "type": "monolingualtext"})


def code(value: str) -> Json:
    return statement("P297", {"value": value, "type": "string"})


SPAIN, SLOVAKIA = 29, 214
PRESIDENT, MINISTER, DIRECTOR = 900001, 900002, 900003

ITEMS: list[Json] = [
    # Countries and classes. The numbers of real classes, countries and properties are Wikidata's own.
    item(SPAIN, {"en": "Spain", "es": "España"}, instance(3624078), code("ES"), link("P17", SPAIN), links=300),
    item(SLOVAKIA, {"en": "Slovakia", "es": "Eslovaquia"}, instance(3624078), code("SK"), links=250),
    item(11032, {"en": "newspaper", "es": "periódico"}, link("P279", 1002697)),
    item(900100, {"en": "evening newspaper"}, link("P279", 11032)),
    item(900101, {"en": "class in a loop"}, link("P279", 900102)),
    item(900102, {"en": "class in a loop"}, link("P279", 900101)),
    # Offices.
    item(PRESIDENT, {"en": "President of Slovakia"}, instance(4164871), link("P279", 30461), link("P1001", SLOVAKIA)),
    item(MINISTER, {"en": "minister of finance of Spain"}, instance(4164871), link("P17", SPAIN), link("P279", 83307)),
    item(DIRECTOR, {"en": "director"}, link("P279", 4164871)),
    # People.
    item(
        910001, {"en": "Matej Encinas", "es": "Matej Encinas", "sk": "Matej Encinas"},
        instance(5), link("P27", SLOVAKIA),
        office(PRESIDENT, "2014-06-15", "2019-06-15"), office(MINISTER, "2012", None),
        aliases={"en": ["M. Encinas", "Матей Енцинас", "Encinas"]}, links=40,
    ),
    item(910002, {"mul": "Berta Olmo Ruiz"}, instance(5), link("P27", SPAIN), office(MINISTER, "2020-01-13")),
    item(910003, {"en": "Otto Keller", "es": "Otto Keller"}, instance(5), office(DIRECTOR, "2018-03", of=920001)),
    item(910004, {"en": "Ivan Ruda", "es": "Iván Ruda"}, instance(5), links=11),
    item(910005, {"en": "Famous Person"}, instance(5), links=12),
    item(910006, {"ru": "Иван"}, instance(5), office(PRESIDENT, "2019-06-15"), links=2),
    item(910007, {"en": "Тест"}, instance(5), office(PRESIDENT, "2019-06-15")),
    item(910008, {"en": "Ana Vega"}, instance(5), link("P27", SPAIN), links=4),
    # Bodies, places, works.
    item(
        920001, {"en": "Harbour Board", "es": "Junta del Puerto"}, instance(43229), link("P17", SPAIN),
        short_name("en", "HB"), short_name("es", "JP"), short_name("de", "HR"), aliases={"en": ["HBOARD", "The Board"]},
        links=3,
    ),
    item(920002, {"en": "La Colina", "es": "La Colina"}, instance(900100), link("P17", SPAIN), links=2),
    item(920003, {"en": "Small Paper"}, instance(11032), link("P17", SLOVAKIA), links=14),
    item(920004, {"en": "Great Paper", "es": "Gran Diario"}, instance(11032), link("P17", SLOVAKIA), links=15),
    item(920005, {"en": "Colina (disambiguation)"}, instance(4167410), link("P17", SPAIN), links=20),
    item(920006, {"en": "Some asteroid"}, instance(3863), links=60),
    item(
        920007, {"en": "Víshkov", "es": "Vyshkiv"},
        statement("P31", item_value(515)), statement("P31", item_value(3863), rank="deprecated"),
        statement("P17", item_value(SPAIN)), statement("P17", item_value(SLOVAKIA), rank="preferred"), links=30,
    ),
    item(920008, {"en": "No class"}, links=60),
    {"type": "property", "id": "P31", "datatype": "wikibase-item", "labels": {}, "claims": {}},
]  # fmt: skip


def lines(items: Iterable[Json] = ITEMS) -> list[bytes]:
    """The items as the dump has them: an item a line, commas between."""
    dumped = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() for one in items]
    return [line + b"," for line in dumped[:-1]] + dumped[-1:]


def dump_bytes(found: Iterable[bytes] | None = None) -> bytes:
    return b"\n".join([b"[", *(lines() if found is None else found), b"]", b""])


def write_dump(path: Path, found: Sequence[bytes] | None = None, member: int = 7) -> Path:
    """A dump, compressed as its name says, in members of so many lines."""
    data = dump_bytes(found)
    if path.suffix == ".json":
        path.write_bytes(data)
        return path
    compress = gzip.compress if path.suffix == ".gz" else bz2.compress
    rows = data.splitlines(keepends=True)
    parts = [b"".join(rows[at : at + member]) for at in range(0, len(rows), member)]
    path.write_bytes(b"".join(compress(part) for part in parts))
    return path
