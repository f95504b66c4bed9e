"""The files of a corpus folder: one section each, plain (``tatoeba.tsv``) or packed (``tatoeba.tsv.xz``)."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.errors import MtqaError

PLAIN, PACKED = ".tsv", ".tsv.xz"
MANIFEST = "manifest"
LARGEST = 60_000_000
"""Bytes that a packed section may have, so that it can be carried to another machine."""


def find(corpus: Path, section: str) -> Path | None:
    """Where a section lies, in whichever of the two forms; None when the corpus has no such section."""
    return next((p for p in (corpus / f"{section}{end}" for end in (PLAIN, PACKED)) if p.is_file()), None)


def read(corpus: Path, section: str) -> list[tuple[str, str]]:
    """English and Spanish of every pair of a section; lines without a tab are passed over.

    Raises MtqaError when the section is missing, cut short or not UTF-8.
    """
    path = find(corpus, section)
    if path is None:
        raise MtqaError(f"{corpus / (section + PLAIN)}: missing; build it with `mtqa model corpus`")
    try:
        text = (lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()).decode()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); build the corpus anew with `mtqa model corpus`") from error
    cells = (line.split("\t") for line in text.split("\n") if "\t" in line)
    return [(row[0], row[1]) for row in cells]


def pack(corpus: Path, out: Path) -> list[Path]:
    """Compress every section of a corpus into ``out``, with its manifest; returns the files, in order of name.

    The same corpus gives the same bytes. Raises MtqaError when there is nothing to pack, a file cannot be
    written, or one comes out larger than `LARGEST`.
    """
    found = sorted(path for path in corpus.glob(f"*{PLAIN}") if path.stem != MANIFEST)
    if not found:
        raise MtqaError(f"{corpus}: holds no section; build it with `mtqa model corpus`")
    written = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path in found:
            data = lzma.compress(path.read_bytes(), preset=6)
            if len(data) > LARGEST:
                raise MtqaError(f"{path}: packs into {len(data) / 1e6:.0f} MB, above {LARGEST / 1e6:.0f}; split it")
            written.append(out / f"{path.stem}{PACKED}")
            write_file(str(written[-1]), data)
        if (corpus / f"{MANIFEST}{PLAIN}").is_file():
            shutil.copyfile(corpus / f"{MANIFEST}{PLAIN}", out / f"{MANIFEST}{PLAIN}")
    except OSError as error:
        raise MtqaError(f"{error.filename or out}: cannot be written ({error.strerror})") from error
    return written
