"""From bytes to text: byte order marks, UTF-8, UTF-16, declared and detected 8-bit encodings, binary files
refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mtqa.errors import MtqaError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (perhaps a Word or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.I,
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LATIN = ("iso-8859-1", "latin-1", "latin1", "iso8859-1", "l1", "us-ascii", "ascii")
_SAMPLE = 65_536

_IMPLAUSIBLE = re.compile(
    "[^\\x00-\\x7f€‚„…‰‹Œ‘’“”•–—™›œ\xa0¡£§©ª«¬\xad®°²³´·º»¼½¾¿À-ÏÑ-ÖØ-Üß-ïñ-öø-ü]"  # not in western copy
    r"|[a-zß-ÿ][À-ÖØ-Þ]"  # a capital after a small letter
    r"|[^\W\d_][‚„…‰‹•™›¡£§©«¬®°²³´·»¼½¾¿][^\W\d_]"  # a sign inside a word
    r"|[^\W\d_][“”–—‘€][a-zß-ÿ]"
)
"""What shows that text read as Windows-1252 is in truth something else."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and how it was read: the codec's name, whether a byte order mark stood there, whether
    we guessed."""

    text: str
    encoding: str
    bom: bool = False
    guessed: bool = False


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text of ``data``; ``name`` is the file's, for messages. A byte order mark is no part of the text.

    ``encoding`` is the one the user named. Without it: byte order mark, UTF-8, UTF-16 by its zero bytes, the
    encoding that HTML or XML declares, Windows-1252 where that reads as western copy, charset-normalizer.

    Raises MtqaError for binary files, unknown encodings, and bytes that the encoding cannot hold.
    """
    bom, codec = next(((mark, codec) for mark, codec in _BOMS if data.startswith(mark)), (b"", None))
    if encoding is not None:
        return _named(data, name, encoding, bom)
    if codec is None:
        codec = _utf16_without_bom(data)
    if codec is not None:
        return Decoded(_strict(data[len(bom) :], name, codec), codec, bom=bool(bom))
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, name, error)


def known_encoding(name: str) -> bool:
    """Whether ``name`` is a text encoding that Python knows."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _named(data: bytes, name: str, encoding: str, bom: bytes) -> Decoded:
    if not known_encoding(encoding):
        raise MtqaError(f"{name}: unknown encoding {encoding!r}; try utf-8, utf-16, cp1252 or latin-1")
    codec = codecs.lookup(encoding).name
    if codec == "utf-8-sig":
        codec = "utf-8"
    # UTF-16 and UTF-32 without a byte order in their name need the mark; the others must not show it as text.
    marked = bool(bom) and codec.startswith("utf") and codec not in ("utf-16", "utf-32")
    text = _strict(data[len(bom) :] if marked else data, name, codec)
    return Decoded(text.removeprefix("\ufeff"), codec, bom=bool(bom))


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise MtqaError(
            f"{name}: not valid {codec} at byte {error.start}; repair the file or name its encoding with --encoding"
        ) from None
    if "\0" in text:
        raise MtqaError(f"{name}: holds NUL characters, so it is not copy; remove them or name another --encoding")
    return text


def _utf16_without_bom(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero byte in nearly every pair, always on the same side."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise MtqaError(f"{name}: is {kind}, not text; export it as plain text, Markdown or HTML")
    where = data.find(b"\0")
    if where >= 0:
        raise MtqaError(
            f"{name}: holds a NUL byte (at byte {where}), so it looks binary; remove it or name another --encoding"
        )


def _guess(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    declared = _declared(data)
    if declared:
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    valid = _MULTIBYTE.findall(data[: 1 << 22])
    invalid = len(_MULTIBYTE.sub(b"", data[: 1 << 22]).translate(None, bytes(range(128))))
    if len(valid) > invalid:
        line = data.count(b"\n", 0, error.start) + 1
        raise MtqaError(
            f"{name}: is UTF-8 but broken at byte {error.start} (line {line}); repair it or name another --encoding"
        )
    sample = _sample(data)
    try:
        western = not _IMPLAUSIBLE.search(sample.decode("cp1252"))
        if western:
            return Decoded(data.decode("cp1252"), "cp1252", guessed=True)
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    try:
        if best is not None:
            return Decoded(data.decode(best.encoding), best.encoding, guessed=True)
    except UnicodeDecodeError:
        pass
    raise MtqaError(f"{name}: cannot tell its encoding; name it with --encoding (for example --encoding cp1252)")


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 2048)
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    if name in _LATIN:  # as browsers do (the Encoding standard's label table)
        return "cp1252"
    return name if known_encoding(name) and not name.startswith(("utf-16", "utf-32", "utf-7")) else None


def _sample(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to a limit: all that tells 8-bit encodings apart."""
    lines = (line[:_SAMPLE] for line in data.splitlines() if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line + b"\n"
        if len(sample) >= _SAMPLE:
            break
    return bytes(sample)
