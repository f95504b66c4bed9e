"""The toy gazetteer, written once."""

from __future__ import annotations

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
def undated(toy_path: Path) -> Checker:
    return Checker(toy_path, as_of=None)
