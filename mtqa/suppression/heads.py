"""Front matter: ``mtqa: {ignore: [NAM101], reason: "…"}`` for a whole Markdown file."""

from __future__ import annotations

import re
from difflib import get_close_matches

from mtqa.document import Document
from mtqa.document.readers import format_of
from mtqa.document.readers.frontmatter import front_matter
from mtqa.errors import MtqaError
from mtqa.suppression.comments import Check
from mtqa.suppression.model import Fault, Parsed, Suppression

KEYS = ("ignore", "reason")
_KEY = re.compile(r"""^[ \t]*\[?["']?mtqa\b[^\r\n]*""", re.M)


def head(document: Document, check: Check) -> Parsed:
    """The suppression that the head of a document makes, and what is wrong with it."""
    form = document.metadata.get("format") or format_of(document.path)
    if form != "markdown" or "mtqa" not in document.text:
        return (), ()
    begin, values = front_matter(document.text)
    if "mtqa" not in values:
        return (), ()
    key = _KEY.search(document.text, 0, begin)
    start, end = key.span() if key else (0, min(3, begin))
    try:
        selectors, reason = _read(values["mtqa"], check)
    except MtqaError as error:
        return (), (Fault(start, end, str(error)),)
    return (Suppression("front matter", start, end, 0, len(document.text), selectors, reason),), ()


def _read(value: object, check: Check) -> tuple[tuple[str, ...], str]:
    if not isinstance(value, dict) or "ignore" not in value:
        raise MtqaError("mtqa in front matter must say what to ignore: mtqa: {ignore: [CODE]}")
    for name in value:
        if name not in KEYS:
            near = get_close_matches(str(name), KEYS, n=1)
            raise MtqaError(
                f"mtqa in front matter knows no {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
            )
    rules = value["ignore"]
    items = rules if isinstance(rules, list) else str(rules).split(",")
    selectors = tuple(str(item).strip() for item in items if str(item).strip())
    if not selectors:
        raise MtqaError("mtqa in front matter names no rule to ignore")
    check(selectors)
    return selectors, str(value.get("reason") or "")
