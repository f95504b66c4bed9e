"""Configuration seen from the command line: ``mtqa config show``, and what a lint makes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.config.files import read_config
from mtqa.config.keys import KEYS

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke.\n"


def write(name: str, text: str = BAD) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def linted(outcome: Any) -> list[str]:
    return [file["path"] for file in json.loads(outcome.out)["files"]]


SHOWN = """\
# Settings for desk, from desk/mtqa.toml, which extends base.toml
select = []                               # default
ignore = ["ROL101"]                       # desk/mtqa.toml:2
extend-select = []                        # default
extend-ignore = ["SPA"]                   # command line
min-confidence = 0.25                     # base.toml:1
min-severity = "warning"                  # default
# as-of is not set
# language is not set
# gazetteer is not set
# house is not set
find-house = true                         # default
engine = "auto"                           # default
models = false                            # command line
# model is not set
# encoding is not set
max-size = 10.0                           # default
exclude = []                              # default
extend-exclude = []                       # default
force-exclude = false                     # default
respect-gitignore = true                  # default
unsafe-fix-confidence = 0.96              # default
# baseline is not set
cache = false                             # MTQA_NO_CACHE
# cache-dir is not set
jobs = 0                                  # default

[per-file-ignores]  # desk/mtqa.toml:3
"archive/**" = ["NAM"]

[severity]  # default
"""


def test_show(mtqa: Mtqa) -> None:
    write("base.toml", "min-confidence = 0.25\n")
    write(
        "desk/mtqa.toml",
        'extend = "../base.toml"\nignore = ["ROL101"]\n[per-file-ignores]\n"archive/**" = ["NAM"]\n',
    )
    outcome = mtqa("config", "show", "desk", "--ignore", "SPA", "--no-models")
    assert (outcome.status, outcome.out, outcome.err) == (0, SHOWN, "")
    data = json.loads(mtqa("config", "show", "desk/story.md", "--format", "json").out)
    assert list(data["settings"]) == list(KEYS)
    assert data["settings"]["min-confidence"] == {"value": 0.25, "origin": "base.toml:1"}
    assert data["files"] == ["desk/mtqa.toml", "base.toml"]


def test_what_show_prints_is_a_configuration_file(mtqa: Mtqa) -> None:
    write("mtqa.toml", 'exclude = ["a \\"b\\" ñ"]\n[severity]\nSPA = "info"\n')
    before = mtqa("config", "show").out
    write("mtqa.toml", before)
    raw = read_config(Path("mtqa.toml"))
    assert raw is not None
    assert raw.values["exclude"] == ['a "b" ñ']
    without_origins = [line.partition("  #")[0].rstrip() for line in mtqa("config", "show").out.splitlines()]
    assert without_origins == [line.partition("  #")[0].rstrip() for line in before.splitlines()]


def test_an_unknown_key_stops_the_run(mtqa: Mtqa) -> None:
    write("mtqa.toml", "igonre = []\n")
    write("story.txt")
    outcome = mtqa("lint", "story.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "mtqa: mtqa.toml:1: unknown key 'igonre'; did you mean 'ignore'?\n"


def test_each_file_has_the_settings_of_its_folder(mtqa: Mtqa) -> None:
    write("mtqa.toml", '[severity]\nNAM101 = "info"\n')
    write("world/mtqa.toml", '[per-file-ignores]\n"old.txt" = ["NAM101"]\n')
    for name in ("story.txt", "world/old.txt", "world/new.txt"):
        write(name)
    outcome = mtqa("lint", ".", "--format", "json")
    found = {file["path"]: [f["severity"] for f in file["findings"]] for file in json.loads(outcome.out)["files"]}
    assert found == {"./story.txt": ["info"], "./world/new.txt": ["error"], "./world/old.txt": []}
    assert outcome.status == 1
    assert mtqa("lint", "story.txt").status == 0
    assert mtqa("lint", "story.txt", "--isolated").status == 1


def test_the_signature_names_settings_that_change_findings(mtqa: Mtqa) -> None:
    write("story.txt")
    signatures = []
    for config in ("", "[severity]\nNAM = 'info'\n", "[per-file-ignores]\n'a' = ['NAM']\n", "exclude = ['a']\n"):
        write("mtqa.toml", config)
        signatures.append(json.loads(mtqa("lint", "story.txt", "--format", "json").out)["signature"])
    assert signatures[0] == signatures[3] == "mtqa:test"
    assert len(set(signatures)) == 3
    assert signatures[1].startswith("mtqa:test|config:")


def test_min_severity_from_a_file(mtqa: Mtqa) -> None:
    write("mtqa.toml", 'min-severity = "info"\n')
    write("story.txt", "Maybe wrong.\n")
    assert mtqa("lint", "story.txt").status == 1
    assert mtqa("lint", "story.txt", "--min-severity", "error").status == 0


def test_what_is_excluded_is_checked_only_when_named(mtqa: Mtqa) -> None:
    write("mtqa.toml", 'exclude = ["old/", "*.draft.txt"]\n')
    for name in ("a.txt", "old/b.txt", "c.draft.txt", "d/old/e.txt"):
        write(name)
    assert linted(mtqa("lint", ".", "--format", "json")) == ["./a.txt"]
    assert linted(mtqa("lint", "old/b.txt", "c.draft.txt", "--format", "json")) == ["old/b.txt", "c.draft.txt"]
    assert linted(mtqa("lint", "old", "--format", "json")) == ["old/b.txt"]
    assert linted(mtqa("lint", "old", "a.txt", "old/b.txt", "--force-exclude", "--format", "json")) == ["a.txt"]
    outcome = mtqa("lint", ".", "--exclude", "a.*", "--quiet")  # besides the file's own, and no error
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_what_git_ignores_is_left_out(mtqa: Mtqa) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    write(".gitignore", "drafts/\n")
    write("a.txt")
    write("drafts/b.txt")
    assert linted(mtqa("lint", ".", "--format", "json")) == ["./a.txt"]
    assert linted(mtqa("lint", ".", "--no-gitignore", "--format", "json")) == ["./a.txt", "./drafts/b.txt"]
    write("mtqa.toml", "respect-gitignore = false\n")
    assert len(linted(mtqa("lint", ".", "--format", "json"))) == 2


def test_config_and_isolated_exclude_each_other(mtqa: Mtqa) -> None:
    assert "exclude each other" in mtqa("lint", ".", "--config", "x.toml", "--isolated").err


@pytest.mark.parametrize("arguments", [["config", "show"], ["config", "show", "--help"]])
def test_showing_settings_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    probe = (
        "import sys; from mtqa.cli.main import run; run(sys.argv[1:]);"
        "print(*{'torch', 'transformers', 'rich', 'numpy', 'ctranslate2', 'pathspec'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", probe, *arguments], capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == ""
