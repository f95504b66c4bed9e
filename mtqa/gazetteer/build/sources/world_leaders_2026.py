"""Who leads thirty countries and bodies in 2026. Some of its Wikidata items are wrong, so it is joined by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, clean, is_latin, shared
from mtqa.gazetteer.build.sources.curated_tenures import ROYAL
from mtqa.gazetteer.build.titles import keys_of
from mtqa.gazetteer.model import Name, Tenure

SOURCE = "world_leaders_current_2026"
UNTIL = "2026-08"
"""The month in which the table ends: who is in office then is so without an end."""


def records(folder: Path) -> Iterator[Found]:
    """One record a person and position; the same person in two positions comes together in the merge."""
    for path in sorted((folder / "countries").glob("*/current.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        country = country_code(data["country"]["name_en"]) or data["country"]["name_en"]
        for position in data["positions"].values():
            holder = position.get("current_holder") or {}
            name = clean(holder.get("name_en"))
            at = f"countries/{path.parent.name}/current.json"
            if not is_latin(name):
                yield Refused(SOURCE, at, NOT_LATIN if name else "no holder")
                continue
            plain = ROYAL.sub("", name)
            names = shared(plain, name)
            local = clean(holder.get("name_local"))
            if is_latin(local):
                names.append(Name(local, "mul", "alias"))
            keys = keys_of(clean(position.get("title_en")), country)
            tenures = [Tenure(key, country, holder["since"], "", SOURCE, at) for key in keys if holder.get("since")]
            code = country if len(country) == 2 and country != "EU" else ""
            yield Record(SOURCE, "person", names, "office holder", code, tenures=tenures, weight=0.9, row=at)
