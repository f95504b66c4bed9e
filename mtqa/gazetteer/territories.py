"""Countries and their people: "Poland", "Polish", "polaco" → PL."""

from __future__ import annotations

import json

from mtqa.gazetteer.container import Container


class Territories:
    """Names and demonyms of countries in English and Spanish."""

    def __init__(self, container: Container) -> None:
        data = json.loads(bytes(container.section("territories")))
        self._english: dict[str, str] = data["en"]
        self._spanish: dict[str, str] = data["es"]
        self._names: dict[str, dict[str, str]] = data["names"]
        self.codes = frozenset(self._names["en"])

    def english(self, text: str) -> str | None:
        """The ISO code of an English country name or demonym as printed ("Polish", "POLAND", not "polish")."""
        return self._find(self._english, text)

    def spanish(self, text: str) -> str | None:
        """The ISO code of a Spanish country name ("Lituania") or demonym, which Spanish writes small ("polaca")."""
        return self._find(self._spanish, text)

    def name(self, code: str, lang: str) -> str:
        """The usual name of a country; the code itself when it is unknown."""
        return self._names.get(lang, {}).get(code, code)

    @staticmethod
    def _find(table: dict[str, str], text: str) -> str | None:
        text = " ".join(text.replace("’", "'").split())
        for prefix in ("the ", "The "):
            text = text.removeprefix(prefix)
        found = table.get(text)
        if found is None and len(text) > 3 and text.isupper():
            found = table.get(text.title()) or table.get(text.lower())
        return found
