"""The installed command, in a process of its own: exit statuses, closed pipes, what is imported, how long it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HEAVY = (
    "torch",
    "transformers",
    "ctranslate2",
    "sentencepiece",
    "rich",
    "numpy",
    "babel",
    "wordfreq",
    "markdown_it",
    "yaml",
    "starlette",
    "uvicorn",
    "jinja2",
    "sqlite3",
)
SCRIPT = Path(sysconfig.get_path("scripts")) / ("mtqa.exe" if os.name == "nt" else "mtqa")

PROBE = """
import sys
from mtqa.cli.main import run
status = run(sys.argv[2:])
print(status, *sorted(set(sys.argv[1].split(",")) & set(sys.modules)), file=sys.stderr)
"""


def mtqa(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [str(SCRIPT)] if SCRIPT.exists() else [sys.executable, "-m", "mtqa"]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["lint", "--help"], 0),
        (["review", "--help"], 0),
        (["review", "serve", "--help"], 0),
        (["report", "--help"], 0),
        (["apply", "--help"], 0),
        (["lint"], 2),
        (["lint", "x.txt", "--as-of", "never"], 2),
        (["lint", "x.txt", "--format", "nothing"], 2),
        (["nonsense"], 2),
    ],
)
def test_nothing_heavy_is_imported_for_help_and_wrong_options(arguments: list[str], status: int) -> None:
    probe = [sys.executable, "-c", PROBE, ",".join((*HEAVY, "mtqa.detection", "mtqa.gazetteer")), *arguments]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].split() == [str(status)]


@pytest.mark.parametrize(
    "arguments", [["rules"], ["lint", "x.txt", "--select", "nonsense"], ["lint", "x.txt", "--gazetteer", "x"]]
)
def test_neither_rules_nor_errors_import_the_models(arguments: list[str]) -> None:
    probe = [sys.executable, "-c", PROBE, "torch,transformers,rich,wordfreq", *arguments]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].split()[1:] == []


def test_help_is_quick() -> None:
    """A quarter of a second of processor time; the best of three, for a cold disk is not our doing."""
    resource = pytest.importorskip("resource")
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert mtqa("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    assert min(times) < 0.25


def test_bad_input_in_a_real_process(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\0")
    (tmp_path / "good.txt").write_text("It rained in the night.\n")
    done = mtqa("lint", "bad.txt", "none.txt", "good.txt", "--no-models", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "mtqa: bad.txt: is a PNG image, not text; export it as plain text, Markdown or HTML",
        "mtqa: none.txt: cannot be read: No such file or directory",
    ]
    assert done.stdout == "Nothing found in 1 file.\n"


@pytest.mark.parametrize("content", [None, b"", b"mtqg", b"\0" * 4096])
def test_a_missing_or_broken_gazetteer_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "good.txt").write_text("The minister, Ana Ruiz, spoke in Lima.\n")
    if content is not None:
        (tmp_path / "names.mtqg").write_bytes(content)
    done = mtqa("lint", "good.txt", "--gazetteer", "names.mtqg", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("mtqa: ")
    assert "names.mtqg" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_reader_that_leaves_is_no_error() -> None:
    command = f"{sys.executable} -m mtqa explain N A S R | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("# ")
    assert done.stderr == ""


def test_standard_input(tmp_path: Path) -> None:
    done = mtqa("lint", "-", "--no-models", input="It rained in the night.\n", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing found in 1 file.\n", "")
