"""Many findings and many stories: the page stays whole and small. How fast it is, ``mtqa.bench`` measures."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from tests.support.browser import Browser
from tests.support.stories import archive

from .conftest import Report

LIMIT = 3_000_000


def test_five_hundred_findings_in_one_story(browser: Browser, report: Report) -> None:
    browser.open(report(*archive(1, 5000, 500)))
    assert len(browser.texts(".mark")) == 500
    assert browser.text("#cards-count") == "1 of 500"
    browser.press("k", "a")
    browser.press(*"jjjaxjaxkka")
    assert browser.text("#progress-text") == "5 of 500 settled"
    browser.press(*"uuu")
    assert browser.text("#progress-text") == "3 of 500 settled"


def test_a_hundred_stories_of_a_thousand_words_are_three_megabytes_at_most(browser: Browser, report: Report) -> None:
    url = report(*archive(100, 1000, 10))
    assert Path(url2pathname(urlparse(url).path)).stat().st_size <= LIMIT
    browser.open(url)
    assert browser.texts(".tiles dd")[:3] == ["100", "100,200", "1,000"]
    browser.press("j", "a")
    assert browser.text("#progress-text") == "1 of 1,000 settled"
    browser.photograph("large")
