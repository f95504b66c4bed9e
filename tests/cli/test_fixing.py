"""``--fix``, ``--unsafe-fixes`` and ``--diff`` from the outside: what is corrected, and all that must stay."""

from __future__ import annotations

import codecs
import json
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.findings import Finding
from tests.cli.conftest import FakeLinter, find_all_of

Mtqa = Callable[..., Any]
RIGHT = {"Ana Churches": "Ana Iglesias", "Ben Castle": "Ben Castillo", "Iglesias here": "Iglesias there"}
"""What the linter of these tests finds and suggests; the last only shows up when the first was corrected."""


@pytest.fixture(autouse=True)
def finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    find_all_of(monkeypatch, RIGHT, unsafe={"Ben Castle"})


def test_safe_fixes_and_unsafe_ones_on_demand(mtqa: Mtqa) -> None:
    path = Path("a.txt")
    path.write_text("Ana Churches met Ben Castle.\n")
    outcome = mtqa("lint", "--fix", "a.txt")
    assert (outcome.status, outcome.err) == (1, "mtqa: corrected 1 finding in 1 file\n")
    assert outcome.out.startswith("a.txt:1:18: NAM101")
    assert path.read_text() == "Ana Iglesias met Ben Castle.\n"
    Path("mtqa.toml").write_text("unsafe-fix-confidence = 0.99\n")
    assert mtqa("lint", "--fix", "--unsafe-fixes", "a.txt").status == 1
    Path("mtqa.toml").unlink()
    assert mtqa("lint", "--fix", "--unsafe-fixes", "a.txt").status == 0
    assert path.read_text() == "Ana Iglesias met Ben Castillo.\n"


def test_the_text_is_linted_anew_until_nothing_is_left(mtqa: Mtqa) -> None:
    Path("a.txt").write_text("Ana Churches here.\n")
    assert mtqa("lint", "--fix", "a.txt", "-q").status == 0
    assert Path("a.txt").read_text() == "Ana Iglesias there.\n"


def test_two_rules_that_undo_each_other_come_to_an_end(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RIGHT, "Ana Iglesias", "Ana Churches")
    Path("a.txt").write_text("Ana Churches.\n")
    assert mtqa("lint", "--fix", "a.txt").status == 1
    assert Path("a.txt").read_text() in ("Ana Churches.\n", "Ana Iglesias.\n")


