"""Configuration files: found, read, merged, checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mtqa.config.discovery import Configs
from mtqa.config.keys import KEYS
from mtqa.errors import MtqaError


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


TOML = """\
select = ["NAM", "spanish-form"]
min-confidence = 0.5
models = false
as-of = 2022-11-15
gazetteer = "house.mtqg"
max-size = 2

[per-file-ignores]
"archive/**" = ["NAM101", "NAM102"]

[severity]
SPA101 = "info"
"""
INI = """\
[metadata]
name = copy
[mtqa]
select = NAM, spanish-form
min-confidence = 0.5
models = no
as-of = 2022-11-15
gazetteer = house.mtqg
max-size = 2
per-file-ignores =
    archive/**: NAM101, NAM102
severity =
    SPA101: info
"""


def in_pyproject(toml: str) -> str:
    return '[project]\nname = "copy"\n[tool.mtqa]\n' + toml.replace("\n[", "\n[tool.mtqa.")


@pytest.mark.parametrize(
    ("name", "text"),
    [("mtqa.toml", TOML), (".mtqa.toml", TOML), ("pyproject.toml", in_pyproject(TOML)), ("setup.cfg", INI)],
)
def test_every_kind_of_file_says_the_same(name: str, text: str) -> None:
    write(f"desk/{name}", text)
    config = Configs().of("desk/a/story.md")
    assert config["select"] == ("NAM", "spanish-form")
    assert (config["min-confidence"], config["models"], config["max-size"]) == (0.5, False, 2.0)
    assert config["as-of"] == date(2022, 11, 15)
    assert config["gazetteer"] == Path("desk/house.mtqg")  # counted from the file
    assert config["per-file-ignores"] == (("archive/**", ("NAM101", "NAM102")),)
    assert config["severity"] == (("SPA101", "info"),)
    settings = config.settings()
    assert (settings.select, settings.use_models) == (("NAM", "spanish-form"), False)


def test_the_nearest_file_wins_as_a_whole() -> None:
    write("mtqa.toml", 'ignore = ["SPA"]\nmin-confidence = 0.9\n')
    write("desk/mtqa.toml", 'ignore = ["ROL"]\n')
    configs = Configs()
    assert configs.of("story.md")["ignore"] == ("SPA",)
    near = configs.of("desk/world/story.md")
    assert (near["ignore"], near["min-confidence"]) == (("ROL",), 0.0)
    assert (near.origin("ignore"), near.origin("engine")) == ("desk/mtqa.toml:1", "default")


def test_a_project_file_without_a_section_is_passed_over() -> None:
    write("mtqa.toml", 'ignore = ["SPA"]\n')
    write("desk/pyproject.toml", '[project]\nname = "mtqa-desk"\n')
    write("desk/setup.cfg", "[metadata]\nname = mtqa\n")
    assert Configs().of("desk/story.md")["ignore"] == ("SPA",)


def test_what_other_tools_write_in_setup_cfg_is_theirs() -> None:
    write("setup.cfg", "[other]\nkey: value\nbare\nx = 1\nx = 2\n[mtqa]\nignore = SPA\n[tool:pytest]\na: %(b)s\n")
    config = Configs().of("story.md")
    assert (config["ignore"], config.origin("ignore")) == (("SPA",), "setup.cfg:7")


def test_extend_takes_over_what_is_not_said_again() -> None:
    write("base.toml", 'ignore = ["SPA"]\nextend-ignore = ["ROL"]\nmin-confidence = 0.9\n')
    write("desk/mtqa.toml", 'extend = "../base.toml"\nignore = ["ACR"]\nextend-ignore = ["NAM103"]\n')
    config = Configs().of("desk/story.md")
    assert config.settings().ignore == ("ACR", "ROL", "NAM103")
    assert config["min-confidence"] == 0.9
    assert config.origin("min-confidence") == "base.toml:3"
    assert config.origin("extend-ignore") == "base.toml:2, desk/mtqa.toml:3"


@pytest.mark.parametrize(
    ("options", "select", "ignore"),
    [
        ({}, ("NAM", "ROL"), ("NAM103",)),
        ({"select": ("NAM103",)}, ("NAM103",), ()),
        ({"ignore": ("NAM101",)}, ("NAM", "ROL"), ("NAM103", "NAM101")),
        ({"select": ("NAM",), "ignore": ("NAM101",)}, ("NAM",), ("NAM101",)),
    ],
)
def test_the_command_line_over_files(options: Mapping[str, Any], select: tuple[str], ignore: tuple[str]) -> None:
    write("mtqa.toml", 'select = ["NAM"]\nextend-select = ["ROL"]\nignore = ["NAM103"]\n')
    settings = Configs(options=options).of("story.md").settings()
    assert (settings.select, settings.ignore) == (select, ignore)


def test_a_named_file_holds_for_all_and_isolated_reads_none() -> None:
    write("mtqa.toml", "min-confidence = 0.1\n")
    write("desk/mtqa.toml", "min-confidence = 0.2\n")
    write("ci.toml", "min-confidence = 0.3\n")
    assert Configs(named=Path("ci.toml")).of("desk/story.md")["min-confidence"] == 0.3
    assert Configs(isolated=True).of("desk/story.md")["min-confidence"] == 0.0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mtqa.toml", '\nselct = ["NAM"]\n', "mtqa.toml:2: unknown key 'selct'; did you mean 'select'?"),
        ("mtqa.toml", "min_confidence = 1\n", "mtqa.toml:1: unknown key 'min_confidence'; did you mean 'min-c"),
        ("mtqa.toml", "[zzz]\nx = 1\n", "mtqa.toml:1: unknown key 'zzz' (known: as-of, baseline, "),
        ("mtqa.toml", "\nselect = ]\n", "mtqa.toml:2: is no valid TOML: "),
        ("mtqa.toml", "select = 3\n", "mtqa.toml:1: select: expected a list of texts, not 3"),
        ("mtqa.toml", "select = [3]\n", "mtqa.toml:1: select: expected a text, not 3"),
        ("mtqa.toml", 'ignore = ["NAM999"]\n', "mtqa.toml:1: ignore: no rule is called 'NAM999'"),
        ("mtqa.toml", "models = 'maybe'\n", "mtqa.toml:1: models: expected true or false, not 'maybe'"),
        ("mtqa.toml", "min-confidence = 70\n", "expected a number from 0 to 1, not 70"),
        ("mtqa.toml", "min-confidence = true\n", "expected a number, not true"),
        ("mtqa.toml", "min-confidence = nan\n", "nan is no number to compare with"),
        ("mtqa.toml", "max-size = 0\n", "expected a number above 0, not 0"),
        ("mtqa.toml", "min-severity = 'bad'\n", "'bad' is not one of error, warning, info"),
        ("mtqa.toml", "min-severity = ['error']\n", "['error'] is not one of error, warning, info"),
        ("mtqa.toml", "as-of = 'never'\n", "'never' is no date; write YYYY-MM-DD"),
        ("mtqa.toml", "encoding = 'utf-9'\n", "the encoding 'utf-9' is unknown"),
        ("mtqa.toml", "severity = 3\n", "expected a table, not 3"),
        ("mtqa.toml", "[severity]\nSPA101 = 'high'\n", "'high' is not one of"),
        ("mtqa.toml", "[severity]\nSPA101 = 'info'\nXYZ = 'info'\n", "mtqa.toml:3: severity: no rule is called 'XYZ'"),
        ("mtqa.toml", 'extend = "none.toml"\n', "mtqa.toml:1: extend: none.toml: cannot be read: No such file"),
        ("mtqa.toml", 'extend = "mtqa.toml"\n', "mtqa.toml:1: extend: mtqa.toml leads back to itself"),
        ("mtqa.toml", "extend = 3\n", "extend: expected the path of a file, not 3"),
        ("setup.cfg", "[mtqa]\nselect = NAM\nselect = SPA\n", "setup.cfg:3: is no valid INI file (duplicateoption)"),
        ("setup.cfg", "[mtqa]\nwhat\n", "setup.cfg:2: is no valid INI file (parsing)"),
        ("setup.cfg", "[mtqa]\nper-file-ignores = NAM101\n", "expected lines of the form 'name: value'"),
        ("pyproject.toml", '[tool.mtqa.per-file-ignores]\n"a/" = ["X"]\n', "pyproject.toml:2: per-file-ignores: no ru"),
        ("pyproject.toml", "[tool.mtqa]\nengine = 'gpu'\n", "pyproject.toml:2: engine: 'gpu' is not one of auto, "),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(name: str, text: str, message: str) -> None:
    write(name, text)
    with pytest.raises(MtqaError) as caught:
        Configs().of("story.md")
    assert message in str(caught.value)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"select = ['\xe1']"])
def test_a_file_that_is_not_utf8(content: bytes) -> None:
    Path("mtqa.toml").write_bytes(content)
    with pytest.raises(MtqaError, match=r"mtqa.toml: is not UTF-8"):
        Configs().of("story.md")


def test_a_named_file_must_exist_and_have_a_section() -> None:
    write("pyproject.toml", "[project]\n")
    for name, needle in (("none.toml", "cannot be read"), ("pyproject.toml", r"has no section \[tool.mtqa\]")):
        with pytest.raises(MtqaError, match=needle):
            Configs(named=Path(name))


def test_the_docs_name_every_key() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [name for name in KEYS if f"| `{name}` |" not in docs] == []
