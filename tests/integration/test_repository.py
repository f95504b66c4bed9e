"""The example repository as it is, and through time: what is known stays quiet, what is new is told."""

from __future__ import annotations

import json

from tests.integration.conftest import BAD, Shop


def test_as_it_is_nothing_is_found(shop: Shop) -> None:
    done = shop.run("mtqa", "lint", ".")
    assert (done.stdout, done.stderr) == ("Nothing found in 5 files (2 suppressed, 1 in the baseline).\n", "")
    assert done.returncode == 0


def test_a_change_and_a_rebase(shop: Shop) -> None:
    """The finding is on the new line; others' work on main, rebased onto, brings no other."""
    shop.append("copy/archive/2021.md", BAD)
    shop.git("commit", "-q", "-a", "-m", "A line more")
    shop.git("checkout", "-q", "main")
    shop.append("copy/world/harbour.md", BAD.replace("Tuesday", "Friday"))
    shop.git("commit", "-q", "-a", "-m", "Another's error")
    shop.git("checkout", "-q", "story")
    places = set()
    for rebase in (False, True):
        if rebase:
            shop.git("rebase", "-q", "main")
        done = shop.run("mtqa", "lint", "--since", "main", "--format", "json")
        files = json.loads(done.stdout)["files"]
        places |= {(file["path"], found["line"]) for file in files for found in file["findings"]}
    assert places == {("copy/archive/2021.md", 7)}


def test_a_moved_paragraph_and_a_renamed_file(shop: Shop) -> None:
    story = shop.path / "copy/archive/2021.md"
    head, body = story.read_text(encoding="utf-8").rsplit("---\n", 1)
    story.write_text(f"{head}---\n\nIt rained.\n\nIt snowed.\n{body}", encoding="utf-8")
    assert shop.run("mtqa", "lint", "copy").returncode == 0
    shop.git("mv", "copy/archive/2021.md", "copy/archive/before.md")
    assert shop.run("mtqa", "lint", "copy").returncode == 0
