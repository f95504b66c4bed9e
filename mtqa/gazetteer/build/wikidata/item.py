"""What is kept of one item of the dump, as small data; and which items are kept.

The format is that of https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON. What is kept of an item is a dict:
``q`` number, ``s`` Wikipedias with an article, ``l`` labels and ``a`` aliases by language, ``c`` classes (P31), ``n``
countries, ``o`` offices held (item, start, end, of), ``k`` short names with their language. What is kept of a class or
an office: ``q``, ``l``, ``u`` what it is a subclass of (P279), ``n`` where it applies, ``i`` the ISO code of a country.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

HUMAN = 5
NOISE = frozenset({4167410, 4167836, 13406463, 11266439, 13442814, 16521, 17633526, 15184295, 7318358, 17362920})
"""Classes of pages about pages, of papers and of taxa: disambiguation, category, list, template, article, …"""
SPANISH_SPEAKING = frozenset(
    {29, 96, 414, 739, 298, 419, 717, 736, 750, 733, 77, 800, 804, 811, 783, 792, 774, 786, 241, 1183, 983}
)
"""The items of the Spanish-speaking countries, Puerto Rico and Equatorial Guinea among them."""
LANGUAGES = ("en", "es", "mul")
ALIASES = 12
"""Aliases of a language that are kept: the first ones are the most used."""
_NO_WIKIPEDIA = frozenset(
    "commonswiki specieswiki metawiki wikidatawiki sourceswiki mediawikiwiki wikimaniawiki".split()
)
_OFFICE, _CLASSES, _ISO, _APPLIES = b'"P39":[', b'"P279":[', b'"P297":[', b'"P1001":['
_LINK = b'"badges":'
_SPANISH = re.compile(rb'"numeric-id":(?:%s)[,}]' % b"|".join(b"%d" % number for number in sorted(SPANISH_SPEAKING)))


@dataclass(frozen=True)
class Limits:
    """From how many Wikipedias on an item is kept: ``human`` for people without an office, ``other`` for the rest,
    and the same for people and things of the Spanish-speaking countries."""

    human: int = 12
    other: int = 15
    spanish_human: int = 4
    spanish_other: int = 2


def extract(line: bytes, limits: Limits) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """What is kept of a line: an item, and a class or office; both None for most lines, most of which are not parsed.

    Raises ValueError for a line that is no JSON object.
    """
    line = line.strip()
    line = line[:-1] if line.endswith(b",") else line
    if line in (b"", b"[", b"]"):
        return None, None
    is_class = _CLASSES in line or _ISO in line or _APPLIES in line
    if not is_class and _OFFICE not in line and not _may_be_linked(line, limits):
        if line.startswith(b"{") and line.endswith(b"}"):
            return None, None
        raise ValueError("no JSON object")
    entity = json.loads(line)
    if not isinstance(entity, dict):
        raise ValueError("no JSON object")
    number = _number(entity.get("id"))
    if entity.get("type") != "item" or not number:
        return None, None
    claims = entity.get("claims")
    claims = claims if isinstance(claims, dict) else {}
    labels = _labels(entity)
    thing = _class(number, labels, claims) if is_class else None
    return _item(number, labels, entity, claims, limits), thing


def _may_be_linked(line: bytes, limits: Limits) -> bool:
    """Whether an item may have Wikipedias enough, without parsing it: each link to a site has a list of badges."""
    links = line.count(_LINK)
    if links >= min(limits.human, limits.other):
        return True
    return links >= min(limits.spanish_human, limits.spanish_other) and _SPANISH.search(line) is not None


def _class(number: int, labels: dict[str, str], claims: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"q": number, "l": labels}
    if parents := _items(claims, "P279"):
        found["u"] = parents
    if places := _items(claims, "P1001") or _items(claims, "P17"):
        found["n"] = places
    if iso := next((value for value, _ in _values(claims, "P297") if isinstance(value, str)), ""):
        found["i"] = iso
    return found


def _item(
    number: int, labels: dict[str, str], entity: dict[str, Any], claims: dict[str, Any], limits: Limits
) -> dict[str, Any] | None:
    classes = _items(claims, "P31")
    if not labels or not classes or NOISE.intersection(classes):
        return None
    links = sum(1 for site in entity.get("sitelinks") or () if site.endswith("wiki") and site not in _NO_WIKIPEDIA)
    is_human = HUMAN in classes
    countries = _items(claims, "P17") or _items(claims, "P27" if is_human else "P495")
    offices = list(_offices(claims)) if is_human else []
    if SPANISH_SPEAKING.isdisjoint(countries):
        least = limits.human if is_human else limits.other
    else:
        least = limits.spanish_human if is_human else limits.spanish_other
    if links < least and not offices:
        return None
    found: dict[str, Any] = {"q": number, "s": links, "l": labels, "c": classes}
    if aliases := _aliases(entity):
        found["a"] = aliases
    if countries:
        found["n"] = countries
    if offices:
        found["o"] = offices
    if short := _short_names(claims):
        found["k"] = short
    return found


def _labels(entity: dict[str, Any]) -> dict[str, str]:
    labels = entity.get("labels")
    if not isinstance(labels, dict):
        return {}  # an empty map may be written as a list
    found = ((lang, labels.get(lang)) for lang in LANGUAGES)
    return {lang: label["value"] for lang, label in found if isinstance(label, dict) and label.get("value")}


def _aliases(entity: dict[str, Any]) -> dict[str, list[str]]:
    aliases = entity.get("aliases")
    if not isinstance(aliases, dict):
        return {}
    found = {lang: [alias["value"] for alias in aliases.get(lang) or () if "value" in alias] for lang in LANGUAGES}
    return {lang: texts[:ALIASES] for lang, texts in found.items() if texts}


def _values(claims: dict[str, Any], name: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The values of a property with their qualifiers: the preferred ones where there are any, never deprecated ones."""
    statements = [one for one in claims.get(name) or () if isinstance(one, dict) and one.get("rank") != "deprecated"]
    preferred = [one for one in statements if one.get("rank") == "preferred"] if name != "P39" else []
    for statement in preferred or statements:
        value = _value(statement.get("mainsnak"))
        if value is not None:
            yield value, statement.get("qualifiers") or {}


