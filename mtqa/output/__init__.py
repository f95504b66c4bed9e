"""Output formats: one file and one small class a format.

A formatter turns a :class:`~mtqa.output.report.Report` into pieces of text; it opens no file and knows no
terminal. To add a format, write its class and name it in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from mtqa.output.report import FileResult, Formatter, Report, Style

FORMATS = {
    "text": "mtqa.output.text:TextFormatter",
    "json": "mtqa.output.json:JsonFormatter",
}
"""Name → formatter, loaded when first used."""


def formatter(name: str, style: Style) -> Formatter:
    """The formatter called ``name`` (a key of FORMATS)."""
    module, _, class_name = FORMATS[name].partition(":")
    make: Callable[[Style], Formatter] = getattr(import_module(module), class_name)
    return make(style)


__all__ = ["FORMATS", "FileResult", "Formatter", "Report", "Style", "formatter"]
