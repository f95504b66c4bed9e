"""axe-core finds nothing wrong with the page, in its main states, colours and sizes."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.support.axe import axe_source, violations
from tests.support.browser import Browser
from tests.support.stories import harbour, plain

from .conftest import Report

STATES: dict[str, tuple[str, str]] = {
    "overview": ("", ""),
    "story": ("jax", ""),
    "edit": ("e", ""),
    "filters": (f"{Keys.ESCAPE}f", ""),
    "help": (f"{Keys.ESCAPE}?", ""),
    "rule": (Keys.ESCAPE, "[data-act=rule]"),
    "settled": (f"{Keys.ESCAPE}ax", ""),
    "empty": ("", "[data-path='copy/quiet.txt']"),
}
"""The keys that lead to each from the one before, and what is clicked then."""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_violation(browser: Browser, report: Report, colours: str, width: int) -> None:
    source = axe_source()
    browser.size(width, 800)
    browser.colours(colours)
    quiet = plain("All is well.", path="copy/quiet.txt")
    browser.open(report(harbour(), quiet, problems=["copy/b.txt: cannot be read"]))
    found = {}
    for state, (keys, clicked) in STATES.items():
        browser.press(*keys)
        if clicked:
            browser.run("document.querySelector(arguments[0]).click()", clicked)
        found[state] = violations(browser, source)
    assert {state: each for state, each in found.items() if each} == {}
