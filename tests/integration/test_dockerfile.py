"""The Dockerfile, as far as it can be held to account without an engine: its instructions, its commands, and that what
it copies is enough to build mtqa from."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.integration.conftest import ROOT

TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LINES = [
    line for line in re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", TEXT, flags=re.M)).splitlines() if line.strip()
]
IN_THE_BASE = {"apt-get", "rm", "python", "useradd"}
"""Programs of Debian's essential packages, and of the base image."""


def said(instruction: str) -> list[str]:
    return [line.partition(" ")[2].strip() for line in LINES if line.startswith(f"{instruction} ")]


def copied() -> list[str]:
    return [name for line in said("COPY") for name in line.split()[:-1]]


def test_its_instructions() -> None:
    names = [line.split()[0] for line in LINES]
    assert names[0] == "FROM"
    assert set(names) <= {"FROM", "RUN", "COPY", "USER", "WORKDIR", "ENTRYPOINT", "CMD"}
    assert said("FROM") == ["python:3.12-slim"]
    assert (said("ENTRYPOINT"), said("CMD")) == (['["mtqa"]'], ['["--help"]'])
    assert said("USER") == ["editor"]  # not root
    assert names.index("USER") > max(number for number, name in enumerate(names) if name == "RUN")


def test_its_commands_are_there_when_they_run() -> None:
    known = set(IN_THE_BASE)
    for run in said("RUN"):
        assert subprocess.run(["bash", "-n", "-c", run], capture_output=True, check=False).returncode == 0, run
        for command in run.split("&&"):
            words = shlex.split(command)
            assert words[0] in known, command
            if words[:2] == ["apt-get", "install"]:
                known |= {word for word in words[2:] if not word.startswith("-")}
    assert "git" in known  # --since and --staged ask it


def test_what_it_copies_is_there_and_reaches_it() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert [name for name in copied() if not (ROOT / name).exists() or f"!{name}" not in ignored] == []


def test_mtqa_is_built_from_what_it_copies(tmp_path: Path) -> None:
    """The wheel of pip's second step, from the copied files alone; large ones are cut, which builds as well."""
    pytest.importorskip("setuptools", minversion="77")
    source = tmp_path / "src"
    for name in copied():
        if (ROOT / name).is_dir():
            skipped = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, source / name, ignore=skipped, copy_function=_head)
        else:
            source.mkdir(exist_ok=True)
            _head(str(ROOT / name), str(source / name))
    build = "import setuptools.build_meta as build; print(build.build_wheel('.'))"
    done = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = source.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "mtqa").rglob("*.py")}
    assert modules - names == set()
    assert "mtqa/gazetteer/data/gazetteer.mtqg" in names
    assert {f"mtqa_models/{way}/ct2/model.bin" for way in ("en-es", "es-en")} <= names
    (entry,) = [name for name in names if name.endswith("entry_points.txt")]
    assert b"mtqa = mtqa.cli.main:main" in zipfile.ZipFile(wheel).read(entry)


def _head(source: str, target: str) -> None:
    with open(source, "rb") as file:
        Path(target).write_bytes(file.read(500_000))
