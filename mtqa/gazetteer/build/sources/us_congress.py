"""Members of the Congress of the United States in 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Record, clean, shared

SOURCE = "us_congress"


def records(folder: Path) -> Iterator[Record]:
    """One record a member."""
    import yaml

    path = folder / "legislators-current.yaml"
    if not path.is_file():
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    members: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    for member in members:
        name = member["name"]
        first, last = clean(name.get("nickname") or name["first"]), clean(name["last"])
        wikipedia = clean(str(member["id"].get("wikipedia", "")).split(" (")[0])
        preferred = wikipedia or f"{first} {last}"
        names = shared(preferred, f"{first} {last}", clean(name.get("official_full")))
        family = last if preferred.endswith(last) else ""
        qid = str(member["id"].get("wikidata", ""))
        yield Record(SOURCE, "person", names, "legislator", "US", qid, weight=0.3, family=family)
