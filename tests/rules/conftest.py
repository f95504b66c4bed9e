"""The toy gazetteer, written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support.toy import Checker, toy


@pytest.fixture(scope="session")
def toy_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy().write(tmp_path_factory.mktemp("toy") / "toy.mtqg")


@pytest.fixture(scope="session")
def check(toy_path: Path) -> Checker:
    return Checker(toy_path)


@pytest.fixture(scope="session")
def later(toy_path: Path) -> Checker:
    """A day on which nobody of the toy gazetteer is in office."""
    return Checker(toy_path, as_of=date(2026, 5, 4))


@pytest.fixture(scope="session")
def undated(toy_path: Path) -> Checker:
    return Checker(toy_path, as_of=None)
