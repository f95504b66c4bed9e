"""Filters, search, help, colours, small windows: how an editor finds their way, with keys and with a screen reader."""

from __future__ import annotations

from selenium.webdriver.common.keys import Keys

from mtqa.review.page import page_data
from mtqa.review.page.model import MarkData, PairData
from tests.support.browser import Browser
from tests.support.stories import archive, harbour, plain

from .conftest import Report


def cards(browser: Browser) -> list[str]:
    return browser.texts(".card .card-title bdi:first-of-type")


def active(browser: Browser) -> str:
    """What has the focus: an id, or a class."""
    name: str = browser.run("const e = document.activeElement; return e.id || e.className")
    return name


def test_filters(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("f")
    assert browser.seen("#filters")
    assert browser.texts("#filter-severity label") == ["Error3", "Warning4", "Hint0"]
    browser.press(Keys.SPACE)
    assert cards(browser) == ["Ana Churches", "Pat Chime"]
    assert browser.texts("#article .mark") == ["Ana Churches", "Pat Chime", "Ana Churches"]
    browser.photograph("filters")
    browser.press(Keys.ESCAPE)
    assert not browser.seen("#filters")
    assert active(browser) == "filter-button"
    assert browser.find("#filter-button").get_attribute("aria-label") == "Filter, 1 filter set"
    browser.press("f")
    browser.find("input[name=severities][value=error]").click()
    browser.find("input[name=rules][value=ROL101]").click()
    assert cards(browser) == ["Leo Oaks"]
    browser.find("#filter-clear").click()
    assert len(cards(browser)) == 4


def test_the_confidence_filter_counts_as_the_cards_do(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("f")
    browser.find("#confidence").send_keys(*[Keys.ARROW_RIGHT] * 15)
    assert browser.text("#confidence-value") == "75 % or more"
    assert cards(browser) == ["Ana Churches", "Pat Chime", "The Hill"]


def test_what_is_settled_leaves_a_filter_for_what_is_open(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("f")
    browser.find("input[name=statuses][value=open]").click()
    browser.press(Keys.ESCAPE, "j", "a")
    assert cards(browser) == ["Ana Churches", "The Hill", "Leo Oaks"]
    assert browser.text(".card.chosen bdi") == "The Hill"
    browser.press("a", "x", "a")
    assert cards(browser) == []
    assert browser.text("#cards-end .empty-title") == "Nothing to show"
    browser.press("u")
    assert cards(browser) == ["Ana Churches"]


def test_search(browser: Browser, report: Report) -> None:
    browser.open(report(harbour(), *archive(2, 40, 2)))
    browser.press("/", "repique", Keys.ENTER)
    assert cards(browser) == ["Pat Chime"]
    assert browser.text("#story-facts .path") == "copy/harbour.md"
    assert active(browser) == "card error open chosen"
    browser.press("a", "/", Keys.ESCAPE)
    assert len(cards(browser)) == 4
    browser.press("nothing of the kind", Keys.ENTER)
    assert browser.text("#cards-end .empty-title") == "Nothing to show"
    browser.find("[data-end=clear-filter]").click()
    assert len(cards(browser)) == 4
    assert browser.find("#search").get_attribute("value") == ""


def test_search_finds_accented_names_and_evidence(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("/", "IGLESÍAS mayor", Keys.ENTER)
    assert cards(browser) == ["Ana Churches"]


def test_words_of_a_rule(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.find("[data-act=rule]").click()
    assert browser.text("#rule-title") == "Literal name NAM101"
    assert "What it does" in browser.texts("#rule-text h3")
    assert len(browser.texts("#rule-text pre")) == 2
    browser.press(Keys.ESCAPE)
    assert active(browser) == "link"


def test_dialogs_keep_keys_and_give_the_focus_back(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("j", "?", "a", "x")
    assert browser.text("#progress-text") == "0 of 7 settled"
    browser.press(Keys.ESCAPE)
    assert active(browser) == "card error open chosen"


def test_a_mark_leads_to_its_card_and_back(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.find(".mark.warning").click()
    assert browser.text(".card.chosen bdi") == "Ana Churches"
    assert active(browser) == "card error open chosen"
    browser.run("document.querySelectorAll('.mention')[2].click()")
    assert browser.run("return document.activeElement.textContent") == "Ana Churches"
    assert active(browser) == "mark error open chosen"
    browser.press(Keys.ENTER)
    assert active(browser) == "card error open chosen"


def test_what_a_screen_reader_is_told(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    assert browser.find(".mark").get_attribute("aria-label") == "Ana Churches: Error, Open"
    card = browser.find(".card.chosen")
    assert card.get_attribute("aria-current") == "true"
    assert browser.text(f"#{card.get_attribute('aria-describedby')}").startswith("“Ana Churches” looks like")
    browser.press("a")
    assert browser.find(".mark").get_attribute("aria-label") == "Ana Iglesias, was Ana Churches: Error, Accepted"
    assert browser.find("#status").get_attribute("role") == "status"
    assert browser.run("return [...document.querySelectorAll('main, nav, aside, header.bar, search')].length") == 5


def test_the_first_tab_leads_past_the_bar(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press(Keys.TAB)
    assert active(browser) == "skip"
    browser.press(Keys.ENTER)
    assert active(browser) == "card error open chosen"


def test_colours_can_be_chosen(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = browser.run(ground)
    browser.find("#theme").click()
    assert browser.run(ground) == light
    browser.find("#theme").click()
    dark = browser.run(ground)
    assert dark != light
    browser.driver.refresh()
    assert browser.run(ground) == dark
    assert browser.find("#theme").get_attribute("aria-label") == "Colours: dark"


def test_a_small_window(browser: Browser, report: Report) -> None:
    browser.size(360, 740)
    browser.open(report(harbour(), *archive(2, 40, 2)))
    overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.run(overflow) == 0
    browser.photograph("overview-small")
    browser.find("#stories-button").click()
    assert browser.seen("#stories")
    browser.find("#stories-list [data-path='copy/harbour.md']").click()
    assert not browser.seen("#stories")
    assert browser.run(overflow) == 0
    shown = "return [...document.querySelectorAll('.card')].filter(e => e.offsetParent).length"
    assert browser.run(shown) == 1
    assert browser.seen(".card.chosen [data-act=accept]")
    browser.photograph("story-small")
    browser.find("#next").click()
    assert browser.text(".card.chosen bdi") == "Pat Chime"
    browser.find("#all-cards").click()
    assert browser.run(shown) == 4
    browser.press("f")
    assert browser.run(overflow) == 0


def test_the_chosen_card_and_its_mark_are_in_view(browser: Browser, report: Report) -> None:
    browser.open(report(*archive(1, 1000, 30)))
    for key in "aajjkxajjjjjaaaaak":
        browser.press(key)
        places = browser.run(
            "const box = (e) => { const r = e.getBoundingClientRect(); return [r.top, r.bottom]; };"
            "const parts = ['.cards-head', '.card.chosen', '.mark.chosen'].map((s) => box(document.querySelector(s)));"
            "return [...parts, innerHeight]"
        )
        (_, head), card, mark, height = places
        assert head <= card[0] and card[1] <= height
        assert mark[0] > 0 and mark[1] < height


def test_the_spanish_beside_it(browser: Browser, report: Report) -> None:
    story = harbour()
    ana = page_data([story], signature="")["findings"][0]["id"]
    text = "La alcaldesa, Ana Iglesias, abrió el puerto."
    marks: list[MarkData] = [{"finding": ana, "start": 14, "end": 26}]
    pair: PairData = {"block": 1, "start": 0, "end": 70, "text": text, "marks": marks}
    browser.open(report(story, sources={"copy/harbour.md": {"path": "copy/harbour.es.md", "pairs": [pair]}}))
    assert [each for each in browser.texts(".source") if each] == [text]
    assert browser.find(".source:not(:empty)").get_attribute("lang") == "es"
    assert browser.texts(".source-mark.chosen") == ["Ana Iglesias"]
    browser.press("j")
    assert browser.texts(".source-mark.chosen") == []
    browser.find(".source-mark").click()
    assert browser.text(".card.chosen bdi") == "Ana Churches"
    browser.photograph("spanish-beside")
    browser.find("#source-button").click()
    assert browser.texts(".source") == []


def test_long_words_stay_within(browser: Browser, report: Report) -> None:
    """At 320 pixels, which is what a window of 1,280 has at a zoom of 400 %."""
    long = "Taumatawhakatangihangakoauauotamatea" * 4
    wrong, right = f"{long} Churches", f"{long} Iglesias"
    story = plain(f"{long}\n\nThe mayor, {wrong}, left.", (wrong, right), path=f"{long}.txt")
    browser.size(320, 700)
    browser.open(report(story, plain("Quiet."), project=long, problems=[long]))
    overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    beyond = (
        "return [...document.querySelectorAll('.card *:not(.unseen)')]"
        ".filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML)"
    )
    assert browser.run(overflow) == 0
    for key in ("j", "e"):
        browser.press(key)
        assert browser.run(overflow) == 0
        assert browser.run(beyond) == []


def test_on_paper_every_card_is_open(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.texts(".card-body")) == 4
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not browser.seen(".bar")
    assert browser.seen("#article") and browser.seen(".card:last-of-type .message")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert len(browser.texts(".card-body")) == 1
