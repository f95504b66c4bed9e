"""With the real linter: a story turned round, rewrapped between paragraphs and edited elsewhere brings nothing new."""

from __future__ import annotations

import random
from pathlib import Path

from mtqa.baseline.matching import Matcher
from mtqa.baseline.store import empty
from mtqa.baseline.updating import updated
from mtqa.config.settings import Settings
from mtqa.document.readers.text import read_text
from mtqa.linting import Linter
from tests.support.toy import DAY, toy

PARAGRAPHS = [
    "We met the president of Slovakia, Matej Oaks, on Friday.",
    "They say that Nadine bouchetard was in Víshkov.",
    "It rained in the night and the road was closed.",
    "The winter was long in the city.",
]


def test_moved_paragraphs_bring_nothing_new(tmp_path: Path) -> None:
    linter = Linter(Settings(as_of=DAY, gazetteer=toy().write(tmp_path / "toy.mtqg"), use_models=False))
    baseline = updated(empty("base.json"), [("a.txt", linter.lint(read_text("\n\n".join(PARAGRAPHS), "a.txt")))])
    assert len(baseline.entries) >= 2
    chance = random.Random(6)
    for _ in range(20):
        shuffled = chance.sample(PARAGRAPHS, len(PARAGRAPHS))
        shuffled.insert(chance.randrange(5), "A paragraph that was not there before.")
        found = linter.lint(read_text("\n\n".join(shuffled), "a.txt"))
        assert [f.text for f, entry in Matcher(baseline).match("a.txt", found) if entry is None] == []
