"""mtqa: finds likely machine-translation errors in English copy that was translated from Spanish.

>>> import mtqa
>>> for finding in mtqa.lint("The mayor spoke.", as_of="2022-11-15"):
...     print(finding.code, finding.text, finding.suggestions)

Everything named in ``__all__`` is loaded when it is first used: importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Document", "Evidence", "Finding", "Gazetteer", "Linter", "MtqaError", "Settings", "Translator", "lint"]

if TYPE_CHECKING:
    from mtqa.config.settings import Settings
    from mtqa.document import Document
    from mtqa.errors import MtqaError
    from mtqa.findings import Evidence, Finding
    from mtqa.gazetteer import Gazetteer
    from mtqa.linting import Linter
    from mtqa.translation import Translator

_HOMES = {
    "Document": "mtqa.document",
    "Evidence": "mtqa.findings",
    "Finding": "mtqa.findings",
    "Gazetteer": "mtqa.gazetteer",
    "Linter": "mtqa.linting",
    "MtqaError": "mtqa.errors",
    "Settings": "mtqa.config.settings",
    "Translator": "mtqa.translation",
}


def lint(text: str, *, path: str = "text.txt", as_of: str | None = None, use_models: bool = True) -> list[Finding]:
    """The findings in a text, sorted by place.

    The ending of ``path`` tells the format (.txt, .md, .html, .xml). ``as_of`` is the copy's date, ``YYYY-MM-DD``;
    without it the text's own, else today. For many texts make one :class:`Linter` instead: it keeps gazetteer and
    models open. Raises :class:`MtqaError` when gazetteer or model is missing or broken, or the text is XML that is no
    wire story; ValueError when ``as_of`` is no date.
    """
    from datetime import date

    from mtqa.config.settings import Settings
    from mtqa.document.readers import format_of, parse
    from mtqa.linting import Linter

    when = date.fromisoformat(as_of) if as_of else None
    return Linter(Settings(as_of=when, use_models=use_models)).lint(parse(text, path, format_of(path)))


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'mtqa' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
