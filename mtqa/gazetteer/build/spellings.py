"""How the names of a country's people are spelt, where that takes letters beyond A to Z.

The tables (``mtqa/gazetteer/facts/spellings``) are our own, written from general knowledge: per line ``given`` or
``surname``, the country's ISO code and the name, between tabs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.codec import pack_trie
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.spellings import SEPARATOR

FOLDER = Path(__file__).parents[1] / "facts" / "spellings"


def spellings(folder: Path = FOLDER) -> Iterator[tuple[str, str, str]]:
    """The kind, country and spelling of every line of the tables, in the order of their names."""
    for table in sorted(folder.glob("*.tsv")):
        for line in table.read_text("utf-8").splitlines():
            kind, country, name = line.split("\t")
            yield kind, country, name


def spelling_sections(folder: Path = FOLDER) -> dict[str, bytes]:
    """The section ``name-spellings``: a trie of the folded name, its spelling and the country."""
    data, _ = pack_trie(SEPARATOR.join((fold(name), name, country)) for _, country, name in spellings(folder))
    return {"name-spellings": data}
