"""The look-ups that detection codes against, whatever answers them: the gazetteer's file, or a house over it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Protocol

from mtqa.gazetteer.holes import Restored
from mtqa.gazetteer.house.forms import Forms
from mtqa.gazetteer.model import Entity, Match, WordFacts
from mtqa.gazetteer.records import Expected


class LookUp(Protocol):
    """See :class:`mtqa.gazetteer.store.Gazetteer`, which documents each look-up."""

    @property
    def signature(self) -> str:
        """A name of the content."""

    @property
    def forms(self) -> Forms:
        """The forms that a house approves or forbids; none without a house."""

    @property
    def office_titles(self) -> frozenset[str]:
        """Every office that somebody held."""

    def exact(self, name: str) -> list[Match]:
        """Entities that English calls so, letter for letter."""

    def folded(self, name: str) -> list[Match]:
        """Entities that English calls so but for case, accents and hyphens."""

    def spanish(self, name: str) -> list[Match]:
        """Entities that Spanish calls so."""

    def acronym(self, text: str) -> list[Match]:
        """Entities with this acronym."""

    def surname(self, token: str) -> list[Match]:
        """People with this surname."""

    def mistranslation(self, text: str) -> list[Match]:
        """Entities whose Spanish name a translator may have turned into this."""

    def fuzzy(self, name: str, limit: int = 5) -> list[Match]:
        """Entities with a form spelt like this."""

    def restored(self, token: str, hidden: int) -> list[Restored]:
        """Words of names that may have lost letters on the way to this."""

    def is_spelt_plainly(self, token: str) -> bool:
        """Whether this has plain letters where nearly all names have others."""

    def with_word(self, word: str, words: int, limit: int = 80) -> list[Match]:
        """Entities with a name of so many words that holds this one."""

    def with_words(self, choices: Sequence[Collection[str]], least: int) -> list[Match]:
        """Entities with a Spanish form that holds words of at least so many choices."""

    def respelt(self, token: str) -> list[Match]:
        """Entities that sound like this in another transliteration."""

    def prefix(self, text: str, limit: int = 20) -> Iterator[str]:
        """Keys that begin so."""

    def holders(self, office: str, country: str, on: date) -> list[Match]:
        """Who held an office on a day."""

    def expected(self, entity: Entity) -> tuple[Expected, ...]:
        """The English that translators may make of an entity's Spanish names."""

    def word(self, token: str) -> WordFacts:
        """What is known of a word."""

    def glosses(self, word: str) -> list[tuple[str, float]]:
        """Spanish words that an English one may come from."""

    def senses(self, word: str) -> list[tuple[str, float]]:
        """English words for a Spanish one."""

    def is_head_noun(self, word: str) -> bool:
        """Whether names of places, bodies or works often end so."""

    def territory(self, text: str) -> str | None:
        """The ISO code of an English country name or demonym."""

    def territory_spanish(self, text: str) -> str | None:
        """The ISO code of a Spanish country name or demonym."""

    def country_name(self, code: str, lang: str = "en") -> str:
        """The name of a country."""