FORMATS = {
    "a.md": (
        "---\ntitle: Ana Churches\n---\n# Ana Churches\n\n`Ana Churches` and [Ana Churches](x 'Ana Churches')\n\n"
        "```\nAna Churches\n```\n\nAna *Churches*\n",
        ["# Ana Iglesias", "[Ana Iglesias](x"],
    ),
    "a.html": (
        "<p title='Ana Churches'>Ana Churches</p><code>Ana Churches</code><!-- Ana Churches -->"
        "<p>Ana <b>Churches</b></p>",
        [">Ana Iglesias</p>"],
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_markup_front_matter_and_code_stay(mtqa: Mtqa, name: str) -> None:
    text, corrected = FORMATS[name]
    Path(name).write_text(text)
    mtqa("lint", "--fix", "--unsafe-fixes", name)
    expected = text
    for piece in corrected:
        expected = expected.replace(piece.replace("Iglesias", "Churches"), piece, 1)
    assert Path(name).read_text() == expected != text


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_encoding_mark_line_breaks_and_mode_stay(mtqa: Mtqa, mark: bytes, encoding: str, line_break: str) -> None:
    text = f"Señor: Ana Churches spoke.{line_break}“It rained”, said José.{line_break}  Last line"
    Path("a.txt").write_bytes(mark + text.encode(encoding))
    Path("a.txt").chmod(0o750)
    mtqa("lint", "--fix", "a.txt")
    assert Path("a.txt").read_bytes() == mark + text.replace("Churches", "Iglesias").encode(encoding)
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o750


def test_a_link_stays_a_link(mtqa: Mtqa) -> None:
    Path("real.txt").write_text("Ana Churches.\n")
    Path("a.txt").symlink_to("real.txt")
    mtqa("lint", "--fix", "a.txt")
    assert Path("a.txt").is_symlink()
    assert Path("real.txt").read_text() == "Ana Iglesias.\n"


def test_a_file_without_fixes_is_not_written(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Ben Castle.\n")
    monkeypatch.setattr("mtqa.fixing.files.write_file", lambda *_: pytest.fail("written"))
    assert mtqa("lint", "--fix", "a.txt").status == 1


def test_a_file_that_changes_meanwhile_is_left(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Ana Churches.\n")
    Path("b.txt").write_text("Ana Churches.\n")
    lint = FakeLinter.lint

    def slow(self: FakeLinter, document: Document) -> list[Finding]:
        if document.path == "a.txt":
            Path("a.txt").write_text("Ana Churches, edited.\n")
        return lint(self, document)

    monkeypatch.setattr(FakeLinter, "lint", slow)
    outcome = mtqa("lint", "--fix", "a.txt", "b.txt")
    assert outcome.status == 2
    assert "a.txt: not corrected: it was changed meanwhile" in outcome.err
    assert Path("a.txt").read_text() == "Ana Churches, edited.\n"
    assert Path("b.txt").read_text() == "Ana Iglesias.\n"


def test_what_was_put_aside_is_not_corrected(mtqa: Mtqa) -> None:
    text = "Ana Churches. <!-- mtqa: ignore[NAM101] her name -->\n\nAna Churches.\n"
    Path("a.md").write_text(text)
    mtqa("baseline", "create", "a.md")
    Path("a.md").write_text(text + "\nAna Churches.\n")
    assert mtqa("lint", "--fix", "a.md", "--baseline", ".mtqa-baseline.json").status == 0
    assert Path("a.md").read_text() == text + "\nAna Iglesias.\n"


def test_an_unused_suppression_goes(mtqa: Mtqa) -> None:
    Path("a.md").write_text("<!-- mtqa: ignore[NAM101] -->\nIt rained. <!-- mtqa: ignore[NAM101, SPA101] x -->\n")
    assert mtqa("lint", "--fix", "a.md").status == 0
    assert Path("a.md").read_text() == "It rained.\n"


def test_diff_shows_and_writes_nothing(mtqa: Mtqa) -> None:
    Path("a.txt").write_bytes(b"one\r\nAna Churches.\r\nBen Castle")
    Path("b.txt").write_text("It rained.\n")
    before = Path("a.txt").read_bytes()
    for arguments in (("--diff", "a.txt", "b.txt"), ("a.txt", "b.txt", "--diff"), ("--fix", "--diff", "./a.txt")):
        outcome = mtqa("lint", *arguments)
        assert (outcome.status, outcome.err) == (1, "")
        assert outcome.out == (
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\r\n-Ana Churches.\r\n+Ana Iglesias.\r\n Ben Castle\n"
            "\\ No newline at end of file\n"
        )
        assert Path("a.txt").read_bytes() == before
    assert mtqa("lint", "--diff", "b.txt").status == 0


def test_git_applies_the_diff(mtqa: Mtqa) -> None:
    Path("a ñ.txt").write_text("Ana Churches.\n\nBen Castle", encoding="utf-8")
    diff = mtqa("lint", "--diff", "--unsafe-fixes", "a ñ.txt").out
    done = subprocess.run(["git", "apply", "-"], input=diff, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Path("a ñ.txt").read_text(encoding="utf-8") == "Ana Iglesias.\n\nBen Castillo"


def test_only_changed_lines_are_corrected_also_behind_a_line_that_goes(mtqa: Mtqa) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=E", "-c", "user.email=e@example.org", *arguments], check=True)

    old = "Old: Ana Churches.\n\n"
    Path("a.md").write_text(old * 3)
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    Path("a.md").write_text(f"{old}<!-- mtqa: ignore[NAM101] x -->\n\n{old}New: Ana Churches here.\n\n{old}")
    mtqa("lint", ".", "--since", "HEAD", "--fix")
    assert Path("a.md").read_text().count("Old: Ana Churches.") == 3
    assert "New: Ana Iglesias there.\n" in Path("a.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [
        (("a.txt", "--unsafe-fixes"), "name one of them"),
        (("a.txt", "--diff", "--format", "json"), "--diff prints corrections and no findings"),
        (("-", "--fix"), "standard input cannot be corrected in place; --diff shows"),
        (("--staged", "--fix"), "what is staged cannot be corrected in place"),
    ],
)
def test_what_cannot_be(mtqa: Mtqa, arguments: tuple[str, ...], needle: str) -> None:
    outcome = mtqa("lint", *arguments)
    assert outcome.status == 2
    assert needle in " ".join(outcome.err.split())


def test_the_report_is_of_the_corrected_text(mtqa: Mtqa) -> None:
    Path("a.txt").write_text("Ana Churches met Ben Castle.\n")
    (file,) = json.loads(mtqa("lint", "--fix", "a.txt", "--format", "json").out)["files"]
    assert [(found["text"], found["start"]) for found in file["findings"]] == [("Ben Castle", 17)]
