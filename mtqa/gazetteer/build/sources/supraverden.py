"""International organisations and bodies of the European Union."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Record, clean, paired, undisambiguated
from mtqa.gazetteer.model import Name

SOURCE = "supraverden_intl_orgs"


def records(folder: Path) -> Iterator[Record]:
    """One record an organisation."""
    import yaml

    path = folder / "general_list.yaml"
    if not path.is_file():
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    for title, entry in data.items():
        english = undisambiguated(str(entry.get("Name_en") or title))
        names = paired(english, undisambiguated(str(entry.get("Name_es") or "")))
        for lang in ("en", "es"):
            for text in str(entry.get(f"Abbreviation_{lang}") or "").split("|"):
                if 1 < len(clean(text)) <= 12:
                    names.append(Name(clean(text), lang, "acronym"))
        qid = str(entry.get("Wikidata_code") or "")
        qid = qid if qid[:1] == "Q" and qid[1:].isdigit() else ""
        yield Record(SOURCE, "organisation", names, "international organisation", qid=qid, weight=0.6)
