"""The hooks of .pre-commit-hooks.yaml, run by pre-commit at a commit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integration.conftest import BAD, GOOD, ROOT, Shop

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

pytest.importorskip("pre_commit")


def install(shop: Shop, hook: str, **changes: Any) -> None:
    """Have a hook run at commits. It is ours but for its language: mtqa is here already and need not be installed."""
    (definition,) = [each for each in HOOKS if each["id"] == hook]
    local = {"repos": [{"repo": "local", "hooks": [{**definition, **changes, "language": "system"}]}]}
    (shop.path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local))
    shop.git("commit", "-q", "-a", "-m", "The hook")
    done = shop.run(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stdout


def test_the_manifest_is_one(tmp_path: Path) -> None:
    from pre_commit.clientlib import load_manifest

    assert [hook["id"] for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))] == ["mtqa", "mtqa-fix"]


def test_a_commit_with_an_error_is_stopped_and_one_without_is_not(shop: Shop) -> None:
    install(shop, "mtqa")
    shop.append("copy/world/strike.html", BAD)
    shop.append("copy/archive/2021.md", GOOD)  # its old error is known
    stopped = shop.run("git", "commit", "-a", "-m", "A story")
    assert stopped.returncode == 1
    assert "copy/world/strike.html:9:24: NAM101 “Pedro Castle” looks like a translation" in stopped.stderr
    assert "2021.md" not in stopped.stderr
    text = (shop.path / "copy/world/strike.html").read_text(encoding="utf-8")
    (shop.path / "copy/world/strike.html").write_text(text.replace("Castle", "Castillo"), encoding="utf-8")
    shop.append("README.md", BAD)  # excluded, though pre-commit names it
    shop.git("commit", "-q", "-a", "-m", "A story")


def test_the_correcting_hook_corrects(shop: Shop) -> None:
    install(shop, "mtqa-fix")
    shop.append("copy/world/strike.html", BAD)
    assert shop.run("git", "commit", "-a", "-m", "A story").returncode == 1  # pre-commit stops: the file was changed
    assert GOOD in (shop.path / "copy/world/strike.html").read_text(encoding="utf-8")
    shop.git("commit", "-q", "-a", "-m", "A story")


def test_wire_stories_with_the_settings_of_the_example(shop: Shop) -> None:
    example = yaml.safe_load((shop.path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    ((settings,),) = [repository["hooks"] for repository in example["repos"]]
    install(shop, **{"hook" if name == "id" else name: value for name, value in settings.items()})
    story = shop.path / "copy/wire/ferry.xml"
    text = story.read_text(encoding="latin-1")
    story.write_text(text.replace("</p>", f"</p>\n<p>{BAD.strip()} Señor.</p>"), encoding="latin-1")
    (shop.path / "pom.xml").write_text("<project/>\n")
    shop.git("add", "-A")
    stopped = shop.run("git", "commit", "-m", "A story")
    assert stopped.returncode == 1
    assert "copy/wire/ferry.xml:14:27: NAM101 “Pedro Castle” looks like a translation" in stopped.stderr
    assert "pom.xml" not in stopped.stderr
    story.write_text(text, encoding="latin-1")
    shop.git("add", "-A")
    shop.git("commit", "-q", "-m", "A story")
