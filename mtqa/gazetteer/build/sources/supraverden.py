"""International organisations and bodies of the European Union."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.gazetteer.build.record import Found, Record, clean, paired, read_lines, undisambiguated
from mtqa.gazetteer.model import Name

SOURCE = "supraverden_intl_orgs"
_LISTED = re.compile(r'^"?(?P<name>[^\[\]"]+?) *\[(?P<short>[A-Z][A-Za-z-]+)\]"?,')


def records(folder: Path) -> Iterator[Found]:
    """One record an organisation."""
    import yaml

    path = folder / "general_list.yaml"
    if not path.is_file():
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    for number, (title, entry) in enumerate(data.items(), 1):
        english = undisambiguated(str(entry.get("Name_en") or title))
        names = paired(english, undisambiguated(str(entry.get("Name_es") or "")))
        for lang in ("en", "es"):
            for text in str(entry.get(f"Abbreviation_{lang}") or "").split("|"):
                if 1 < len(clean(text)) <= 12:
                    names.append(Name(clean(text), lang, "acronym"))
        qid = str(entry.get("Wikidata_code") or "")
        qid = qid if qid[:1] == "Q" and qid[1:].isdigit() else ""
        at = f"{path.name}:{number}"
        yield Record(SOURCE, "organisation", names, "international organisation", qid=qid, weight=0.6, row=at)
    yield from _bank_list(folder)


def _bank_list(folder: Path) -> Iterator[Found]:
    """The European Central Bank's list: "European Investment Bank [EIB]", below a heading of some lines."""
    for at, line in read_lines(folder / "ecb_intl_orgs.csv"):
        if match := _LISTED.match(line):
            english, short = undisambiguated(match["name"]), clean(match["short"])
            names = [Name(english, "en", "preferred"), Name(short, "en", "acronym")]
            if 1 < len(short) <= 8 and english:
                yield Record(SOURCE, "organisation", names, "international organisation", weight=0.5, row=at)