def _value(snak: Any) -> Any:
    """The value of a snak; None for "unknown" and "no value"."""
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    data = snak.get("datavalue")
    return data.get("value") if isinstance(data, dict) else None


def _items(claims: dict[str, Any], name: str) -> list[int]:
    return list(dict.fromkeys(number for value, _ in _values(claims, name) if (number := _item_number(value))))


def _item_number(value: Any) -> int:
    if not isinstance(value, dict):
        return 0
    return _number(value.get("id")) or int(value.get("numeric-id") or 0)


def _number(text: Any) -> int:
    return int(text[1:]) if isinstance(text, str) and text[:1] == "Q" and text[1:].isdigit() else 0


def _offices(claims: dict[str, Any]) -> Iterator[list[Any]]:
    """Offices with start, end and the place or body that the statement names ("of", "applies to jurisdiction")."""
    for value, qualifiers in _values(claims, "P39"):
        office = _item_number(value)
        ends = qualifiers.get("P582") or []
        if not office or (ends and not any(_value(snak) for snak in ends)):
            continue  # ended on an unknown day: not to be taken for open
        of = next(
            (n for p in ("P1001", "P642") for snak in qualifiers.get(p) or () if (n := _item_number(_value(snak)))), 0
        )
        yield [office, _date(qualifiers.get("P580")), _date(ends), of]


def _date(snaks: Any) -> str:
    """A date as ISO text of its precision (year, month, day); "" for none, a coarser one and one before Christ."""
    for snak in snaks or ():
        value = _value(snak)
        if not isinstance(value, dict):
            continue
        time, precision = str(value.get("time", "")), value.get("precision")
        if time.startswith("+") and precision in (9, 10, 11):
            return time[1:11][: {9: 4, 10: 7, 11: 10}[precision]]
    return ""


def _short_names(claims: dict[str, Any]) -> list[list[str]]:
    found = []
    for value, _ in _values(claims, "P1813"):
        if isinstance(value, dict) and value.get("language") in LANGUAGES and value.get("text"):
            found.append([value["text"], value["language"]])
    return found
