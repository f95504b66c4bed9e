"""Where the characters of a Markdown block's content stand in the file.

The block rules strip indentation, quote signs and closing marks, so each line of a content is a part of its
source line, but for two changes: a tab may have become spaces at its beginning, and ``\\|`` has become
``|`` in a table cell.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

Lines = Sequence[tuple[int, str]]
"""Source lines: where each begins in the file, and its text without the line break."""


def places_of(content: str, lines: Lines, after: int = 0) -> array[int]:
    """The file's offset of each character of ``content`` and, last, of its end.

    ``lines`` are the source lines that the content was made of; the first character stands at or after
    ``after``. A line break of the content stands where its source line ends.
    """
    places: array[int] = array("q")
    parts = content.split("\n")
    for index, part in enumerate(parts):
        start, source = lines[min(index, len(lines) - 1)]
        body = part.lstrip(" \t")
        begin = _find(source, body, max(after - start, 0))
        lead = len(part) - len(body)
        places.extend(start + max(begin - lead + number, 0) for number in range(lead))
        _extend(places, source, body, start, begin)
        if index < len(parts) - 1:
            places.append(start + len(source))
    places.append(places[-1] + 1 if places else lines[0][0])
    return places


def _find(source: str, part: str, begin: int) -> int:
    """Where ``part`` stands in its line: at the end for whole lines, else the first place from ``begin``
    on."""
    if not begin and source.rstrip(" \t").endswith(part.rstrip(" \t")):
        return len(source.rstrip(" \t")) - len(part.rstrip(" \t"))
    found = source.find(part, begin)
    if found >= 0:
        return found
    found = source.find(part.replace("|", "\\|"), begin)
    return found if found >= 0 else min(begin, len(source))


def _extend(places: array[int], source: str, part: str, start: int, begin: int) -> None:
    if source.startswith(part, begin):
        places.extend(range(start + begin, start + begin + len(part)))
        return
    position = begin
    for character in part:
        if character == "|" and source.startswith("\\|", position):
            position += 1
        places.append(start + position)
        position += 1
