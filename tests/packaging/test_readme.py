"""The README's example is what the command prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HEAD = re.compile(r"^(\S+:\d+:\d+: [A-Z]{3}\d{3}) ", re.M)


def test_the_example_is_the_real_output() -> None:
    """Place and code of each finding: the confidences may differ by a point between processors."""
    match = re.search(r"<!-- example begins -->\n+```\n\$ mtqa ([^\n]+)\n(.*?)```", README, re.S)
    assert match
    command, example = match.groups()
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert HEAD.findall(example) == HEAD.findall(done.stdout) != []
    assert example.splitlines()[-1] == done.stdout.splitlines()[-1]


def test_it_names_every_rule_and_option() -> None:
    from mtqa.cli.lint import lint
    from mtqa.rules import RULES

    assert [rule for rule in RULES if f"| {rule.code} | {rule.name} |" not in README] == []
    options = {option for parameter in lint.params for option in parameter.opts if option.startswith("--")}
    aliases = {"--output-format"}
    assert [option for option in options - aliases if f"`{option}" not in README] == []


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
