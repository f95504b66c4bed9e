"""A few of the kills of ``python -m mtqa.bench.killing``, and that it would see a fault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mtqa.bench import killing
from mtqa.bench.repository import article, write_articles
from mtqa.gazetteer.store import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or not SHIPPED.is_file(), reason="forks, and takes real copy")


def test_a_few_kills() -> None:
    command = [sys.executable, "-m", "mtqa.bench.killing", "--kills", "2", "--stories", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split("  ")[0].strip() for line in lines] == ["--fix", "baseline update", "cache"]
    assert all("2 runs (" in line and line.endswith(": 0 files at fault") for line in lines)
    # Where the kills fall is chance: that some fall within a write is for the run of two hundred to show.


def test_a_file_at_fault_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(killing.Desk, "run", lambda self, *arguments: self.baseline.write_bytes(b"{}") and b"[]")
    desk = killing.Desk(tmp_path, 2)
    assert not any(list(kind.faults()) for kind in desk.kinds().values())
    desk.paths[0].write_bytes(desk.before[desk.paths[0]][:-1])
    desk.paths[1].unlink()
    desk.baseline.write_bytes(b"{")
    entry = tmp_path / ".mtqa_cache" / "ab" / ("0" * 30)
    entry.parent.mkdir(parents=True)
    entry.write_bytes(b"mtqa 1 cut sho")
    assert {what: len(list(kind.faults())) for what, kind in desk.kinds().items()} == {
        "--fix": 2,
        "baseline update": 1,
        "cache": 2,  # no whole entry, no marks
    }


def test_articles_differ_and_are_the_same_each_time(tmp_path: Path) -> None:
    paths = write_articles(tmp_path, 205)
    texts = {path.read_text(encoding="utf-8") for path in paths}
    assert len(texts) == 205
    assert paths[7].read_text(encoding="utf-8") == article(7)
