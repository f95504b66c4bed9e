"""Output formats: one file and one small class a format.

A formatter turns a :class:`~mtqa.output.report.Report` into pieces of text; it opens no file and knows no
terminal. To add a format, write its class and name it in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from mtqa.output.report import FileResult, Formatter, Report, Style
from mtqa.suppression.model import Hidden

FORMATS = {
    "text": "mtqa.output.text:TextFormatter",
    "concise": "mtqa.output.text:ConciseFormatter",
    "json": "mtqa.output.json:JsonFormatter",
    "json-lines": "mtqa.output.json:JsonLinesFormatter",
    "sarif": "mtqa.output.sarif:SarifFormatter",
    "github": "mtqa.output.github:GithubFormatter",
    "gitlab": "mtqa.output.gitlab:GitlabFormatter",
    "junit": "mtqa.output.junit:JunitFormatter",
    "checkstyle": "mtqa.output.checkstyle:CheckstyleFormatter",
    "rdjson": "mtqa.output.rdjson:RdjsonFormatter",
    "markdown": "mtqa.output.markdown:MarkdownFormatter",
}
"""Name → formatter, loaded when first used."""

STATISTICS = "mtqa.output.statistics:StatisticsFormatter"
"""Counts in place of findings: what ``mtqa lint --statistics`` prints."""


def formatter(name: str, style: Style) -> Formatter:
    """The formatter called ``name`` (a key of FORMATS, or ``statistics``)."""
    module, _, class_name = FORMATS.get(name, STATISTICS).partition(":")
    make: Callable[[Style], Formatter] = getattr(import_module(module), class_name)
    return make(style)


__all__ = ["FORMATS", "FileResult", "Formatter", "Hidden", "Report", "Style", "formatter"]
