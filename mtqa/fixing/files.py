"""A corrected text back in its file: same encoding, byte order mark, line breaks and mode; and as a diff."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.document import Document
from mtqa.document.readers import format_of, parse
from mtqa.errors import MtqaError

_BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def with_text(document: Document, text: str) -> Document:
    """The document that a file would be with another text."""
    read = parse(text, document.path, document.metadata.get("format") or format_of(document.path))
    return replace(read, metadata={**document.metadata, **read.metadata})


def write_back(before: Document, after: Document) -> None:
    """Put the text of ``after`` into the file that ``before`` was read from.

    Raises MtqaError when the file has changed since, or cannot be written; it is then as it was.
    """
    path = before.path
    try:
        present = Path(path).read_bytes()
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    if _encoded(before) != present:
        raise MtqaError(f"{path}: not corrected: it was changed meanwhile, or its encoding cannot be written back")
    write_file(path, _encoded(after))


def unified_diff(before: Document, after: Document) -> Iterator[str]:
    """The unified diff of two states of a file, as git writes it; lines end with line feeds alone."""
    old, new = (_LINES.findall(document.text) for document in (before, after))
    path = before.path.removeprefix("./")
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _encoded(document: Document) -> bytes:
    encoding = document.metadata.get("encoding") or "utf-8"
    mark = _BOMS.get(encoding, b"") if document.metadata.get("bom") else b""
    return mark + document.text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
