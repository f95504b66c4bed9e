"""The cache from the outside: what is linted again and what is not, and that nobody sees a difference."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.findings import Finding
from tests.cli.conftest import FakeLinter

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke.\n"
CACHE = Path(".mtqa_cache")


@pytest.fixture(autouse=True)
def linted(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the linter was given since the start."""
    monkeypatch.delenv("MTQA_NO_CACHE")
    seen: list[str] = []
    lint = FakeLinter.lint

    def watched(self: FakeLinter, document: Document) -> list[Finding]:
        seen.append(document.path)
        return lint(self, document)

    monkeypatch.setattr(FakeLinter, "lint", watched)
    Path("a.md").write_text(BAD)
    Path("b.md").write_text("It rained.\n")
    return seen


def entries() -> list[Path]:
    return sorted(CACHE.glob("??/*"))


def test_what_has_not_changed_is_not_linted_again(mtqa: Mtqa, linted: list[str]) -> None:
    for form in ("json", "text", "sarif"):
        first, again, without = (mtqa("lint", ".", "--format", form, *more) for more in ((), (), ("--no-cache",)))
        assert first == again == without
    assert linted == ["./a.md", "./b.md"] * 4
    Path("b.md").write_text("It snowed.\n")
    Path("c.md").write_text(BAD)  # the text of a.md
    assert mtqa("lint", ".", "--quiet").out.count("Ana Churches”") == 0
    assert linted[8:] == ["./b.md"]
    assert len(entries()) == 3


def test_it_lies_beside_the_configuration_or_where_it_says(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    mtqa("lint", "a.md")
    assert mtqa("cache", "dir").out == ".mtqa_cache\n"
    assert len(entries()) == 1
    assert mtqa("cache", "clean").out == ".mtqa_cache: 1 result removed, 0.0 MB\n"
    assert not CACHE.exists()
    Path("desk").mkdir()
    Path("mtqa.toml").write_text("min-confidence = 0.2\n")
    monkeypatch.chdir("desk")
    mtqa("lint", "../a.md")
    assert (len(list(Path("../.mtqa_cache").glob("??/*"))), CACHE.exists()) == (1, False)
    Path("../mtqa.toml").write_text('cache-dir = "kept"\n')
    assert mtqa("cache", "dir").out == f"{Path('..').resolve() / 'kept'}\n"
    monkeypatch.setenv("MTQA_CACHE_DIR", "elsewhere")
    assert mtqa("cache", "dir").out == "elsewhere\n"
    assert "elsewhere" in mtqa("config", "show").out
    assert "# MTQA_CACHE_DIR" in mtqa("config", "show").out
    assert mtqa("cache", "dir", "--cache-dir", "here").out == "here\n"
    assert mtqa("cache", "dir", "--isolated").out == "elsewhere\n"


@pytest.mark.parametrize("off", ["--no-cache", "MTQA_NO_CACHE", "cache = false"])
def test_without(mtqa: Mtqa, linted: list[str], monkeypatch: pytest.MonkeyPatch, off: str) -> None:
    if off == "MTQA_NO_CACHE":
        monkeypatch.setenv(off, "1")
    elif off.startswith("cache"):
        Path("mtqa.toml").write_text(off + "\n")
    for _ in range(2):
        assert mtqa("lint", "a.md", *([off] if off == "--no-cache" else [])).status == 1
    assert (linted, CACHE.exists()) == (["a.md", "a.md"], False)


def test_what_is_decided_afterwards_needs_no_new_lint(mtqa: Mtqa, linted: list[str]) -> None:
    """Confidence, severity, per-file ignores, baseline and changed lines; a suppression changes the text."""
    assert mtqa("lint", "a.md").status == 1
    assert mtqa("lint", "a.md", "--min-confidence", "0.95").status == 0
    Path("mtqa.toml").write_text('[severity]\nNAM101 = "info"\n')
    assert mtqa("lint", "a.md").status == 0
    Path("mtqa.toml").write_text('[per-file-ignores]\n"a.md" = ["NAM101"]\n')
    assert mtqa("lint", "a.md").status == 0
    Path("mtqa.toml").unlink()
    assert mtqa("baseline", "create", "a.md").status == 0
    assert mtqa("lint", "a.md", "--baseline", ".mtqa-baseline.json").status == 0
    Path("a.md.mtqa.toml").write_text('[[ignore]]\ntext = "Ana Churches"\nreason = "her name"\n')
    assert mtqa("lint", "a.md").status == 0
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "a.md"], check=True)
    assert mtqa("lint", "--staged").status == 0
    Path("a.md.mtqa.toml").unlink()
    assert mtqa("lint", "--staged").status == 1
    assert linted == ["a.md"]
    Path("a.md").write_text(f"<!-- mtqa: ignore[NAM101] her name -->\n{BAD}")
    assert mtqa("lint", "a.md").status == 0
    assert linted == ["a.md", "a.md"]


