"""Members and committees of the Congress of the United States in 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Found, Record, clean, shared
from mtqa.gazetteer.model import Name

SOURCE = "us_congress"


def records(folder: Path) -> Iterator[Found]:
    """One record a member, then one a committee; rows are counted from 1."""
    for number, member in enumerate(_entries(folder / "legislators-current.yaml"), 1):
        name = member["name"]
        first, last = clean(name.get("nickname") or name["first"]), clean(name["last"])
        wikipedia = clean(str(member["id"].get("wikipedia", "")).split(" (")[0])
        preferred = wikipedia or f"{first} {last}"
        names = shared(preferred, f"{first} {last}", clean(name.get("official_full")))
        family = last if preferred.endswith(last) else ""
        qid = str(member["id"].get("wikidata", ""))
        at = f"legislators-current.yaml:{number}"
        yield Record(SOURCE, "person", names, "legislator", "US", qid, weight=0.3, family=family, row=at)
    for number, committee in enumerate(_entries(folder / "committees-current.yaml"), 1):
        names = [Name(clean(committee["name"]), "en", "preferred")]
        at = f"committees-current.yaml:{number}"
        yield Record(SOURCE, "organisation", names, "committee", "US", weight=0.35, row=at)


def _entries(path: Path) -> list[dict[str, Any]]:
    import yaml

    if not path.is_file():
        return []
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entries: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return entries
