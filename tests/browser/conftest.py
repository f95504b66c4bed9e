"""One browser for all tests; pages on disk for it to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mtqa.output import FileResult
from mtqa.review.page import page_data, render_page
from tests.support.browser import Browser

Report = Callable[..., str]


@pytest.fixture(scope="session")
def shared_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.driver.quit()


@pytest.fixture(scope="session")
def blank_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("blank") / "blank.html"
    path.write_text("<!doctype html><title>blank</title>")
    return path.as_uri()


@pytest.fixture
def browser(shared_browser: Browser, blank_page: str) -> Iterator[Browser]:
    """The browser with one empty tab; the test fails when its pages complained on the console."""
    shared_browser.fresh(blank_page)
    yield shared_browser
    assert shared_browser.errors() == []


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Write a report of results; gives its address."""

    def write(*results: FileResult, **options: Any) -> str:
        path = tmp_path / "report.html"
        data = page_data(results, **{"signature": "mtqa:test", "project": "Desk", "min_severity": "info", **options})
        path.write_text(render_page(data), encoding="utf-8")
        return path.as_uri()

    return write
