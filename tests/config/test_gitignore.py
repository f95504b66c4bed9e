from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mtqa.config.gitignore import GitIgnore

FILES = """
    a.md build/x.md desk/build/y.md desk/a.tmp.md desk/keep.tmp.md desk/deep/keep.tmp.md drafts/z.md
""".split()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / ".gitignore").write_text("/build/\n*.tmp.md\n")
    (tmp_path / "desk" / ".gitignore").write_text("!keep.tmp.md\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_as_git_says(tree: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    (tree / ".git" / "info" / "exclude").write_text("drafts\n")
    command = ["git", "-c", "core.excludesFile=", "check-ignore", *FILES]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    ignore = GitIgnore()
    assert [name for name in FILES if ignore.ignored(name)] == said == ["build/x.md", "desk/a.tmp.md", "drafts/z.md"]
    assert ignore.ignored("build", folder=True)


def test_outside_a_repository_nothing_is_ignored(tree: Path) -> None:
    assert not any(GitIgnore().ignored(name) for name in FILES)
