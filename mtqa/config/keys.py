"""The settings that a configuration file may hold: one table, from which reading, ``config show`` and the docs go."""

from __future__ import annotations

from dataclasses import dataclass

from mtqa.document.readers import DEFAULT_MAX_SIZE
from mtqa.findings import SEVERITIES

ENGINES = ("auto", "ct2", "transformers")
LANGUAGES = ("en-GB", "en-US")


@dataclass(frozen=True, slots=True)
class Key:
    """One setting. ``kind`` says what its value is:

    ``rules`` (codes, beginnings of codes, names), ``globs``, ``strings``, ``path``, ``encoding``, ``date``, ``choice``
    (one of ``choices``), ``probability`` (0 to 1), ``positive`` (a number), ``count`` (0 or more, or ``auto``, which is
    0), ``bool``, ``model`` (a folder or a name), ``rules-by-glob`` and ``severity-by-rule`` (tables). ``adds`` is true
    where a file's value is added to the one of the file that it extends, in place of replacing it.
    """

    name: str
    kind: str
    default: object
    summary: str
    choices: tuple[str, ...] = ()
    adds: bool = False


KEYS = {
    key.name: key
    for key in (
        Key("select", "rules", (), "only these rules; none named: all"),
        Key("ignore", "rules", (), "not these rules"),
        Key("extend-select", "rules", (), "these rules besides those of select", adds=True),
        Key("extend-ignore", "rules", (), "nor these rules, besides those of ignore", adds=True),
        Key("min-confidence", "probability", 0.0, "drop findings less likely than this"),
        Key("min-severity", "choice", "warning", "the mildest findings that are shown and count", SEVERITIES),
        Key("as-of", "date", None, "the day the copy is from"),
        Key("language", "choice", None, "which of two accepted spellings of a name is suggested", LANGUAGES),
        Key("gazetteer", "path", None, "another gazetteer than the one that mtqa carries"),
        Key("house", "path", None, "the newsroom's own table of names"),
        Key("find-house", "bool", True, "without house: use the mtqa.gazetteer.csv nearest to each file"),
        Key("engine", "choice", "auto", "what runs the translation model", ENGINES),
        Key("models", "bool", True, "whether suspect spans are translated back"),
        Key("model", "model", None, "the translation model: a folder, a name on the hub, or embedded"),
        Key("encoding", "encoding", None, "the encoding of the files; none named: detected"),
        Key("max-size", "positive", DEFAULT_MAX_SIZE / 1e6, "MB beyond which a file is refused"),
        Key("exclude", "globs", (), "files and folders that are not checked"),
        Key("extend-exclude", "globs", (), "nor these, besides those of exclude", adds=True),
        Key("force-exclude", "bool", False, "leave excluded files out even when they are named outright"),
        Key("respect-gitignore", "bool", True, "leave out what git ignores"),
        Key("unsafe-fix-confidence", "probability", 0.96, "from which confidence --unsafe-fixes corrects"),
        Key("baseline", "path", None, "findings that are known; that of the working folder holds for the run"),
        Key("cache", "bool", True, "keep results for the next run; that of the working folder holds for the run"),
        Key("cache-dir", "path", None, "where they are kept; likewise"),
        Key("jobs", "count", 0, "processes that lint side by side, 0: one a processor; likewise"),
        Key("per-file-ignores", "rules-by-glob", (), "rules to ignore in the files that a pattern names"),
        Key("severity", "severity-by-rule", (), "another severity for a rule's findings"),
    )
}
"""Name → setting, in the order in which ``config show`` prints them. Tables come last, as TOML wants it."""
