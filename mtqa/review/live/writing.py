"""Decisions of a session put into the copy: shown first, then written, if the file is still the one that was shown."""

from __future__ import annotations

import os
from dataclasses import dataclass

from mtqa.document import Document
from mtqa.fixing.edits import Edit
from mtqa.fixing.files import unified_diff, with_text, write_back
from mtqa.review.live.article import Article
from mtqa.review.live.session import Session
from mtqa.review.live.verdicts import RefusedError
from mtqa.review.planning import Plan, corrected, plan

AROUND = 50
"""Code points of the line that are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Change:
    """One correction within its line: the words around, what goes and what comes."""

    line: int
    before: str
    removed: str
    added: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written: ``digest`` is that of the file now, ``diff`` a unified diff, empty for nothing, and
    ``changes`` the same word by word, for lines may be whole paragraphs."""

    digest: str
    diff: str
    count: int
    changes: list[Change]
    skipped: list[str]


def preview(session: Session, path: str) -> Preview:
    """What the decisions on a story would change. Raises MtqaError."""
    document, made = _planned(session, session.article(path))
    diff = "".join(unified_diff(document, with_text(document, corrected(document, made)))) if made.edits else ""
    changes = [_change(document, edit) for edit in made.edits]
    return Preview(document.metadata["sha256"], diff, len(made.edits), changes, made.skipped)


def write(session: Session, path: str, digest: str, by: str) -> int:
    """Put the decisions on a story into its file; how many corrections that were.

    Raises RefusedError when the file is not the one with ``digest``, MtqaError when it cannot be written; it is then as
    it was. The story is linted anew before this returns.
    """
    article = session.article(path)
    document, made = _planned(session, article)
    if document.metadata["sha256"] != digest:
        raise RefusedError(f"{path}: not written: it has changed since it was shown; look again", changed=True)
    if made.edits:
        write_back(document, with_text(document, corrected(document, made)))
        session.applied(article, made.done, by)
    return len(made.edits)


def _change(document: Document, edit: Edit) -> Change:
    line, column = document.line_column(edit.start)
    before = document.text[edit.start - column + 1 : edit.start]
    after = document.text[edit.end :].partition("\n")[0].rstrip("\r")
    if len(before) > AROUND:
        before = "…" + before[-AROUND:]
    if len(after) > AROUND:
        after = after[:AROUND] + "…"
    return Change(line, before, document.text[edit.start : edit.end], edit.text, after)


def _planned(session: Session, article: Article) -> tuple[Document, Plan]:
    if os.path.realpath(article.path) != article.real:
        message = f"{article.path}: not written: it leads to another file than when it was opened"
        raise RefusedError(message, changed=True)
    document = session.desk.read(article.path)
    return document, plan(document, session.corrections(article))
