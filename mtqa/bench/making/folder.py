"""Stories through translators into a bench folder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mtqa.atomic import write_file
from mtqa.bench.gold import COLUMNS
from mtqa.bench.making.spans import left_country, outcome
from mtqa.bench.making.stories import Story
from mtqa.errors import MtqaError
from mtqa.gazetteer.lookup import LookUp

Engine = Callable[[Sequence[str]], list[str]]
"""Puts Spanish lines into English."""


def make_bench(
    gazetteer: LookUp, stories: Sequence[Story], engines: Mapping[str, Engine], out: Path
) -> Counter[str]:
    """Write stories, each as every engine has it, to the folder ``out``; returns spans per status.

    Sentences whose name cannot be found again are left out, so that the gold is exhaustive where stories are ours: they
    name nothing else. Raises MtqaError when the folder holds another bench or cannot be written.
    """
    if (out / "docs").exists():
        raise MtqaError(f"{out}: has docs already; name a new folder")
    counts: Counter[str] = Counter()
    rows, days = ["\t".join(COLUMNS)], {}
    try:
        (out / "docs").mkdir(parents=True)
    except OSError as error:
        raise MtqaError(f"{out}: cannot be made ({error.strerror})") from None
    for engine, translate in engines.items():
        english = iter(translate([line.spanish for story in stories for line in story.lines]))
        for number, story in enumerate(stories, 1):
            name = f"{engine}-{number:04}"
            text, spans = _told(gazetteer, story, [next(english) for _ in story.lines])
            counts.update(row[-1] for row in spans)
            rows += ["\t".join((name, *row)) for row in spans]
            if story.day is not None:
                days[name] = story.day.isoformat()
            write_file(str(out / "docs" / f"{name}.txt"), text.encode())
    write_file(str(out / "gold.tsv"), ("\n".join(rows) + "\n").encode())
    write_file(str(out / "dates.json"), (json.dumps(days, indent=1) + "\n").encode())
    ours = not any(line.reference for story in stories for line in story.lines)
    write_file(str(out / "bench.json"), (json.dumps({"exhaustive": ours}) + "\n").encode())
    return counts


def _told(gazetteer: LookUp, story: Story, english: Sequence[str]) -> tuple[str, list[tuple[str, ...]]]:
    """The story as text, a paragraph a line, and the rows of its gold without the document's name."""
    text = ""
    rows: list[tuple[str, ...]] = []
    country = ("", "")
    if story.country:
        country = gazetteer.country_name(story.country, "es"), gazetteer.country_name(story.country, "en")
    for line, said in zip(story.lines, english):
        said = " ".join(said.split())
        named = None
        if line.entity is not None:
            named = outcome(gazetteer, said, line.name, line.entity, line.reference)
            if named is None:
                continue
        left = left_country(said, *country)
        if left is not None and named is not None and named.start < left.end and left.start < named.end:
            left = None
        found = [(each, name) for each, name in ((named, line.name), (left, country[0])) if each is not None]
        for each, name in sorted(found, key=lambda pair: pair[0].start):
            start, end = len(text) + each.start, len(text) + each.end
            span = said[each.start : each.end]
            rows.append((str(start), str(end), span, name, each.correct, each.kind, each.status))
        text += said + "\n\n"
    return text, rows
