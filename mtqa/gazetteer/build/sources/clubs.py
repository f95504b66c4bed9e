"""Football clubs and their names (openfootball)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.record import NOT_LATIN, Found, Record, Refused, clean, is_latin, shared

SOURCE = "football"
_FILE = re.compile(r"_(?P<code>[a-z]{2})\.clubs\.txt$")
_EXTRA = re.compile(r"\s*(?:\([^)]*\)|\[[a-z]{2}\]|##?.*)")


def records(folder: Path) -> Iterator[Found]:
    """One record a club: a line with its name and town, then indented lines of other names."""
    for path in sorted((folder / "openfootball_clubs").glob("*.clubs.txt")):
        match = _FILE.search(path.name)
        code = match["code"].upper() if match else ""
        code = {"ENG": "GB"}.get(code, code)
        club: list[str] = []
        place = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line.strip()
            if not text or text.startswith(("#", "=", "ii)", "iii)")):
                continue
            if text.startswith("|"):
                if club:
                    club += [part for part in (clean(_EXTRA.sub("", item)) for item in text.split("|")) if part]
                continue
            if club:
                yield _club(club, code, place)
            name, *more = (clean(part) for part in _EXTRA.sub("", text.split(",")[0]).split("|"))
            club, place = [name, *more], f"{path.name}:{number}"
            if not is_latin(name) or len(name) <= 2:
                yield Refused(SOURCE, place, NOT_LATIN)
                club = []
        if club:
            yield _club(club, code, place)


def _club(names: list[str], code: str, place: str) -> Record:
    aliases = [name for name in names[1:] if is_latin(name) and len(name) > 2 and "." not in name]
    return Record(
        SOURCE, "organisation", shared(names[0], *aliases), "football club", code, keep_original=True, weight=0.4,
        row=place,
    )  # fmt: skip
