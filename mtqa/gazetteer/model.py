"""The records of the gazetteer: entities, their names, the offices they held, and what look-ups answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

KINDS = ("person", "place", "organisation", "media", "party", "work", "event", "demonym", "term")
LANGUAGES = ("mul", "en", "es")
"""``mul`` is a form that both languages use as it stands."""
ROLES = ("preferred", "alias", "acronym", "derived")
"""``derived`` forms were made by a spelling rule and stand in no source."""


def origin_of(table: str, row: str) -> str:
    """The provenance of a fact, where its table is in the folder of tables: "curated_orgs/curated_orgs.csv:12".

    ``row`` is a file and the line in it, or what stands for them (a Wikidata item, a country's code); "" is the table
    as a whole.
    """
    return f"{table}/{row}" if row else table


def table_of(origin: str) -> str:
    """The table of a provenance."""
    return origin.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Name:
    """One written form of an entity's name, in Unicode NFC.

    ``sources`` are the rows that have it (see :func:`table_of`), empty for forms that a rule made; names are equal
    whatever they come from.
    """

    text: str
    lang: str
    role: str
    sources: tuple[str, ...] = field(default=(), compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that use the form."""
        return ("en", "es") if self.lang == "mul" else (self.lang,)


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held for a while.

    ``office`` is a key of :func:`mtqa.gazetteer.offices.normalise_office`; ``country`` is ISO 3166-1 alpha-2 or
    the English name of a body ("UN", "European Commission"). ``start`` and ``end`` are ISO dates of any
    precision (``YYYY[-MM[-DD]]``), empty when unknown or, for ``end``, still open in the source. ``source`` is the
    table that says so and ``row`` where in it: its file and line.
    """

    office: str
    country: str
    start: str
    end: str
    source: str
    row: str = field(default="", compare=False)

    @property
    def origin(self) -> str:
        """The provenance of the fact: "curated_tenures/curated_tenures.csv:17"."""
        return origin_of(self.source, self.row)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, … under all its names, preferred forms first.

    ``id`` is a Wikidata item ("Q42") where a source gives one, else "mtqa:" and a stable hash.
    ``prominence`` runs from 0 to 1; ``keep_original`` says that English copy keeps the Spanish name.
    ``family`` is the surname of a person as printed ("von der Leyen"), empty when unknown. ``sources`` are the tables
    that have the entity, the most trusted first, and ``origins`` the rows (none in files of before format 3).
    """

    id: str
    kind: str
    subkind: str
    country: str
    names: tuple[Name, ...]
    tenures: tuple[Tenure, ...] = ()
    prominence: float = 0.0
    keep_original: bool = False
    sources: tuple[str, ...] = ()
    family: str = ""
    origins: tuple[str, ...] = field(default=(), compare=False)

    @property
    def english(self) -> str:
        """The preferred English form; the Spanish one where English keeps it."""
        order = ("es", "mul", "en") if self.keep_original else ("en", "mul", "es")
        return self._first(order)

    @property
    def spanish(self) -> str:
        """The preferred Spanish form, else the one both languages share."""
        return self._first(("es", "mul", "en"))

    @property
    def surname(self) -> str:
        """A person's surname, empty for every other kind."""
        return self.family if self.kind == "person" else ""

    def accepted(self, lang: str) -> tuple[str, ...]:
        """Every form that is right in ``lang`` ("en" or "es"), preferred ones first; derived forms last.

        Spanish forms count as English where English keeps the original name.
        """
        langs = {"mul", lang}
        if lang == "en" and self.keep_original:
            langs.add("es")
        found = [name for name in self.names if name.lang in langs]
        if lang == "en":
            found = [name for name in found if name.role != "derived"]
        ordered = sorted(found, key=lambda name: ROLES.index(name.role))
        return tuple(dict.fromkeys(name.text for name in ordered))

    def forms(self) -> Iterator[Name]:
        """Its names, one by one: for those who stop at one."""
        return iter(self.names)

    def is_called(self, text: str) -> bool:
        """Whether English may call it so, letter for letter: ``text in accepted("en")``."""
        for name in self.forms():
            if name.text == text and name.role != "derived" and (name.lang != "es" or self.keep_original):
                return True
        return False

    def _first(self, langs: tuple[str, ...]) -> str:
        for role in ("preferred", "alias", "acronym", "derived"):
            for lang in langs:
                for name in self.names:
                    if name.lang == lang and name.role == role:
                        return name.text
        return self.names[0].text if self.names else self.id


class Match(NamedTuple):
    """An answer of a look-up: the entity, the form that matched, how well (0..1), and why.

    ``how`` is one of exact, folded, surname, spanish, acronym, expected-mistranslation, fuzzy, office.
    """

    entity: Entity
    name: str
    score: float
    how: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What is known of a word, whatever its case.

    ``english`` and ``spanish`` are Zipf frequencies (log10 of uses per thousand million words), 0 when
    unknown. ``given`` and ``surname`` are rough numbers of bearers, 0 when the word is not known as such.
    ``lemma_es`` says that a Spanish dictionary lists it as a common word.
    """

    english: float = 0.0
    spanish: float = 0.0
    given: int = 0
    surname: int = 0
    lemma_es: bool = False
