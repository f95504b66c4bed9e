"""The page of ``mtqa review`` with its server: from an editor's keys to the copy on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from mtqa.review.store import Store
from mtqa.review.store.place import store_path
from tests.support.axe import axe_source, violations
from tests.support.browser import Browser
from tests.support.review_server import running

SUMMIT = """\
# Talks on the harbour begin in Vega

VEGA – The mayor of Vega, Ana Churches, received on Monday the minister of the neighbouring country, Leo Stones, who
came with a proposal about the harbour. Both spoke for two hours.

> "The harbour is open to all", said the mayor, and thanked the neighbours for their patience.

The works cost twice as much as the council had expected, and nobody knows who is going to pay for them.
"""
RIGHT = SUMMIT.replace("Churches", "Iglesias").replace("Stones", "Piedras")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "desk"
    place.mkdir()
    (place / "summit.md").write_text(SUMMIT)
    (place / "road.md").write_text("# The road\n\nLeo Stones will pay for the road, said Ana Churches.\n")
    return place


@contextmanager
def reviewing(browser: Browser, folder: Path, *files: str, gate: Path | None = None) -> Iterator[str]:
    """A server that ends when no page asks it anything any more. While ``gate`` is there it lints nothing."""
    with running(folder, *files, gate=gate) as served:
        yield served
        for handle in browser.driver.window_handles:
            browser.driver.switch_to.window(handle)
            browser.driver.get("about:blank")


@pytest.fixture
def address(browser: Browser, folder: Path) -> Iterator[str]:
    with reviewing(browser, folder, "summit.md") as served:
        yield served


def decided(folder: Path) -> dict[str, tuple[str, str | None]]:
    store = Store(store_path(str(folder)))
    found = {word.decision.text: (word.decision.decision, word.decision.replacement) for word in store.words()}
    store.close()
    return found


def progress(browser: Browser) -> str:
    return browser.text("#progress-text")


def test_six_keys_from_the_page_to_the_corrected_copy(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    keys = ["a", "a", "w"]
    browser.press(*keys)
    browser.wait(lambda: browser.seen("#write-dialog[open]"), "the changes")
    assert "The mayor of Vega, Ana Churches Ana Iglesias, received" in browser.text("#write-changes")
    assert "+VEGA – The mayor of Vega, Ana Iglesias, received" in browser.text("#write-diff")
    browser.photograph("review-write")
    keys.append(Keys.ENTER)
    browser.press(keys[-1])
    browser.wait(lambda: (folder / "summit.md").read_text() == RIGHT, "the corrected copy")
    assert len(keys) <= 6
    browser.wait(lambda: "Iglesias" in browser.text("#article"), "the corrected story on the page")
    assert decided(folder) == {"Ana Churches": ("accept", "Ana Iglesias"), "Leo Stones": ("accept", "Leo Piedras")}


def test_a_decision_is_stored_before_the_page_is_left(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("x")
    browser.wait(lambda: decided(folder) == {"Ana Churches": ("false-alarm", None)}, "the decision in the store")
    browser.open(address)
    browser.wait(lambda: browser.seen(".card .badge.false-alarm"), "the decision after a reload")
    browser.press("u")
    browser.wait(lambda: decided(folder)["Ana Churches"][0] == "open", "the undone decision in the store")


def test_keys_that_come_faster_than_the_answers(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.run(
        "const ask = fetch; window.fetch = async (url, options) => {"
        " if (url.endsWith('decide')) await new Promise((done) => setTimeout(done, 700)); return ask(url, options); }"
    )
    browser.press("a", "a", "u", "w")
    browser.wait(lambda: browser.seen("#write-dialog[open]"), "the changes")
    assert browser.texts("#write-changes del") == ["Ana Churches"]
    assert decided(folder) == {"Ana Churches": ("accept", "Ana Iglesias"), "Leo Stones": ("open", None)}


def test_an_edit_goes_into_the_copy(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("e")
    browser.wait(lambda: browser.seen("form.line-form input"), "the form")
    browser.run("document.activeElement.value = ''")
    browser.press("Ana Çelik", Keys.ENTER)
    browser.wait(lambda: decided(folder) == {"Ana Churches": ("edit", "Ana Çelik")}, "the edit in the store")
    browser.press("w")
    browser.wait(lambda: browser.seen("#write-dialog[open]"), "the changes")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "Ana Çelik, received" in (folder / "summit.md").read_text(), "the copy")


def test_two_tabs_come_to_the_same(browser: Browser, folder: Path, address: str) -> None:
    driver = browser.driver
    browser.open(address)
    first = driver.current_window_handle
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    driver.switch_to.new_window("tab")
    second = driver.current_window_handle
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("a")
    browser.wait(lambda: len(decided(folder)) == 1, "the first decision")
    driver.switch_to.window(first)
    browser.wait(lambda: browser.seen(".card .badge.accept"), "the other tab's decision")
    browser.press("j", "x")
    browser.wait(lambda: len(decided(folder)) == 2, "the second decision")
    driver.switch_to.window(second)
    browser.wait(lambda: browser.seen(".card .badge.false-alarm"), "the first tab's decision")
    assert browser.seen(".card .badge.accept")


def test_two_servers_on_one_project_come_to_the_same(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("a")
    with reviewing(browser, folder, "summit.md") as other:
        browser.open(other)
        browser.wait(lambda: browser.seen(".card .badge.accept"), "what the first server has stored")
        browser.press("j", "x")
        browser.wait(lambda: len(decided(folder)) == 2, "the second decision")


def test_a_file_that_changes_underneath(browser: Browser, folder: Path, address: str) -> None:
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("a")
    browser.wait(lambda: len(decided(folder)) == 1, "the decision")
    changed = SUMMIT.replace("Both spoke for two hours.", "Leo Stones spoke for two hours.")
    (folder / "summit.md").write_text(changed)
    browser.wait(lambda: "Leo Stones spoke" in browser.text("#article"), "the new text")
    browser.wait(lambda: browser.seen(".card .badge.accept"), "the decision on the new text")
    browser.press("w")
    browser.wait(lambda: browser.seen("#write-dialog[open]"), "the changes")
    again = changed.replace("two hours", "three hours")
    (folder / "summit.md").write_text(again)
    browser.press(Keys.ENTER)
    browser.wait(lambda: "it has changed since it was shown" in browser.text("#alert"), "the refusal")
    assert (folder / "summit.md").read_text() == again
    assert any("409" in line for line in browser.errors())  # Chromium notes every refused request


def test_a_queue_of_stories(browser: Browser, folder: Path) -> None:
    with reviewing(browser, folder, "summit.md", "road.md") as served:
        browser.open(served)
        browser.wait(lambda: len(browser.texts("#stories-list [data-path$=md]")) == 2, "both stories")
        browser.press("j", "a", "a")
        browser.wait(lambda: len(decided(folder)) >= 2, "two decisions")
        browser.press("n", "x", "x")
        browser.wait(lambda: progress(browser).startswith("4 of 4"), "all settled")
        browser.photograph("review-queue")


def test_stories_that_are_still_being_checked(browser: Browser, folder: Path) -> None:
    gate = folder / "gate"
    gate.touch()
    with reviewing(browser, folder, "summit.md", gate=gate) as served:
        browser.open(served)
        browser.wait(lambda: progress(browser) == "checking 1 story…", "word of it")
        assert "Nothing found" not in browser.text("#overview")
        gate.unlink()
        browser.wait(lambda: browser.seen("#cards .card"), "the story, opened by itself")
        assert progress(browser) == "0 of 2 settled"


def test_a_server_that_ends_is_told(browser: Browser, folder: Path) -> None:
    with running(folder, "summit.md") as served:
        browser.open(served)
        browser.wait(lambda: browser.seen("#cards .card"), "cards")
    browser.press("a")
    browser.wait(lambda: "cannot be reached" in browser.text("#alert"), "word of it")
    browser.wait(lambda: not browser.seen(".card .badge.accept"), "the decision taken back")
    browser.errors()  # Chromium notes every request that fails


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str) -> None:
    source = axe_source()
    browser.colours(scheme)
    browser.open(address)
    browser.wait(lambda: browser.seen("#cards .card"), "cards")
    assert violations(browser, source) == []
    browser.press("a", "w")
    browser.wait(lambda: browser.seen("#write-dialog[open]"), "the changes")
    assert violations(browser, source) == []
