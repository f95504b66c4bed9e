"""Linters for the settings of a run: one for each set of settings, with gazetteer and models shared."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from mtqa.config.config import Config
from mtqa.config.settings import Settings
from mtqa.document import Document
from mtqa.findings import Finding


class Lints(Protocol):
    """What a run needs of :class:`mtqa.linting.Linter`."""

    @property
    def signature(self) -> str:
        """All that the findings depend on."""

    def lint(self, document: Document) -> list[Finding]:
        """The findings of a document, sorted by place."""


class Linters:
    """Makes a linter at the first need. Raises MtqaError for a selector that names no rule."""

    def __init__(self) -> None:
        self._linters: dict[Settings, Lints] = {}

    def of(self, config: Config) -> Lints:
        """The linter for a configuration."""
        settings = config.settings()
        if settings not in self._linters:
            from mtqa.config.catalogue import all_rules, for_linter
            from mtqa.config.selection import check_selectors
            from mtqa.linting import Linter

            check_selectors((*settings.select, *settings.ignore), all_rules())
            self._linters[settings] = Linter(for_linter(settings))
        self._share(settings)
        return self._linters[settings]

    def _share(self, settings: Settings) -> None:
        """What another linter has opened already serves this one, too, when it comes from the same place."""
        mine = vars(self._linters[settings])
        for other, linter in self._linters.items():
            if "knowledge" not in mine and "knowledge" in vars(linter) and _sources(other) == _sources(settings):
                mine["knowledge"] = vars(linter)["knowledge"]


def _sources(settings: Settings) -> Settings:
    """The settings as far as they say what is opened."""
    return replace(settings, as_of=None, select=(), ignore=(), min_confidence=0.0)
