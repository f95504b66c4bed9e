"""Comments in Markdown, HTML and XML: ``<!-- mtqa: ignore[NAM101] reason -->`` and its relatives.

=================  =====================================================================
``ignore``         the line that the comment stands on; alone on a line, the next line
``disable``        from here to ``enable`` or the end of the file
``enable``         ends ``disable``, of the rules that it names or of all
``ignore-file``    the whole file
=================  =====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from mtqa.document import Document
from mtqa.document.model import LINE_BREAK
from mtqa.document.readers import format_of
from mtqa.errors import MtqaError
from mtqa.suppression.model import Fault, Parsed, Suppression

VERBS = ("ignore", "disable", "enable", "ignore-file")
COMMENT = re.compile(r"<!--\s*mtqa\s*:\s*(?P<body>.*?)\s*-->", re.S)
_BODY = re.compile(r"(?P<verb>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)", re.S)
_BLANK = re.compile(r"[\s>]*(?:<!--.*?-->[\s>]*)*", re.S)

Check = Callable[[Sequence[str]], None]
"""Raises MtqaError for a selector that names no rule."""


@dataclass(frozen=True, slots=True)
class _Comment:
    start: int
    end: int
    verb: str
    selectors: tuple[str, ...]
    reason: str


def comments(document: Document, check: Check) -> Parsed:
    """The suppressions that the comments of a document make, and what is wrong with its comments."""
    form = document.metadata.get("format") or format_of(document.path)
    if form not in ("markdown", "html", "xml") or "mtqa" not in document.text:
        return (), ()
    matches = list(COMMENT.finditer(document.text))
    if matches and form == "markdown":
        matches = list(_outside_code(document.text, matches))
    elif matches and form == "xml":
        from mtqa.document.readers.htmltokens import in_cdata

        matches = [match for match in matches if not in_cdata(document.text, match.start())]
    read = [_read(match, check) for match in matches]
    faults = [item for item in read if isinstance(item, Fault)]
    made, more = _suppressions(document, [item for item in read if isinstance(item, _Comment)])
    return made, [*faults, *more]


def _read(match: re.Match[str], check: Check) -> _Comment | Fault:
    start, end = match.span()
    body = _BODY.fullmatch(match["body"])
    verb = body["verb"] if body else ""
    if body is None or verb not in VERBS:
        near = get_close_matches(verb, VERBS, n=1)
        right = match[0].replace(verb, near[0], 1) if near else ""
        known = ", ".join(VERBS)
        return Fault(start, end, f"“{verb}” is nothing that a comment can ask for ({known})", (right,) if near else ())
    selectors = tuple(part.strip() for part in (body["rules"] or "").split(",") if part.strip())
    if body["rules"] is not None and not selectors:
        return Fault(start, end, f"“{verb}[]” names no rule; write {verb}[CODE], or {verb} alone for all rules")
    try:
        check(selectors)
    except MtqaError as error:
        return Fault(start, end, str(error))
    return _Comment(start, end, verb, selectors, " ".join(body["reason"].strip(" \t\r\n:-–—").split()))


def _suppressions(document: Document, read: Sequence[_Comment]) -> tuple[list[Suppression], list[Fault]]:
    made: list[Suppression] = []
    disabled: list[Suppression] = []
    faults: list[Fault] = []
    whole = len(document.text)
    for comment in read:
        if comment.verb == "enable":
            ended = [item for item in disabled if _ends(comment, item)]
            if not ended:
                message = "nothing is disabled here that this would enable"
                faults.append(Fault(comment.start, comment.end, message, ("",)))
            for item in ended:
                disabled.remove(item)
                made.append(replace(item, last=comment.start))
                left = tuple(selector for selector in item.selectors if selector not in comment.selectors)
                if comment.selectors and left:
                    disabled.append(replace(item, first=comment.end, selectors=left))
        elif comment.verb == "disable":
            disabled.append(_made(comment, comment.end, whole))
        elif comment.verb == "ignore":
            made.append(_made(comment, *_line_of(document.text, comment)))
        else:
            made.append(_made(comment, 0, whole))
    return [*made, *disabled], faults


def _made(comment: _Comment, first: int, last: int) -> Suppression:
    return Suppression("comment", comment.start, comment.end, first, last, comment.selectors, comment.reason)


def _ends(enable: _Comment, disabled: Suppression) -> bool:
    return not enable.selectors or bool(set(enable.selectors) & set(disabled.selectors))


def _line_of(text: str, comment: _Comment) -> tuple[int, int]:
    """The line that an ``ignore`` is about."""
    begin = _line_start(text, comment.start)
    end = _line_end(text, comment.end)
    alone = _BLANK.fullmatch(text, begin, comment.start) and _BLANK.fullmatch(text, comment.end, end)
    if not alone:
        return begin, end
    following = _BLANK.match(text, comment.end)
    after = following.end() if following else end
    return _line_start(text, after), _line_end(text, after)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    found = LINE_BREAK.search(text, offset)
    return found.start() if found else len(text)


def _outside_code(text: str, matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The comments that Markdown reads as such: a page on how to write them shows them as code."""
    from mtqa.document.readers.frontmatter import front_matter
    from mtqa.document.readers.mdinline import parser

    begin, _ = front_matter(text)
    html: list[tuple[int, int, str]] = []
    for token in parser().parse(text[begin:], {}):
        if token.map and token.type == "html_block":
            html.append((token.map[0], token.map[1], token.content))
        elif token.map and token.type == "inline":
            inside = "".join(child.content for child in token.children or () if child.type == "html_inline")
            html.append((token.map[0], token.map[1], inside))
    for match in matches:
        line = len(LINE_BREAK.findall(text, begin, match.start()))
        wanted = _squeezed(match[0])
        if match.start() >= begin and any(a <= line < b and wanted in _squeezed(content) for a, b, content in html):
            yield match


def _squeezed(text: str) -> str:
    return " ".join(text.split())
