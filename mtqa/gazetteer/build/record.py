"""What a source says of one entity, before sources are merged; and how the text of a table becomes a name."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.gazetteer.model import Name, Tenure, origin_of

csv.field_size_limit(1 << 24)

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"`": "'", "´": "'", "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"'})
_LOWER = frozenset("de del la las los y e da do dos das di du van von der den ter el al bin ibn ben of the".split())


class _Tabs(csv.excel_tab):
    quoting = csv.QUOTE_NONE


@dataclass(slots=True)
class Record:
    """One entity as one source has it.

    ``weight`` is how prominent the table makes it, 0..1. ``distinct`` says that the source told namesakes apart
    (a title with a disambiguator), so that the name alone is no ground for a merge. ``row`` is where in the table it
    stands (:attr:`Row.at`).
    """

    source: str
    kind: str
    names: list[Name]
    subkind: str = ""
    country: str = ""
    qid: str = ""
    tenures: list[Tenure] = field(default_factory=list)
    keep_original: bool = False
    weight: float = 0.1
    family: str = ""
    distinct: bool = False
    row: str = ""

    @property
    def origin(self) -> str:
        """The provenance of what the record says."""
        return origin_of(self.source, self.row)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a fact of one, that a source module leaves out, and why."""

    source: str
    row: str
    reason: str


Found = Record | Refused
"""What a source module yields for a row."""
NOT_LATIN = "no name in Latin letters"
"""A reason that most tables know."""


def clean(text: str | None) -> str:
    """``text`` in NFC with single spaces, straight apostrophes, and nothing around it; "" for None."""
    text = unicodedata.normalize("NFC", text or "").translate(_QUOTES)
    return _SPACES.sub(" ", text).strip(" \t,;\ufeff\u200b\u200e\u200f")


def undisambiguated(text: str) -> str:
    """A title without "(politician)" and the like."""
    return clean(_BRACKETS.sub("", text))


def is_latin(text: str) -> bool:
    """Whether all letters of ``text`` are of the Latin script (and there is one)."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(
        ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in letters if char not in "əʻʿ"
    )


def title_case(text: str) -> str:
    """Names printed in capitals as copy prints them: "MARÍA DE LA O McKAY" → "María de la O McKay"."""
    words: list[str] = []
    for word in text.split():
        if word.isupper() and len(word) > 1 and not re.fullmatch(r"[IVX]+", word):
            word = "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
            word = re.sub(r"'(\w)", lambda match: "'" + match[1].upper(), word)
        words.append(word.lower() if words and word.lower() in _LOWER else word)
    return " ".join(words)


def shared(text: str, *aliases: str) -> list[Name]:
    """Names of something that English and Spanish write alike."""
    return [
        Name(text, "mul", "preferred"),
        *(Name(alias, "mul", "alias") for alias in aliases if alias and alias != text),
    ]


def paired(english: str, spanish: str) -> list[Name]:
    """Preferred names in both languages, one shared name when they are equal or one is empty."""
    if not spanish or not english or english == spanish:
        return shared(english or spanish)
    return [Name(english, "en", "preferred"), Name(spanish, "es", "preferred")]


def split_list(text: str | None) -> list[str]:
    """The parts of a "|"-separated cell."""
    return [part for part in map(clean, (text or "").split("|")) if part]


class Row(dict[str, str]):
    """The cells of a line by column; ``at`` is where it stands: "file.csv:12", the line on which it ends."""

    at = ""


def read_table(path: Path, delimiter: str = ",") -> Iterator[Row]:
    """Rows of a CSV or TSV file with a header; a missing file has none (its table is simply not there)."""
    if not path.is_file():
        return
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    # Tab-separated tables do not quote: a name may hold a quote of its own.
    dialect = "excel" if delimiter == "," else _Tabs
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    for cells in reader:
        row = Row((key, value or "") for key, value in cells.items() if key is not None and not isinstance(value, list))
        row.at = f"{path.name}:{reader.line_num}"
        yield row


def read_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Where each line of a text file stands ("file.txt:3"), and the line; a missing file has none."""
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            yield f"{path.name}:{number}", line
