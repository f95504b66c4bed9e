"""All that the gazetteer knows of a name, as data and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mtqa.gazetteer.lookup import LookUp
from mtqa.gazetteer.model import Entity, Match


def as_data(gazetteer: LookUp, name: str, limit: int) -> dict[str, Any]:
    """Matches by every road (each entity where it matches best), facts of the words, translations, the territory."""
    roads = (
        gazetteer.exact, gazetteer.folded, gazetteer.spanish, gazetteer.acronym, gazetteer.surname,
        gazetteer.mistranslation,
    )  # fmt: skip
    seen: set[str] = set()
    found: list[dict[str, Any]] = []
    for matches in (*(road(name) for road in roads), gazetteer.fuzzy(name, limit)):
        fresh = [match for match in matches if match.entity.id not in seen]
        for match in fresh[:limit]:
            seen.add(match.entity.id)
            found.append(_match(gazetteer, match))
        seen.update(match.entity.id for match in fresh)
    return {
        "name": name,
        "territory": gazetteer.territory(name) or gazetteer.territory_spanish(name),
        "matches": found,
        "words": {word: _word(gazetteer, word) for word in name.split()},
    }


def as_lines(data: dict[str, Any], traced: bool = False) -> Iterator[str]:
    """The same for reading; ``traced`` says of each fact in which rows of which tables it stands."""
    if data["territory"]:
        yield f"territory: {data['territory']}"
    for match in data["matches"]:
        entity = match["entity"]
        detail = f", {match['detail']}" if match["detail"] else ""
        yield f"{match['how']} {match['score']:.2f}: {match['name']}{detail}"
        place = f", {entity['country']}" if entity["country"] else ""
        kind = entity["subkind"] if entity["subkind"] else entity["kind"]
        yield f"  {entity['english']} ({kind}{place}; {entity['id']}; prominence {entity['prominence']:.2f})"
        if entity["spanish"] != entity["english"] or entity["keep_original"]:
            yield f"  Spanish: {entity['spanish']}" + (" (kept in English)" if entity["keep_original"] else "")
        # Files built before format 2 do not record the tables of names.
        made = "made by a rule" if any(form["sources"] for form in entity["names"]) else "not recorded"
        for form in entity["names"] if traced else ():
            origin = ", ".join(form["sources"]) or made
            yield f"  {form['role']}, {form['lang']}: {form['text']} ({origin})"
        others = [
            form["text"] for form in entity["names"] if form["text"] not in (entity["english"], entity["spanish"])
        ]
        if others and not traced:
            yield f"  also: {', '.join(others[:12])}"
        for tenure in entity["tenures"][-8:]:
            dates = f"{tenure['start'] or '?'} – {tenure['end']}"
            yield f"  {tenure['office']}, {tenure['country']}: {dates} ({tenure['origin' if traced else 'source']})"
        for item in entity["expected"]:
            mark = ", ambiguous" if item["ambiguous"] else ""
            yield f"  may be mistranslated as: {item['text']} ({', '.join(item['roads'])}{mark})"
        yield f"  from: {', '.join(entity['origins'] if traced and entity['origins'] else entity['sources'])}"
    for word, facts in data["words"].items():
        yield (
            f"word {word}: Zipf {facts['english']:.1f} English, {facts['spanish']:.1f} Spanish; "
            f"given name ~{facts['given']}, surname ~{facts['surname']}"
            + ("; Spanish dictionary word" if facts["lemma_es"] else "")
        )
        for title, key in (("may come from", "glosses"), ("in English", "senses")):
            if facts[key]:
                yield f"  {title}: {', '.join(facts[key])}"
    if not data["matches"]:
        yield f"no entity is called {data['name']!r} or nearly so"


def _match(gazetteer: LookUp, match: Match) -> dict[str, Any]:
    return {
        "how": match.how, "score": round(match.score, 2), "name": match.name, "detail": match.detail,
        "entity": _entity(gazetteer, match.entity),
    }  # fmt: skip


def _entity(gazetteer: LookUp, entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id, "kind": entity.kind, "subkind": entity.subkind, "country": entity.country,
        "english": entity.english, "spanish": entity.spanish, "surname": entity.surname,
        "keep_original": entity.keep_original, "prominence": round(entity.prominence, 2),
        "names": [
            {"text": name.text, "lang": name.lang, "role": name.role, "sources": list(name.sources)}
            for name in entity.names
        ],
        "tenures": [
            {"office": t.office, "country": t.country, "start": t.start, "end": t.end, "source": t.source,
             "origin": t.origin}
            for t in entity.tenures
        ],
        "expected": [
            {"text": item.text, "origin": item.origin, "roads": list(item.roads), "ambiguous": item.ambiguous}
            for item in gazetteer.expected(entity)
        ],
        "sources": list(entity.sources), "origins": list(entity.origins),
    }  # fmt: skip


def _word(gazetteer: LookUp, word: str) -> dict[str, Any]:
    facts = gazetteer.word(word)
    return {
        "english": facts.english, "spanish": facts.spanish, "given": facts.given, "surname": facts.surname,
        "lemma_es": facts.lemma_es, "glosses": [text for text, _ in gazetteer.glosses(word)[:5]],
        "senses": [text for text, _ in gazetteer.senses(word)[:5]],
    }  # fmt: skip
