"""The pipeline as a whole, on the toy gazetteer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.config.settings import Settings
from mtqa.document.readers.html import read_html
from mtqa.document.readers.text import read_text
from mtqa.linting import Linter
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


def test_the_same_text_gives_the_same_bytes(path: Path) -> None:
    results = []
    for _ in range(2):
        linter = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False))
        results.append(json.dumps([f.to_json() for f in linter.lint(read_text(TEXT, "a.txt"))]))
    assert results[0] == results[1]


def test_no_finding_depends_on_what_was_linted_before(path: Path) -> None:
    fresh = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False))
    used = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False))
    used.lint(read_text("They told THE HILL in Spain that Oleksi Jmaruk opened it.", "other.txt"))
    assert used.lint(read_text(TEXT, "a.txt")) == fresh.lint(read_text(TEXT, "a.txt"))


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
    sure = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False, min_confidence=0.9))
    assert all(finding.confidence >= 0.9 for finding in sure.lint(read_text(TEXT, "a.txt")))


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
