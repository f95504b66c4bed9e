"""What setup.cfg, the constraints and the wheel must hold."""

from __future__ import annotations

import ast
import re
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ConfigParser()
CONFIG.read(ROOT / "setup.cfg", encoding="utf-8")
DISTRIBUTIONS = {
    "charset_normalizer": "charset-normalizer",
    "marisa_trie": "marisa-trie",
    "markdown_it": "markdown-it-py",
    "yaml": "pyyaml",
}
"""Module → distribution, where the names differ."""

CARD = (
    "transformers",
    "torch",
    "sacrebleu",
    "click",
    "ctranslate2",
    "sentencepiece",
    "rich",
    "rapidfuzz",
    "marisa-trie",
)


def listed(section: str, key: str) -> list[str]:
    return [line for line in CONFIG[section][key].strip().splitlines() if line]


def test_every_package_is_listed() -> None:
    folders = {path.parent for path in (ROOT / "mtqa").rglob("*.py")}
    packages = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert {*listed("options", "packages")} == packages | {"mtqa_models"}
    missing = [folder for folder in folders if not (folder / "__init__.py").exists()]
    assert missing == []


def test_models_are_a_package_beside_mtqa() -> None:
    assert listed("options", "package_dir") == ["mtqa_models = models"]
    assert (ROOT / "models" / "__init__.py").exists()


def test_every_data_file_is_packaged() -> None:
    files = [path for folder in ("mtqa", "models") for path in (ROOT / folder).rglob("*") if path.is_file()]
    data = [path for path in files if path.suffix not in (".py", ".pyc")]
    assert data
    assert [path for path in data if not any(path.match(pattern) for pattern in _patterns())] == []


def _patterns() -> list[str]:
    where = {"mtqa": "mtqa", "mtqa_models": "models"}
    found = []
    for package in CONFIG["options.package_data"]:
        base = where.get(package, package.replace(".", "/"))
        for pattern in listed("options.package_data", package):
            # Path.match knows no "**" before Python 3.13: try some depths.
            found += [f"{base}/{pattern.replace('**', '/'.join('*' * depth))}" for depth in (1, 2, 3)]
    return found


def test_dependencies() -> None:
    required = {re.split(r"[ ;<>=]", line)[0].lower() for line in listed("options", "install_requires")}
    assert required >= set(CARD)
    assert CONFIG["options"]["python_requires"] == ">=3.10"
    assert "mtqa = mtqa.cli.main:main" in CONFIG["options.entry_points"]["console_scripts"]


def test_what_is_imported_is_required() -> None:
    """Third-party modules that the code imports, against install_requires and the extra ``build``."""
    lines = listed("options", "install_requires") + listed("options.extras_require", "build")
    required = {re.split(r"[ ;<>=]", line)[0].lower() for line in lines}
    known = {*sys.stdlib_module_names, "mtqa", "tomllib"}
    for path in (ROOT / "mtqa").rglob("*.py"):
        for module in imported(path) - known:
            assert DISTRIBUTIONS.get(module, module) in required, (path, module)


def imported(path: Path) -> set[str]:
    """The top-level modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_torch_is_pinned() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert "torch==2.13.0" in constraints
    pins = [re.split(r"[ ;=]", line)[0].lower() for line in constraints if line and not line.startswith("#")]
    assert pins == sorted(pins)
    assert len(pins) == len(set(pins))


def test_pyproject_is_the_build_system_only() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.findall(r"^\[(.+)\]", text, re.M) == ["build-system"]


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "Makefile", ".ci/run"])
def test_the_repository_has(name: str) -> None:
    assert (ROOT / name).stat().st_size > 0
