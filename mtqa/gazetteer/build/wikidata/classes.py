"""What kind of thing an item is: its classes, traced up the tree of classes to those whose kind is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

ROOTS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("party", "party", (7278, 388602, 6138528)),  # political party, coalition, alliance of parties
    ("media", "newspaper", (11032, 1110794, 1153191)),  # newspaper, daily, online newspaper
    ("media", "magazine", (41298,)),
    ("media", "news agency", (192283,)),
    ("media", "broadcaster", (15265344, 1616075, 14350, 2001305)),  # television and radio stations and channels
    ("media", "website", (17232649,)),  # news website
    ("work", "film", (11424,)),
    ("work", "tv programme", (15416, 5398426)),  # television programme and series
    ("work", "book", (571, 7725634, 47461344)),  # book, literary work, written work
    ("work", "song", (7366, 482994, 2188189)),  # song, album, musical work
    ("work", "treaty", (131569, 820655, 7748)),  # treaty, statute, law
    ("work", "work", (17537576,)),  # any creative work
    ("place", "country", (6256, 3624078)),
    ("place", "city", (515, 486972)),  # city, any settlement
    ("place", "region", (56061, 82794)),  # administrative entity, region
    ("place", "river", (4022,)),
    ("place", "mountain", (8502, 46831)),
    ("place", "island", (23442,)),
    ("place", "sea", (165, 9430)),
    ("place", "lake", (23397,)),
    ("place", "airport", (1248784,)),
    ("place", "street", (79007,)),
    ("place", "square", (174782,)),
    ("place", "building", (41176, 4989906)),  # building, monument
    ("event", "war", (198, 178561)),  # war, battle
    ("event", "award", (618779,)),
    ("event", "festival", (132241,)),
    ("event", "competition", (15275719, 13406554)),  # recurring sporting event, sports competition
    ("organisation", "football club", (476028,)),
    ("organisation", "company", (4830453,)),
    ("organisation", "university", (3918,)),
    ("organisation", "ministry", (192350,)),
    ("organisation", "parliament", (35749,)),
    ("organisation", "court", (41487,)),
    ("organisation", "intl org", (484652,)),
    ("organisation", "bank", (22687,)),
    ("organisation", "trade union", (178790,)),
    ("organisation", "police", (35535,)),
    ("organisation", "agency", (327333,)),
    ("organisation", "organisation", (43229,)),
    ("place", "place", (618123, 2221906)),  # geographical feature, any location
)
"""Kind, its name in evidence, and the classes that stand for it with all below them; the first that fits counts. The
broad ones come last: Wikidata has countries below organisations, and organisations below places."""
DEEPEST = 20
"""Steps down the tree that are followed: it has no more but by loops."""


class Classes:
    """The tree of classes, as two arrays of four bytes a link."""

    def __init__(self, links: Iterable[tuple[int, int]]) -> None:
        """``links`` are pairs of a class and one that it is a subclass of."""
        pairs = np.fromiter((number for link in links for number in link), dtype=np.int64).reshape(-1, 2)
        order = np.argsort(pairs[:, 1], kind="stable")
        self._children = pairs[order, 0].astype(np.int32)
        self._parents = pairs[order, 1].astype(np.int32)

    def below(self, roots: Sequence[int]) -> set[int]:
        """The classes given and all below them."""
        found = set(roots)
        front = np.array(sorted(found), dtype=np.int32)
        for _ in range(DEEPEST):
            starts = np.searchsorted(self._parents, front, side="left")
            ends = np.searchsorted(self._parents, front, side="right")
            new = {int(c) for start, end in zip(starts, ends) for c in self._children[start:end]} - found
            if not new:
                break
            found |= new
            front = np.array(sorted(new), dtype=np.int32)
        return found

    def kinds(self) -> dict[int, tuple[str, str]]:
        """Kind and its name for every class below one of ROOTS."""
        found: dict[int, tuple[str, str]] = {}
        for kind, name, roots in ROOTS:
            for number in self.below(roots):
                found.setdefault(number, (kind, name))
        return found


_RANK = {(kind, name): rank for rank, (kind, name, _) in enumerate(ROOTS)}


def kind_of(item: Mapping[str, Any], kinds: Mapping[int, tuple[str, str]]) -> tuple[str, str] | None:
    """Kind of an item and the kind's name; None for what is none of ours."""
    found = [kinds[number] for number in item["c"] if number in kinds]
    return min(found, key=_RANK.__getitem__) if found else None
