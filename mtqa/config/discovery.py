"""Which configuration file holds for a file: the nearest one above it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mtqa.config.config import Config, config_of
from mtqa.config.files import NAMES, RawFile, read_config

NARROWING = frozenset({"select", "ignore", "min-confidence", "models"})
"""Settings that, on the command line, make a run look at less than usual."""
GIVEN_NOWHERE: Mapping[str, Any] = {}


class Configs:
    """The settings of each folder, read once.

    ``named`` is the one file to use for all; with ``isolated`` no file is read. ``options`` are the settings given on
    the command line: they hold everywhere, and their globs count from the working folder; ``origins`` names those that
    come from elsewhere, an environment variable for instance.
    """

    def __init__(
        self,
        *,
        named: Path | None = None,
        isolated: bool = False,
        options: Mapping[str, Any] = GIVEN_NOWHERE,
        origins: Mapping[str, str] = GIVEN_NOWHERE,
    ) -> None:
        self._options = options
        self._origins = origins
        self.narrowed = bool(NARROWING & options.keys())
        """Whether the command line has fewer things found than the files say."""
        self._by_folder: dict[str, Config] = {}
        self._fixed: Config | None = None
        if named is not None:
            file = read_config(named, required=True)
            assert file is not None
            self._fixed = self._with_options(config_of(file))
        elif isolated:
            self._fixed = self._with_options(Config())

    @property
    def is_fixed(self) -> bool:
        """Whether the same settings hold everywhere, whatever lies there."""
        return self._fixed is not None

    def of(self, path: str) -> Config:
        """The settings for a file, by the folder that it lies in. Raises MtqaError."""
        return self.of_folder(os.path.dirname(path) or ".")

    def of_folder(self, folder: str) -> Config:
        """The settings for what lies directly in a folder. Raises MtqaError."""
        return self._fixed or self._of(os.path.abspath(folder))

    def _of(self, folder: str) -> Config:
        config = self._by_folder.get(folder)
        if config is None:
            file = config_in(folder)
            above = os.path.dirname(folder)
            if file is not None:
                config = self._with_options(config_of(file))
            elif above != folder:
                config = self._of(above)
            else:
                config = self._with_options(Config())
            self._by_folder[folder] = config
        return config

    def _with_options(self, config: Config) -> Config:
        return config.with_options(self._options, Path.cwd(), self._origins) if self._options else config


def config_in(folder: str) -> RawFile | None:
    """The configuration file that lies in a folder, shown relative to the working folder where it lies below it."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (file := read_config(_shown(path))) is not None:
            return file
    return None


def _shown(path: str) -> Path:
    absolute = Path(path)
    try:
        return absolute.relative_to(Path.cwd())
    except ValueError:
        return absolute
