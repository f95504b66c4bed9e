"""``--since``, ``--staged`` and ``--diff -`` on real repositories."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.findings import Finding
from tests.cli.conftest import FakeLinter

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke.\n"
GOOD = "It rained in the night.\n"


def git(*arguments: str, folder: str = ".") -> str:
    identity = ["-c", "user.name=Eva", "-c", "user.email=eva@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def commit(message: str = "x") -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)


@pytest.fixture(autouse=True)
def repository(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stories on main, of which one has an old error, and a branch."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git("init", "-q", "-b", "main")
    write("old.txt", BAD + GOOD)
    write("desk/b ñ.txt", GOOD)
    commit()
    git("checkout", "-q", "-b", "work")


def found(outcome: Any) -> list[tuple[str, int]]:
    assert outcome.status in (0, 1), outcome.err
    return [(file["path"], f["line"]) for file in json.loads(outcome.out)["files"] for f in file["findings"]]


def since(mtqa: Mtqa, revision: str, *arguments: str) -> list[tuple[str, int]]:
    return found(mtqa("lint", "--since", revision, "--format", "json", *arguments))


def test_only_changed_lines(mtqa: Mtqa) -> None:
    write("old.txt", BAD + GOOD + BAD.replace("spoke", "slept"))
    assert since(mtqa, "main") == [("old.txt", 3)]
    write("old.txt", GOOD + BAD.replace("spoke", "slept"))
    assert since(mtqa, "main") == [("old.txt", 2)]
    commit()
    assert since(mtqa, "main") == since(mtqa, "HEAD~1") == [("old.txt", 2)]
    assert since(mtqa, "HEAD") == []


def test_what_others_did_on_main_is_not_ours(mtqa: Mtqa) -> None:
    git("checkout", "-q", "main")
    write("theirs.txt", BAD)
    commit()
    git("checkout", "-q", "work")
    write("ours.txt", BAD)
    commit()
    assert since(mtqa, "main") == [("ours.txt", 1)]
    git("rebase", "-q", "main")
    assert since(mtqa, "main") == [("ours.txt", 1)]  # a rebase brings nothing new


def test_a_moved_paragraph_brings_nothing_new(mtqa: Mtqa) -> None:
    write("old.txt", GOOD + "\n" + BAD)
    assert since(mtqa, "main") == []
    Path("old.txt").write_text(GOOD)
    write("desk/b ñ.txt", GOOD + "\n" + BAD)  # into another story
    assert since(mtqa, "main") == []
    write("old.txt", BAD + GOOD)  # and now it stands in both
    assert since(mtqa, "main") == [("desk/b ñ.txt", 3)]


def test_untracked_renamed_and_deleted_files(mtqa: Mtqa) -> None:
    write(".gitignore", "ignored.txt\n")
    write("new.txt", BAD)
    write("ignored.txt", BAD)
    git("mv", "old.txt", "renamed.txt")
    Path("desk/b ñ.txt").unlink()
    assert since(mtqa, "main") == [("new.txt", 1)]


def test_paths_narrow_it_and_folders_that_are_skipped_stay_so(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "desk/c.txt", "desk/data.csv", ".hidden/d.txt", "node_modules/e.txt", "out/f.txt"):
        write(name, BAD)
    write("mtqa.toml", "exclude = ['out/']\n")
    commit()
    assert since(mtqa, "main") == [("a.txt", 1), ("desk/c.txt", 1)]
    assert since(mtqa, "main", "desk") == [("desk/c.txt", 1)]
    assert since(mtqa, "main", "desk/data.csv", "out/f.txt") == [("desk/data.csv", 1), ("out/f.txt", 1)]
    monkeypatch.chdir("desk")
    assert since(mtqa, "main") == [("c.txt", 1)]


def test_names_with_accents_and_blanks(mtqa: Mtqa) -> None:
    write("desk/b ñ.txt", BAD)
    assert since(mtqa, "main") == [("desk/b ñ.txt", 1)]


def test_staged_content_is_what_is_read(mtqa: Mtqa) -> None:
    write("desk/b ñ.txt", BAD)
    git("add", ".")
    write("desk/b ñ.txt", GOOD)  # corrected since, but not staged
    write("old.txt", BAD + BAD)
    assert found(mtqa("lint", "--staged", "--format", "json")) == [("desk/b ñ.txt", 1)]
    git("add", ".")
    assert found(mtqa("lint", "--staged", "--format", "json")) == [("old.txt", 2)]


def test_staged_before_the_first_commit(mtqa: Mtqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fresh").mkdir()
    monkeypatch.chdir(tmp_path / "fresh")
    git("init", "-q")
    write("a.txt", BAD)
    git("add", ".")
    assert found(mtqa("lint", "--staged", "--format", "json")) == [("a.txt", 1)]


def test_an_old_finding_uses_up_what_the_baseline_knows_of_it(mtqa: Mtqa) -> None:
    mtqa("baseline", "create", "old.txt")
    write("old.txt", BAD + GOOD + BAD.replace("spoke", "slept"))
    assert since(mtqa, "main", "old.txt", "--baseline", ".mtqa-baseline.json") == [("old.txt", 3)]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_correction_leaves_a_suppression_unused_and_is_told(mtqa: Mtqa, blank: str) -> None:
    comment = f"It snowed.\n\n<!-- mtqa: ignore[NAM101] her name -->\n{blank}"
    write("a.md", comment + BAD)
    commit()
    assert since(mtqa, "HEAD") == []
    write("a.md", comment + GOOD)
    assert since(mtqa, "HEAD") == [("a.md", 3)]
    commit()
    write("a.md", comment.replace("snowed", "rained") + GOOD)
    assert since(mtqa, "HEAD") == []


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_diff_on_standard_input(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    write("desk/b ñ.txt", GOOD + BAD)
    diff = git("diff")
    assert "\\303\\261" in diff
    pipe(monkeypatch, diff)
    assert found(mtqa("lint", "--diff", "-", "--format", "json")) == [("desk/b ñ.txt", 2)]
    pipe(monkeypatch, diff)
    monkeypatch.chdir("desk")
    assert found(mtqa("lint", ".", "--diff", "-", "--format", "json")) == [("b ñ.txt", 2)]


def reading(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Path and text of each document that is linted from now on."""
    read: list[tuple[str, str]] = []

    def lint(self: FakeLinter, document: Document) -> list[Finding]:
        read.append((document.path, document.text))
        return []

    monkeypatch.setattr(FakeLinter, "lint", lint)
    return read


