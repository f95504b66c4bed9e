"""Which sentence pairs are fit to train on."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
MAX_WORDS = 70


def tidy(text: str) -> str:
    """The text in NFC on one line, without surrounding space."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def key(text: str) -> bytes:
    """A digest under which texts that differ only in case and punctuation are the same."""
    return hashlib.blake2b(_NOT_WORD.sub("", text.casefold()).encode(), digest_size=8).digest()


def is_fit(en: str, es: str) -> bool:
    """Whether two sentences can be translations of each other, going by their shape alone.

    Both sides hold words (at least half letters or spaces), at most ``MAX_WORDS`` each, and their
    lengths in characters are within a factor of 2.2 (short ones get some leeway).
    """
    if not en or not es:
        return False
    if max(en.count(" "), es.count(" ")) >= MAX_WORDS or max(len(en), len(es)) > 600:
        return False
    if max(len(en), len(es)) > 2.2 * min(len(en), len(es)) + 12:
        return False
    for side in (en, es):
        if sum(c.isalpha() or c == " " for c in side) < 0.6 * len(side):
            return False
    return en != es or en.count(" ") < 5


def keys_of_files(paths: Iterable[Path]) -> set[bytes]:
    """The digests of every line of some files (the test sets, which no training pair may repeat)."""
    found: set[bytes] = set()
    for path in paths:
        for line in path.read_text("utf-8").split("\n"):
            if line.strip():
                found.add(key(line))
    return found


def clean(pairs: Iterable[tuple[str, str]], barred: set[bytes], seen: set[bytes]) -> Iterator[tuple[str, str]]:
    """The fit pairs that stand neither in ``barred`` (either side) nor in ``seen``; adds them to ``seen``."""
    for raw_en, raw_es in pairs:
        en, es = tidy(raw_en), tidy(raw_es)
        if not is_fit(en, es):
            continue
        key_en, key_es = key(en), key(es)
        if key_en in barred or key_es in barred:
            continue
        both = key_en + key_es
        if both in seen:
            continue
        seen.add(both)
        yield en, es
