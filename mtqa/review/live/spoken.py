"""What was last said of each finding, kept in memory and brought up to date by what is new in the store."""

from __future__ import annotations

from mtqa.review.store import Store, Stored


class Spoken:
    """The last words of a store by file and finding, whoever has written them. Not safe in several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words: dict[str, dict[str, Stored]] = {}
        self._row = 0

    def renew(self) -> bool:
        """Take in what was said meanwhile; whether that is anything."""
        new = self._store.words(self._row)
        if not new:
            return False
        if self._row and any(word.kind == "carry" for word in new):
            self._words = {}  # what was carried on counts there now, and not where it was
            new = self._store.words()
        for word in new:
            self._words.setdefault(word.decision.path, {})[word.decision.id] = word
        self._row = new[-1].row
        return True

    def of(self, place: str) -> dict[str, Stored]:
        """The words on a file, by finding."""
        return self._words.get(place, {})

    def all(self) -> list[Stored]:
        """The words on all files."""
        return [word for words in self._words.values() for word in words.values()]