def test_the_whole_story_is_read_all_the_same(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reading(monkeypatch)
    write("old.txt", BAD + "It snowed.\n")
    mtqa("lint", "--since", "main")
    assert read == [("old.txt", BAD + "It snowed.\n")]


def test_only_changed_files_are_read(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred stories, one of them changed: one is read, and no folder is walked."""
    for number in range(200):
        write(f"archive/{number}.txt", BAD)
    commit()
    write("archive/7.txt", BAD + GOOD)
    read = reading(monkeypatch)
    monkeypatch.setattr("os.walk", lambda *_, **__: pytest.fail("a folder was walked"))
    mtqa("lint", ".", "--since", "HEAD")
    assert [path for path, _ in read] == ["archive/7.txt"]


def test_a_shallow_clone_says_what_to_fetch(mtqa: Mtqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("old.txt", GOOD)
    commit()
    first = git("rev-parse", "main").strip()
    git("clone", "-q", "--depth=1", "--branch=work", f"file://{tmp_path}", "clone")
    monkeypatch.chdir("clone")
    outcome = mtqa("lint", "--since", first)
    assert outcome.status == 2
    assert outcome.err == (
        f"mtqa: {first}: this shallow clone lacks the revision; fetch it (git fetch --unshallow; with "
        "actions/checkout: fetch-depth: 0)\n"
    )
    git("fetch", "-q", "--depth=1", "origin", "main:main")
    outcome = mtqa("lint", "--since", "main")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "have no common ancestor; the clone is shallow" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [
        (("--since", "nowhere"), "nowhere: git knows no such revision; name a branch, a tag or a commit"),
        (("--since", "--output=x"), "--output=x: git knows no such revision"),
        (("--since", "main", "--staged"), "--since and --staged exclude each other"),
        (("-", "--since", "main"), "standard input (-) has no earlier state"),
        (("/", "--since", "main"), "is outside repository"),
        (("--diff", "-"), "--diff -: is no unified diff"),
    ],
)
def test_what_cannot_be(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], needle: str) -> None:
    pipe(monkeypatch, "no diff")
    outcome = mtqa("lint", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert needle in " ".join(outcome.err.split())
    assert not Path("x").exists()


def test_outside_a_repository(
    mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))
    assert mtqa("lint", "--since", "main").err.startswith("mtqa: git: not a git repository")


def test_without_git(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert mtqa("lint", "--staged").err == "mtqa: git: is not installed, and what has changed is asked of it\n"


def test_nothing_changed_is_nothing_found(mtqa: Mtqa) -> None:
    outcome = mtqa("lint", "--since", "main")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
