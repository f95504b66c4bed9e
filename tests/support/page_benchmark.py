"""How long the report page takes to open and to answer a key: ``python -m tests.support.page_benchmark``.

The page has 100 stories of 1,000 words and ten findings each. Times are the browser's own (Event Timing API): from
the key to the next frame with what it changed. The same is measured on a report of one such story, for a ratio that
says what size costs. Pages: ``--stories``, ``--findings`` (of each story), ``--presses``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from mtqa.output import FileResult
from mtqa.review.page import page_data, render_page
from tests.support.browser import Browser
from tests.support.stories import archive

KEYS = "jjajxjkajn"
_WATCH = """
window.__keys = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "keydown") window.__keys.push(entry.duration);
}).observe({type: "event", durationThreshold: 16});
"""
_LOADED = "const [entry] = performance.getEntriesByType('navigation'); return entry.loadEventEnd - entry.startTime"
FASTEST = 16.0
"""Milliseconds: what is faster, the browser does not report."""


def main() -> None:
    """Print size, time to open, and time of a key press."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stories", type=int, default=100)
    options.add_argument("--findings", type=int, default=10)
    options.add_argument("--presses", type=int, default=100)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(Path(folder))
        try:
            small = _measure(browser, Path(folder), archive(1, 1000, 10), chosen.presses)
            large = _measure(browser, Path(folder), archive(chosen.stories, 1000, chosen.findings), chosen.presses)
        finally:
            browser.driver.quit()
    print(f"{'':24}{'large':>10}{'one story':>12}{'ratio':>8}")
    for name in large:
        print(f"{name:24}{large[name]:>10.1f}{small[name]:>12.1f}{large[name] / small[name]:>8.1f}")


def _measure(browser: Browser, folder: Path, results: Sequence[FileResult], presses: int) -> dict[str, float]:
    page = folder / "report.html"
    page.write_text(render_page(page_data(results, signature="mtqa:benchmark")), encoding="utf-8")
    browser.size(1440, 900)
    browser.open(page.as_uri())
    browser.run("localStorage.clear()")
    opened = []
    for _ in range(5):
        browser.open(page.as_uri())
        browser.wait(lambda: float(browser.run(_LOADED)) > 0)
        opened.append(float(browser.run(_LOADED)))
    browser.run(_WATCH)
    for index in range(presses):
        browser.press(KEYS[index % len(KEYS)])
    browser.run("return new Promise((done) => setTimeout(done, 300))")
    reported: list[Any] = browser.run("return window.__keys")
    times = sorted([FASTEST] * (presses - len(reported)) + [float(each) for each in reported])
    return {
        "size (MB)": page.stat().st_size / 1e6,
        "opening, median (ms)": median(opened),
        "key, median (ms)": median(times),
        "key, 95th of 100 (ms)": times[int(len(times) * 0.95)],
        "key, slowest (ms)": times[-1],
    }


if __name__ == "__main__":
    main()
