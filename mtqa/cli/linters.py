"""Linters for the settings of a run: one for each set of settings, with gazetteer and models shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from mtqa.cache.entries import Entry
from mtqa.config.config import Config
from mtqa.config.settings import Settings
from mtqa.document import Document
from mtqa.document.readers import Unread
from mtqa.findings import Finding


class Lints(Protocol):
    """What a run needs of :class:`mtqa.linting.Linter`."""

    @property
    def signature(self) -> str:
        """All that the findings depend on."""

    def signature_with(self, tables: list[str]) -> str:
        """The same, under house tables with these signatures."""

    def lint(self, document: Document) -> list[Finding]:
        """The findings of a document, sorted by place."""


class Linters:
    """Makes a linter at the first need. Raises MtqaError for a selector that names no rule, or a model that is not
    there."""

    def __init__(self) -> None:
        self._linters: dict[Settings, Lints] = {}
        self._settings: dict[int, tuple[Config, Settings]] = {}
        """By the configuration's id, which is quicker than its value; it is kept, so that no other gets that id."""

    def of(self, config: Config) -> Lints:
        """The linter for a configuration. It drops nothing for a low confidence: that is decided afterwards."""
        return self.of_settings(self.settings(config))

    def settings(self, config: Config) -> Settings:
        """What that linter is told."""
        if id(config) not in self._settings:
            from mtqa.config.catalogue import all_rules, for_linter
            from mtqa.config.selection import check_selectors

            given = config.settings()
            check_selectors((*given.select, *given.ignore), all_rules())
            told = replace(for_linter(given), min_confidence=0.0, model=_found(given))
            self._settings[id(config)] = config, told
        return self._settings[id(config)][1]

    def of_settings(self, settings: Settings) -> Lints:
        """The linter for settings."""
        if settings not in self._linters:
            from mtqa.linting import Linter

            self._linters[settings] = Linter(settings)
        self._share(settings)
        return self._linters[settings]

    def _share(self, settings: Settings) -> None:
        """What another linter has opened already serves this one, too, when it comes from the same place."""
        mine = vars(self._linters[settings])
        for other, linter in self._linters.items():
            if "knowledge" not in mine and "knowledge" in vars(linter) and _sources(other) == _sources(settings):
                mine["knowledge"] = vars(linter)["knowledge"]


def lint_unread(linter: Lints, unread: Unread, settings: Settings) -> tuple[Document, Entry]:
    """A text read and linted: its document, and what is worth keeping. Raises MtqaError."""
    document = unread.read()
    found = tuple(linter.lint(document))
    undated = settings.as_of is None and document.date is None
    return document, Entry(found, document.date, document.language, date.today() if undated else None)


def _found(settings: Settings) -> str | None:
    """The pinned model as a folder, so that it is fetched and converted once, and not by each process."""
    from mtqa.translation import EMBEDDED

    name = settings.model
    if name in (None, EMBEDDED) or not settings.use_models or settings.engine == "transformers":
        return name
    from mtqa.translation.choice import pinned

    return str(pinned(str(name), "en-es"))


def _sources(settings: Settings) -> Settings:
    """The settings as far as they say what is opened."""
    return replace(settings, as_of=None, select=(), ignore=(), min_confidence=0.0, language=None)


def house_tables(paths: list[str]) -> list[str]:
    """The signatures of the house tables that are found beside files, each once."""
    from mtqa.gazetteer.house.discovery import find_house
    from mtqa.gazetteer.house.table import signature_of

    folders = dict.fromkeys(str(Path(path).parent) for path in paths)
    tables = dict.fromkeys(table for folder in folders if (table := find_house(folder)))
    return sorted({signature_of(table) for table in tables})
