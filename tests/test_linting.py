"""The pipeline as a whole, on the toy gazetteer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.config.settings import Settings
from mtqa.detection.article import Article
from mtqa.document.readers.html import read_html
from mtqa.document.readers.text import read_text
from mtqa.errors import MtqaError
from mtqa.linting import Linter
from mtqa.mentions import Mention
from mtqa.translation.protocol import Hypothesis
from tests.support.toy import DAY, Checker, toy

TEXT = "We met the president of Slovakia, Matej Oaks, on Friday. They say that Nadine bouchetard was in Víshkov."
NAMES = [
    "Matej Oaks",
    "the president of Slovakia,",
    "THE HILL",
    "Víshkov",
    "Bouchetarde",
    "(EBU)",
    "World Tree Organization",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy().write(tmp_path_factory.mktemp("toy") / "toy.mtqg")


@pytest.fixture(scope="module")
def linter(path: Path) -> Linter:
    return Linter(Settings(as_of=DAY, gazetteer=path, use_models=False))


@settings(max_examples=150, deadline=None)
@given(text=st.lists(st.one_of(st.text(max_size=30), st.sampled_from(NAMES)), max_size=12).map(" ".join))
def test_every_span_slices_back_to_its_text(text: str, linter: Linter) -> None:
    document = read_text(text, "story.txt")
    for finding in linter.lint(document):
        assert text[finding.start : finding.end] == finding.text
        assert document.line_column(finding.start) == (finding.line, finding.column)
        assert 0.0 <= finding.confidence <= 1.0


def test_the_same_text_gives_the_same_bytes_whatever_the_hash_seed(path: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "mtqa", "lint", "--format", "json", "--no-models", "--as-of", "2020-05-04"]
    results = [
        subprocess.run(
            [*command, "--gazetteer", str(path), str(story)],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    ]
    assert results[0] == results[1]
    assert b"Matej Encinas" in results[0]


class Parrot:
    """A translator that says one Spanish word for everything, and counts what it is asked."""

    source, target, signature = "en", "es", "parrot"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        self.asked += texts
        return [[Hypothesis("la encina", -0.1)] for _ in texts]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        return [0.0 for _ in sources]


def parroted(path: Path) -> tuple[Linter, Parrot]:
    linter, parrot = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False)), Parrot()
    linter.knowledge.back = parrot
    return linter, parrot


def test_no_finding_depends_on_what_was_linted_before(path: Path) -> None:
    story = read_text("They say that Matej Field opened the meeting. The Open Union met.", "a.txt")
    (fresh, _), (used, parrot) = parroted(path), parroted(path)
    expected = fresh.lint(story)
    assert [f.text for f in expected if f.severity != "info"] == ["Matej Field"]
    used.lint(read_text("They say that Ingrid Bell and Ingrid Bells opened the Open Union in Spain.", "b.txt"))
    asked = len(parrot.asked)
    assert used.lint(story) == expected
    # Answers are kept all the same: nothing is asked twice.
    assert not set(parrot.asked[asked:]) & set(parrot.asked[:asked])
    # Nor does a later story see what only this one asked.
    quiet = read_text("The winter was long. They met Ingrid Sommer in Austria.", "c.txt")
    assert used.lint(quiet) == parroted(path)[0].lint(quiet)


def test_the_translator_is_asked_a_bounded_number_of_questions(path: Path) -> None:
    linter, parrot = parroted(path)
    words = ["Open", "Road", "Winter", "Market", "Party", "Story", "City", "Hill", "Tree", "Bell"]
    names = [f"{a} {b} {c}" for a in words for b in words for c in words]
    linter.lint(read_text(" ".join(f"they met the {name} in spain." for name in names), "a.txt"))
    assert 100 < len(parrot.asked) < 1000


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_any_date_will_do(path: Path, day: date) -> None:
    text = "We met the president of Austria, Matej Encinas, on Friday."
    Linter(Settings(as_of=day, gazetteer=path, use_models=False)).lint(read_text(text, "a.txt"))


def test_time_grows_with_the_text_not_with_its_square(path: Path) -> None:
    """Twice the text, at most three times the look-ups: counted, not timed."""

    def looked_up(copies: int) -> int:
        linter = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False))
        calls = 0
        settled = Article.is_settled

        def counting(self: Article, mention: Mention) -> bool:
            nonlocal calls
            calls += 1
            return settled(self, mention)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Article, "is_settled", counting)
            linter.lint(read_text(" ".join([TEXT] * copies), "a.txt"))
        return calls

    assert looked_up(40) <= 3 * looked_up(20)


def test_an_unknown_selector_is_refused(path: Path) -> None:
    with pytest.raises(MtqaError, match="NAM999"):
        Linter(Settings(gazetteer=path, select=("NAM999",)))


def test_markup_inside_a_span_rules_a_fix_out(linter: Linter) -> None:
    source = "<p>We met the president of Slovakia, Matej <b>Oaks</b>, on Friday.</p>"
    (finding,) = linter.lint(read_html(source, "a.html"))
    assert finding.text == "Matej <b>Oaks"
    assert source[finding.start : finding.end] == finding.text
    assert finding.fix_safety == "none"


def test_selection(path: Path) -> None:
    def codes(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
        linter = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False, select=select, ignore=ignore))
        return {finding.code for finding in linter.lint(read_text(TEXT, "a.txt"))}

    assert codes() == {"NAM101", "NAM103", "SPA101"}
    assert codes(select=("NAM",)) == {"NAM101", "NAM103"}
    assert codes(ignore=("spanish-form",)) == {"NAM101", "NAM103"}
    assert codes(select=("NAM",), ignore=("NAM103",)) == {"NAM101"}


def test_minimum_confidence(path: Path) -> None:
    def confidences(least: float) -> list[float]:
        linter = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False, min_confidence=least))
        return [finding.confidence for finding in linter.lint(read_text(TEXT, "a.txt"))]

    assert min(confidences(0.0)) < 0.97
    assert confidences(0.97) == [value for value in confidences(0.0) if value >= 0.97] != []


def test_signature_names_what_the_result_depends_on(linter: Linter, path: Path) -> None:
    parts = dict(part.split(":", 1) for part in linter.signature.split("|"))
    assert set(parts) == {"mtqa", "gazetteer", "model", "rules"}
    other = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False, select=("NAM101",)))
    assert other.signature != linter.signature


def test_the_fingerprint_outlives_a_moved_paragraph(path: Path) -> None:
    check = Checker(path)
    sentence = "We met the president of Slovakia, Matej Oaks, on Friday."
    (before,) = check.shown(sentence)
    (after,) = check.shown("It was winter in the city.\n\nThe road was closed for a week.\n\n" + sentence)
    assert before.fingerprint == after.fingerprint
    assert before.line != after.line
