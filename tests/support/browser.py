"""A browser that is pressed and looked at as an editor would: Debian's Chromium, driven by its own driver."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
"""Where the pictures of the main states go; git ignores it."""
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--lang=en-GB",
)
PATIENCE = 15.0
"""Seconds that a page may take to come round; a busy machine is no failure."""


class Browser:
    """One browser for all tests of a run; :meth:`fresh` forgets what a test has left."""

    def __init__(self, profile: Path) -> None:
        chromium, driver = programs()
        options = Options()
        options.binary_location = chromium
        for argument in (*_ARGUMENTS, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        downloads = profile / "downloads"
        downloads.mkdir()
        self.downloads = downloads
        options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))

    def fresh(self, blank: str) -> None:
        """One tab, nothing kept, the usual size and colours. ``blank`` is a page of the origin that is cleared."""
        first, *others = self.driver.window_handles
        for handle in others:
            self.driver.switch_to.window(handle)
            self.driver.close()
        self.driver.switch_to.window(first)
        self.driver.get(blank)
        self.run("localStorage.clear()")
        self.errors()
        self.size(1280, 860)
        self.colours("light")
        for path in self.downloads.iterdir():
            path.unlink()

    def open(self, url: str) -> None:
        """Go to a page, anew."""
        self.driver.get("about:blank")
        self.driver.get(url)

    def size(self, width: int, height: int) -> None:
        """The size of the window, in CSS pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def colours(self, scheme: str) -> None:
        """What the system prefers: light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def press(self, *keys: str) -> None:
        """Press keys one by one, wherever the focus is."""
        actions = ActionChains(self.driver)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script in the page; ours, so the page's own policy does not hold for it."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """The first element that a CSS selector names."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements that a CSS selector names, hidden or not, white space as single spaces."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.replace(/\\s+/g, ' ').trim())",
            selector,
        )
        return found

    def text(self, selector: str) -> str:
        """The text of the first element that a CSS selector names, "" when there is none."""
        return next(iter(self.texts(selector)), "")

    def seen(self, selector: str) -> bool:
        """Whether an element is there and shown."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return bool(found) and found[0].is_displayed()

    def wait(self, condition: Callable[[], Any], what: str = "") -> Any:
        """The value of a condition once it is true; fails when it does not become so."""
        end = time.monotonic() + PATIENCE
        while not (value := condition()):
            if time.monotonic() > end:
                pytest.fail(f"waited in vain: {what or condition}")
            time.sleep(0.02)
        return value

    def downloaded(self, pattern: str) -> Path:
        """The file that the browser has saved."""
        path: Path = self.wait(lambda: next(iter(self.downloads.glob(pattern)), None), f"download {pattern}")
        return path

    def errors(self) -> list[str]:
        """What the console has complained of since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]  # type: ignore[no-untyped-call]

    def photograph(self, name: str) -> None:
        """Keep a picture of the window."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(SCREENSHOTS / f"{name}.png"))


def programs() -> Sequence[str]:
    """The browser and its driver; skips the test where one is missing."""
    names = (("MTQA_CHROMIUM", "chromium"), ("MTQA_CHROMEDRIVER", "chromedriver"))
    found = [os.environ.get(variable) or shutil.which(name) for variable, name in names]
    missing = [name for (_, name), path in zip(names, found) if path is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (Debian: apt-get install chromium chromium-driver)")
    return [path for path in found if path is not None]
