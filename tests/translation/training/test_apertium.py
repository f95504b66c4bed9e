"""The call to the rule-based translator, with the program replaced."""
from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import apertium


def _pretend(monkeypatch: pytest.MonkeyPatch, stdout: str, code: int = 0) -> None:
    def run(*args: Any, **kwargs: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(args, code, stdout, "Error: no mode")

    monkeypatch.setattr(shutil, "which", lambda name: "/bin/true")
    monkeypatch.setattr(subprocess, "run", run)


def test_end_of_sentence_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(monkeypatch, "The  judge *left\nWhich judge\n")
    assert apertium.literal_english(["El juez se fue.", "¿Qué juez?"]) == ["The judge left.", "Which judge?"]
    assert apertium.literal_english([]) == []


def test_failures_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(monkeypatch, "one\n")
    with pytest.raises(MtqaError, match="apertium"):
        apertium.literal_english(["uno", "dos"])
    _pretend(monkeypatch, "", 1)
    with pytest.raises(MtqaError, match="no mode"):
        apertium.literal_english(["uno"])
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(MtqaError, match="install"):
        apertium.literal_english(["uno"])
