"""Clusters of records → entities: names in order, one surname, tenures without doubles, prominence."""

from __future__ import annotations

import hashlib

from mtqa.gazetteer.build.merge import Cluster
from mtqa.gazetteer.build.people import NameLexicon, family_name, short_form
from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.build.sources.facts import SOURCE as OURS
from mtqa.gazetteer.dates import end_range, start_range
from mtqa.gazetteer.holders import ACTING
from mtqa.gazetteer.model import ROLES, Entity, Name, Tenure

_WEIGHTS = (
    (1.0, ("president", "prime minister", "monarch", "chancellor", "pope", "supreme leader")),
    (0.9, ("secretary general", "president of european commission", "high representative")),
    (0.75, ("vice president", "minister of foreign affairs", "secretary of state", "crown prince", "vice chancellor")),
    (0.7, ("minister of finance", "minister of defence", "minister of interior", "minister of economy")),
)  # fmt: skip
_BEGINNINGS = (
    (0.7, ("party leader", "regional president", "opposition leader", "lehendakari")),
    (0.6, ("minister of", "deputy prime minister", "mayor of", "governor of", "head coach", "attorney general")),
    (0.6, ("speaker", "central bank governor")),
    (0.55, ("president of", "chief", "commissioner", "secretary", "director", "spokesperson", "archbishop")),
)  # fmt: skip
_RECENT = "2008"
_CURATED = ("curated_orgs", "curated_tenures", OURS)
_SAY_WHAT_IS_KEPT = ("curated_orgs", OURS)


def build_entity(cluster: Cluster, lexicon: NameLexicon) -> Entity:
    """The entity that a cluster describes."""
    records = cluster.records
    first = records[0]
    names = _names(records)
    country = next((record.country for record in records if record.country), "")
    tenures = _tenures(records)
    kind, family = first.kind, ""
    if kind == "person":
        shown = next((name.text for name in names if name.lang != "es"), names[0].text)
        given = next((r.family for r in records if r.family and shown.endswith(f" {r.family}")), "")
        family = given or family_name(shown, country, lexicon)
        short = short_form(shown, family, country)
        if short and short not in {name.text for name in names}:
            names = (*names, Name(short, "mul", "alias"))
    sources = tuple(dict.fromkeys(record.source for record in records))
    subkind = next((record.subkind for record in records if record.subkind), "")
    kept = _keeps_original(records, kind)
    prominence = _prominence(records, tenures, sources)
    item = cluster.qid or _made_id(first)
    origins = tuple(dict.fromkeys(record.origin for record in records))
    return Entity(item, kind, subkind, country, names, tenures, prominence, kept, sources, family, origins)


def _keeps_original(records: list[Record], kind: str) -> bool:
    """Whether English keeps the Spanish name: the tables of names say so of every row, ours against others; elsewhere
    a table of local names only suggests it ("Ciudad de México" in Mexico's register is no ground to refuse "Mexico
    City").
    """
    same = [record for record in records if record.kind == kind]
    stated = [record for record in same if record.source in _SAY_WHAT_IS_KEPT]
    if stated:
        translated = any(record.source == OURS and not record.keep_original for record in stated)
        return any(record.keep_original for record in stated) and not translated
    return any(record.keep_original for record in same) and not any(map(_translated, same))


def _translated(record: Record) -> bool:
    """Whether a source gives different English and Spanish names, so that English does not keep the Spanish one."""
    preferred = {name.lang for name in record.names if name.role == "preferred"}
    return preferred == {"en", "es"} and not record.keep_original


def _made_id(record: Record) -> str:
    parts = "\x1f".join((record.kind, record.subkind, record.country, record.names[0].text, record.source))
    return "mtqa:" + hashlib.sha256(parts.encode("utf-8")).hexdigest()[:10]


def _names(records: list[Record]) -> tuple[Name, ...]:
    """All names once a language, one preferred form each: the most trusted source's.

    A form that only Spanish has ("Víktor Yúshchenko") is preferred in Spanish to one that both languages share.
    """
    roles: dict[str, dict[str, str]] = {"en": {}, "es": {}}
    for lang, of_lang in roles.items():
        every = [name for record in records for name in record.names if name.lang in (lang, "mul")]
        own = [name for name in every if name.lang == lang or lang == "en"]
        preferred = next((name.text for name in (*own, *every) if name.role == "preferred"), "")
        for name in every:
            role = "alias" if name.role == "preferred" and name.text != preferred else name.role
            of_lang[name.text] = min(of_lang.get(name.text, role), role, key=ROLES.index)
    names = []
    for text in dict.fromkeys((*roles["en"], *roles["es"])):
        english, spanish = roles["en"].get(text), roles["es"].get(text)
        if english == spanish and english is not None:
            names.append(Name(text, "mul", english, _origins(records, text, ("en", "es"))))
            continue
        for lang, held in (("en", english), ("es", spanish)):
            if held is not None:
                names.append(Name(text, lang, held, _origins(records, text, (lang,))))
    return tuple(sorted(names, key=lambda name: ROLES.index(name.role)))


def _origins(records: list[Record], text: str, langs: tuple[str, ...]) -> tuple[str, ...]:
    """The rows that have a form in one of the languages, the most trusted first."""
    found = (r.origin for r in records for n in r.names if n.text == text and not {*n.languages}.isdisjoint(langs))
    return tuple(dict.fromkeys(found))


def _tenures(records: list[Record]) -> tuple[Tenure, ...]:
    """Tenures by start, those that a more trusted source of the same person states alike or more exactly dropped."""
    kept: dict[tuple[str, ...], Tenure] = {}
    for record in records:
        for tenure in record.tenures:
            if valid(tenure):
                kept.setdefault((tenure.office, tenure.country, tenure.start, tenure.end), tenure)
    return tuple(sorted(kept.values(), key=lambda tenure: (tenure.start, tenure.office, tenure.end, tenure.source)))


def valid(tenure: Tenure) -> bool:
    """Whether the dates of a tenure are dates and in order."""
    try:
        return start_range(tenure.start)[0] <= end_range(tenure.end)[1]
    except ValueError:
        return False


def _prominence(records: list[Record], tenures: tuple[Tenure, ...], sources: tuple[str, ...]) -> float:
    """The weight of the best table or office (less when it ended long ago), and a little for every further source."""
    best = max(record.weight for record in records)
    for tenure in tenures:
        weight = _office_weight(tenure.office)
        if (tenure.end and tenure.end < _RECENT) or (tenure.start and tenure.start < "1990" and not tenure.end):
            weight *= 0.6
        if any(tenure.country == place for place in ("", "XK")) or (len(tenure.country) > 2 and weight < 0.9):
            weight *= 0.9
        best = max(best, weight)
    best = best * 0.9 + min(0.1, 0.03 * (len(sources) - 1)) + (0.02 if any(s in _CURATED for s in sources) else 0.0)
    return round(min(1.0, best), 3)


def _office_weight(office: str) -> float:
    title = office.removeprefix(ACTING)
    for weight, exact in _WEIGHTS:
        if title in exact:
            return weight
    for weight, beginnings in _BEGINNINGS:
        if title.startswith(beginnings):
            return weight
    return 0.35
