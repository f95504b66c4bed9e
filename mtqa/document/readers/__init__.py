"""Readers: one file a format, each turning text into a Document; and the way from a file to one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path, PurePath

from mtqa.document.decoding import decode
from mtqa.document.later import LaterBlocks
from mtqa.document.model import Document
from mtqa.errors import MtqaError

_READERS = {
    "text": "mtqa.document.readers.text:read_text",
    "markdown": "mtqa.document.readers.markdown:read_markdown",
    "html": "mtqa.document.readers.html:read_html",
    "xml": "mtqa.document.readers.wire:read_wire",
}
"""Format name → reader, loaded when first used."""

EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "xml",
}
"""File extensions that are read when a folder is given; a file named outright with another is read as plain
text. Of XML files under a folder only wire stories are read (:mod:`mtqa.document.readers.xmlroot`)."""

DEFAULT_MAX_SIZE = 10_000_000
"""Bytes beyond which a file is refused: a novel is about one million, and memory grows to some 35 times the
file."""


def format_of(path: str) -> str:
    """The format that a file's name tells."""
    return EXTENSIONS.get(PurePath(path).suffix.lower(), "text")


def parse(text: str, path: str, form: str) -> Document:
    """The document that ``text`` is in the format ``form`` (``text``, ``markdown``, ``html`` or ``xml``).

    Raises FormatError for XML that is broken, or no wire story.
    """
    module, _, name = _READERS[form].partition(":")
    reader: Callable[[str, str], Document] = getattr(import_module(module), name)
    return reader(text, path)


@dataclass(frozen=True, slots=True)
class Unread:
    """A decoded file of which no reader has made a document yet; ``metadata`` says how it was decoded."""

    path: str
    text: str
    form: str
    metadata: Mapping[str, str]

    def read(self) -> Document:
        """The document. Raises FormatError as :func:`parse` does."""
        document = parse(self.text, self.path, self.form)
        return replace(document, metadata={**document.metadata, **self.metadata})

    def later(self, day: date | None, language: str | None) -> Document:
        """The document whose date and language are known; it is read when somebody asks for its blocks."""
        blocks = LaterBlocks(lambda: self.read().blocks)
        return Document(self.path, self.text, blocks, day, language, dict(self.metadata))


def read_bytes(
    data: bytes,
    path: str,
    *,
    form: str | None = None,
    encoding: str | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
) -> Document:
    """The document in ``data``; the arguments are those of :func:`decode_bytes`. Raises MtqaError."""
    return decode_bytes(data, path, form=form, encoding=encoding, max_size=max_size).read()


def read_file(
    path: str, *, form: str | None = None, encoding: str | None = None, max_size: int = DEFAULT_MAX_SIZE
) -> Document:
    """The document in a file. Raises MtqaError also when the file cannot be read."""
    return decode_file(path, form=form, encoding=encoding, max_size=max_size).read()


def decode_bytes(
    data: bytes,
    path: str,
    *,
    form: str | None = None,
    encoding: str | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
) -> Unread:
    """The text in ``data``; ``path`` names it and, without ``form``, tells its format.

    ``metadata`` says how it was read: ``format``, ``encoding``, ``bom`` and ``guessed`` ("yes" or ""), and what:
    ``sha256`` of the bytes. Raises MtqaError for what is too big, binary or not in its encoding.
    """
    if len(data) > max_size:
        _refuse_size(path, len(data), max_size)
    decoded = decode(data, path, encoding)
    form = form or format_of(path)
    how = {
        "format": form,
        "encoding": decoded.encoding,
        "bom": "yes" if decoded.bom else "",
        "guessed": "yes" if decoded.guessed else "",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return Unread(path, decoded.text, form, how)


def decode_file(
    path: str, *, form: str | None = None, encoding: str | None = None, max_size: int = DEFAULT_MAX_SIZE
) -> Unread:
    """The text in a file. Raises MtqaError also when the file cannot be read."""
    try:
        size = os.stat(path).st_size
        if size > max_size:
            _refuse_size(path, size, max_size)
        data = Path(path).read_bytes()
    except OSError as error:
        raise MtqaError(f"{path}: cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise MtqaError(f"{path!r}: cannot be read: {error}") from None
    return decode_bytes(data, path, form=form, encoding=encoding, max_size=max_size)


def _refuse_size(path: str, size: int, max_size: int) -> None:
    raise MtqaError(
        f"{path}: is {size / 1e6:.1f} MB, more than the limit of {max_size / 1e6:g} MB; split it or raise --max-size"
    )
