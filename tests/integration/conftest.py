"""The example repository as a real git repository, and the commands that its tools would run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from mtqa.gazetteer.store import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
BAD = "\nThe president of Peru, Pedro Castle, spoke on Tuesday.\n"
GOOD = "\nThe president of Peru, Pedro Castillo, spoke on Tuesday.\n"


@dataclass(frozen=True)
class Shop:
    """A working tree, and the environment in which its commands run."""

    path: Path
    environment: dict[str, str]

    def run(self, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command in the working tree."""
        return subprocess.run(
            command, cwd=self.path, env=self.environment, input=stdin, capture_output=True, text=True, check=False
        )

    def git(self, *arguments: str) -> str:
        """Run git; it must succeed."""
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def append(self, name: str, text: str) -> None:
        """Write at the end of a file."""
        with (self.path / name).open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """The example repository, cloned from a bare one, on a branch of its own. The commands do without the model."""
    if not SHIPPED.is_file():
        pytest.skip("the gazetteer is not built")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "mtqa").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mtqa "$@"\n')
    (programs / "mtqa").chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "PRE_COMMIT"))}
    environment = kept | {
        "PATH": f"{programs}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "RUNNER_TEMP": str(tmp_path),
        **{f"GIT_{who}_{what}": f"{value}" for who in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Eva"), ("EMAIL", "eva@example.org"))},
    }  # fmt: skip
    seed = Shop(tmp_path / "seed", environment)
    shutil.copytree(ROOT / "fixtures" / "editorial-repo", seed.path)
    seed.git("init", "-q", "-b", "main")
    seed.git("add", "-A")
    seed.git("commit", "-q", "-m", "The copy so far")
    seed.git("clone", "-q", "--bare", ".", str(tmp_path / "origin.git"))
    seed.git("clone", "-q", str(tmp_path / "origin.git"), str(tmp_path / "work"))
    work = Shop(tmp_path / "work", environment)
    work.git("checkout", "-q", "-b", "story")
    with (work.path / "mtqa.toml").open("r+", encoding="utf-8") as file:
        settings = file.read()
        file.seek(0)
        file.write(f"models = false\n{settings}")
    work.git("commit", "-q", "-a", "-m", "Without the model, to be quick")
    return work