def test_the_signature_names_house_tables_whether_linted_or_kept(mtqa: Mtqa) -> None:
    Path("desk").mkdir()
    Path("desk/c.md").write_text(BAD)
    Path("desk/mtqa.gazetteer.csv").write_text("english\nOne\n")
    signatures = [json.loads(mtqa("lint", ".", "--format", "json").out)["signature"] for _ in range(2)]
    assert signatures[0] == signatures[1]
    assert signatures[0].startswith("mtqa:test+house:")
    assert json.loads(mtqa("lint", "a.md", "--format", "json").out)["signature"] == "mtqa:test"


def test_corrections(mtqa: Mtqa, linted: list[str]) -> None:
    def fix(text: str) -> str:
        Path("a.md").write_text(text)
        mtqa("lint", "a.md", "--fix", "-q")
        return Path("a.md").read_text()

    unused = "<!-- mtqa: ignore[NAM101] -->\nIt rained.\n"
    assert fix(unused) == fix(unused) == "It rained.\n"
    assert linted == ["a.md", "a.md"]  # both texts once


def test_damaged_entries_are_made_anew_and_nothing_is_said(mtqa: Mtqa, linted: list[str]) -> None:
    first = mtqa("lint", ".")
    for number, path in enumerate(entries()):
        path.write_bytes(b"" if number else path.read_bytes()[:-1])
    assert mtqa("lint", ".") == first
    assert mtqa("lint", ".") == first
    assert len(linted) == 4


def test_copy_without_a_date_is_of_its_day(mtqa: Mtqa, linted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2031, 1, 1)

    Path("b.md").write_text("---\ndate: 2021-11-28\n---\nIt rained.\n")
    mtqa("lint", ".")
    mtqa("lint", ".", "--as-of", "2021-11-28")
    assert linted == ["./a.md", "./b.md"] * 2
    for module in ("examining", "linters"):
        monkeypatch.setattr(f"mtqa.cli.{module}.date", Tomorrow)
    mtqa("lint", ".")
    mtqa("lint", ".")
    mtqa("lint", ".", "--as-of", "2021-11-28")
    assert linted[4:] == ["./a.md"]


def test_notes_on_how_a_file_was_read_come_each_time(mtqa: Mtqa) -> None:
    Path("a.md").unlink()
    Path("c.txt").write_bytes("The mayor of Córdoba spoke.".encode("latin-1"))
    Path("d.html").write_text("<html lang='es'><p>Lluvia.")
    first = mtqa("lint", ".")
    assert first.err.count("\n") == 2
    assert mtqa("lint", ".") == first


def test_faults_are_not_kept(mtqa: Mtqa) -> None:
    Path("a.md").write_text("BUG")
    for _ in range(2):
        assert "a.md: internal error: KeyError" in mtqa("lint", "a.md").err
    assert entries() == []


def test_a_cache_that_cannot_be_written_is_a_note(mtqa: Mtqa) -> None:
    CACHE.write_text("a file")
    outcome = mtqa("lint", "a.md")
    assert (outcome.status, outcome.err.count("\n")) == (1, 1)
    assert outcome.err.startswith("mtqa: .mtqa_cache: cannot be written: ")
    assert "nothing is kept for the next run" in outcome.err
    assert mtqa("lint", "a.md", "-q").err == ""


def test_a_folder_with_other_things_is_not_taken(mtqa: Mtqa) -> None:
    for command in (("lint", "a.md"), ("cache", "clean")):
        outcome = mtqa(*command, "--cache-dir", ".")
        assert (outcome.status, outcome.out) == (2, "")
        assert ".: is no cache of mtqa, it holds other things" in outcome.err
    assert Path("a.md").exists()


def test_standard_input_is_not_kept(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert mtqa("lint", "-").status == 1
    assert not CACHE.exists()
