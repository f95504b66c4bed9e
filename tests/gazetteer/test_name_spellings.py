"""Our own tables of how people's names are spelt, as they are committed and as they ship."""

from __future__ import annotations

import unicodedata
from collections import Counter

from babel import Locale

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build.spellings import FOLDER, spellings

ONE_LETTER = {ord("č"): "-", ord("ő"): "-", ord("ö"): "-", ord("ş"): "-", ord("ł"): "-"}
"""Letters of different alphabets, each of them gone."""
TERRITORIES = set(Locale("en").territories)


def test_the_tables_are_well_formed() -> None:
    lines = list(spellings())
    assert len(lines) > 1000 and len(list(FOLDER.glob("*.tsv"))) > 1
    wrong = [
        (kind, country, name)
        for kind, country, name in lines
        if kind not in {"given", "surname"}
        or country not in TERRITORIES
        or name.isascii()
        or not name[0].isupper()
        or " " in name
        or name != unicodedata.normalize("NFC", name).strip()
    ]
    assert wrong == []
    assert [line for line, times in Counter(lines).items() if times > 1] == []


def test_they_are_in_the_gazetteer_that_ships() -> None:
    gazetteer = Gazetteer.open()
    long = (name for _, _, name in spellings() if len(name) > 3 and name.isalpha())
    lonely = (name for name in long if sum(not char.isascii() for char in name) == 1)
    names = [name for name in lonely if not name.translate(ONE_LETTER).isalpha()]
    found = names[::20]
    assert len(found) > 30
    for name in found:
        broken = name.translate(ONE_LETTER)
        assert name in [restored.text for restored in gazetteer.restored(broken, 0)], name
