"""The fold key: the form of a name under which it is indexed and looked up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ə": "a",
}  # fmt: skip
"""Letters that Unicode does not decompose but news copy writes in plain ASCII."""

_APOSTROPHES = "'’‘ʼʻʹ`´′ʾʿ"
_HYPHENS = "-‐‑‒–—−/_"
_DROPPED = '.,"“”«»„()[]·…'

_TABLE: dict[int, str | None] = {ord(char): plain for char, plain in _LETTERS.items()}
_TABLE.update({ord(char): "'" for char in _APOSTROPHES})
_TABLE.update({ord(char): " " for char in _HYPHENS})
_TABLE.update({ord(char): None for char in _DROPPED})


class _Characters(dict[int, str]):
    """What each character folds to, found out when it is first met: folding looks at one character at a time."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_TABLE).casefold().translate(_TABLE))
    # Marks are dropped last, because "´" itself decomposes to a space and a mark.
    text = _without_marks(text).translate(_TABLE).casefold().translate(_TABLE)
    # Some compatibility characters only settle after case folding (e.g. "ͅ", "K").
    return _without_marks(unicodedata.normalize("NFKD", text)).casefold().translate(_TABLE)


def _without_marks(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char))


_CHARACTERS = _Characters()


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """The key under which ``text`` is indexed: "Wałęsa" → "walesa", "Jean‑Marie  O’Neill" → "jean marie o'neill".

    Compatibility-decomposed (NFKD) without combining marks, case-folded, hyphens and slashes read as spaces,
    every apostrophe as ``'``, full stops, commas, quotes and brackets dropped, spaces single. Folding twice
    changes nothing.
    """
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    return " ".join(text.translate(_CHARACTERS).split())
