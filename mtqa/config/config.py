"""Effective settings: the values that hold for a file, each with where it came from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mtqa.config.files import RawFile, read_config
from mtqa.config.keys import KEYS, Key
from mtqa.config.settings import Settings
from mtqa.config.values import convert
from mtqa.errors import MtqaError

DEFAULT_ORIGIN = "default"
COMMAND_LINE = "command line"
NOWHERE_ELSE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a value: what one file says. ``base`` is the folder that its globs count from."""

    value: Any
    origin: str
    base: Path


@dataclass(frozen=True)
class Config:
    """Settings by key. A key of kind ``adds`` may have several parts, all others have one; without parts the default
    holds. ``files`` are the files that were read, nearest first."""

    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def __getitem__(self, name: str) -> Any:
        """The value of a key of KEYS, of the type that its kind says."""
        parts = self.parts.get(name, ())
        if not parts:
            return KEYS[name].default
        if KEYS[name].adds:
            return tuple(item for part in parts for item in part.value)
        return parts[-1].value

    def origin(self, name: str) -> str:
        """Where the value came from: ``path:line``, ``command line``, an environment variable or ``default``."""
        return ", ".join(part.origin for part in self.parts.get(name, ())) or DEFAULT_ORIGIN

    @property
    def signature(self) -> str:
        """``|config:`` and a hash of the settings that change findings after the lint; empty when they change none."""
        parts = [self.parts.get(name, ()) for name in ("min-confidence", "per-file-ignores", "severity")]
        values = [part.value for each in parts for part in each if part.value]
        return f"|config:{hashlib.sha256(repr(values).encode()).hexdigest()[:8]}" if values else ""

    def with_options(
        self, options: Mapping[str, Any], folder: Path, origins: Mapping[str, str] = NOWHERE_ELSE
    ) -> Config:
        """The settings with those given on the command line, whose globs count from ``folder``, or in ``origins``.

        ``select`` there sets aside all selection in files; ``ignore`` alone is added to theirs, as in ruff.
        """
        parts = dict(self.parts)
        if options.get("select"):
            for name in ("select", "ignore", "extend-select", "extend-ignore"):
                parts.pop(name, None)
        for name, value in options.items():
            part = Part(value, origins.get(name, COMMAND_LINE), folder)
            if name == "ignore" and not options.get("select"):
                parts["extend-ignore"] = (*parts.get("extend-ignore", ()), part)
            elif KEYS[name].adds:
                parts[name] = (*parts.get(name, ()), part)
            else:
                parts[name] = (part,)
        return Config(parts, self.files)

    def settings(self) -> Settings:
        """What the linter is told."""
        select = self["select"] and (*self["select"], *self["extend-select"])
        return Settings(
            as_of=self["as-of"],
            select=tuple(dict.fromkeys(select)),
            ignore=tuple(dict.fromkeys((*self["ignore"], *self["extend-ignore"]))),
            min_confidence=self["min-confidence"],
            gazetteer=self["gazetteer"],
            house=self["house"],
            find_house=self["find-house"],
            engine=self["engine"],
            use_models=self["models"],
            model=self["model"],
            language=self["language"],
        )


def config_of(file: RawFile) -> Config:
    """The settings that a file and those that it extends give. Raises MtqaError."""
    chain = _chain(file)
    parts: dict[str, tuple[Part, ...]] = {}
    for layer in reversed(chain):
        for name, part in _parts(layer):
            parts[name] = (*parts.get(name, ()), part) if KEYS[name].adds else (part,)
    return Config(parts, tuple(layer.path for layer in chain))


def _chain(file: RawFile) -> list[RawFile]:
    """The file, the one that it extends, and so on."""
    chain = [file]
    while (target := chain[-1].values.get("extend")) is not None:
        where = chain[-1].where("extend")
        if not isinstance(target, str) or not target:
            raise MtqaError(f"{where}: extend: expected the path of a file, not {target!r}")
        path = Path(os.path.normpath(chain[-1].path.parent / Path(target).expanduser()))
        if path.resolve() in (layer.path.resolve() for layer in chain):
            raise MtqaError(f"{where}: extend: {target} leads back to itself")
        try:
            layer = read_config(path, required=True)
        except MtqaError as error:
            raise MtqaError(f"{where}: extend: {error}") from None
        assert layer is not None
        chain.append(layer)
    return chain


def _parts(layer: RawFile) -> list[tuple[str, Part]]:
    found = []
    for name, raw in layer.values.items():
        if name == "extend":
            continue
        key = KEYS.get(name)
        if key is None:
            raise MtqaError(f"{layer.where(name)}: unknown key {name!r}{_hint(name)}")
        try:
            value = convert(key, raw, layer.path.parent)
        except MtqaError as error:
            raise MtqaError(f"{layer.where(name)}: {name}: {error}") from None
        _check_rules(key, value, layer)
        found.append((name, Part(value, layer.where(name), layer.path.parent)))
    return found


def _hint(name: str) -> str:
    near = get_close_matches(name.lower().replace("_", "-"), ["extend", *KEYS], n=1)
    return f"; did you mean {near[0]!r}?" if near else f" (known: {', '.join(sorted(['extend', *KEYS]))})"


def _check_rules(key: Key, value: Any, layer: RawFile) -> None:
    """Raise MtqaError for a selector that names no rule."""
    if key.kind == "rules":
        named = [(key.name, selector) for selector in value]
    elif key.kind == "rules-by-glob":
        named = [(f"{key.name}.{glob}", selector) for glob, selectors in value for selector in selectors]
    elif key.kind == "severity-by-rule":
        named = [(f"{key.name}.{selector}", selector) for selector, _ in value]
    else:
        return
    from mtqa.config.catalogue import all_rules
    from mtqa.config.selection import check_selectors

    rules = all_rules()
    for place, selector in named:
        try:
            check_selectors((selector,), rules)
        except MtqaError as error:
            raise MtqaError(f"{layer.where(place)}: {key.name}: {error}") from None
