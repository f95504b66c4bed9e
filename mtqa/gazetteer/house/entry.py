"""One entity as the house has it."""

from __future__ import annotations

from typing import NamedTuple

from mtqa.gazetteer.model import Name, Tenure

SOURCE = "house"
"""The source of everything that a house table says."""


class HouseEntry(NamedTuple):
    """What the rows of one entity say. ``english`` is the house form, ``forbidden`` what copy must not say.

    ``kind`` is empty where the table leaves it to the gazetteer. ``line`` is where the entity stands first.
    """

    english: str
    spanish: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    spanish_acronyms: tuple[str, ...] = ()
    kind: str = ""
    country: str = ""
    family: str = ""
    item: str = ""
    note: str = ""
    tenures: tuple[Tenure, ...] = ()
    line: int = 0

    @property
    def approved(self) -> tuple[str, ...]:
        """Every form that copy may have."""
        return (self.english, *self.also, *self.acronyms)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that names the entity, forbidden ones too."""
        return (*self.approved, *self.spanish, *self.spanish_acronyms, *self.forbidden)

    @property
    def names(self) -> tuple[Name, ...]:
        """The forms in use as names of an entity; without a Spanish form Spanish copy is taken to use the English."""
        lang = "en" if self.spanish and self.spanish[0] != self.english else "mul"
        found = [Name(self.english, lang, "preferred")]
        found += [Name(text, "en", "alias") for text in self.also]
        for number, text in enumerate(self.spanish):
            if number or lang == "en":
                found.append(Name(text, "es", "alias" if number else "preferred"))
        shared = set(self.acronyms) & set(self.spanish_acronyms)
        found += [Name(text, "mul" if text in shared else "en", "acronym") for text in self.acronyms]
        found += [Name(text, "es", "acronym") for text in self.spanish_acronyms if text not in shared]
        return tuple(found)
