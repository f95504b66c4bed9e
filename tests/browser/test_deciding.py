"""What an editor does, with the keys of a keyboard."""

from __future__ import annotations

import json

from selenium.webdriver.common.keys import Keys

from mtqa.document.readers import parse
from mtqa.output import FileResult
from tests.support.browser import Browser
from tests.support.stories import archive, finding, harbour, plain

from .conftest import Report

ANA, PAT, HILL, OAKS = "Ana Churches", "Pat Chime", "The Hill", "Leo Oaks"


def chosen(browser: Browser) -> str:
    """The text that the chosen card is about."""
    return browser.text(".card.chosen .card-title bdi")


def marks(browser: Browser) -> list[str]:
    return browser.texts("#article .mark")


def said(browser: Browser) -> str:
    """What was announced, without the signs that keep texts apart."""
    return browser.text("#status").replace("\u2068", "").replace("\u2069", "")


def test_the_story_as_it_will_be_published(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    assert marks(browser) == [ANA, PAT, "Churches", HILL, "Chime", ANA, OAKS]
    assert browser.texts("#article h2, #article h3") == ["Harbour of Vega opens after ten years", "What follows"]
    assert browser.text("#article blockquote").startswith("According to The Hill,")
    assert browser.texts(".card .card-title") == [
        "Ana Churches → should be Ana Iglesias",
        "Pat Chime → should be Pat Repique",
        "The Hill → should be La Colina",
        "Leo Oaks",
    ]
    assert chosen(browser) == ANA
    assert browser.texts(".reasons dt") == ["Meaning", "Office", "Spanish"]
    assert browser.text("#progress-text") == "0 of 7 settled"
    browser.photograph("story-light")
    browser.colours("dark")
    browser.photograph("story-dark")


def test_one_key_settles_all_mentions_and_goes_on(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("a")
    assert marks(browser) == ["Ana Iglesias", PAT, "Iglesias", HILL, "Chime", "Ana Iglesias", OAKS]
    assert said(browser) == "Accepted: Ana Churches → Ana Iglesias, 3 mentions. 3 of 7 findings settled."
    assert chosen(browser) == PAT
    browser.press("x")
    assert marks(browser)[1] == PAT
    assert browser.texts(".mark.false-alarm") == [PAT, "Chime"]
    assert chosen(browser) == HILL
    browser.press("u")
    assert (chosen(browser), browser.texts(".mark.false-alarm")) == (PAT, [])
    browser.press("u")
    assert (chosen(browser), browser.text("#progress-text")) == (ANA, "0 of 7 settled")
    assert said(browser) == "Undone: Ana Churches, 3 mentions. 0 of 7 findings settled"
    browser.press("u")
    assert said(browser) == "There is nothing to undo"


def test_one_by_one(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("g")
    assert len(browser.texts(".card")) == 7
    browser.press("a")
    assert marks(browser)[:3] == ["Ana Iglesias", PAT, "Churches"]
    browser.press("g")
    assert browser.text(".card .card-kicker").startswith("Error 1 of 3 settled 3 mentions")
    browser.press("k", "x")
    assert browser.text("#progress-text") == "3 of 7 settled"
    assert marks(browser)[0] == "Ana Iglesias", "what was decided by itself stays so"


def test_edit(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("e")
    assert browser.text(".line-form .label") == "Instead of “Ana Churches”"
    assert browser.text(".line-form .hint") == "For all 2 mentions that read “Ana Churches”."
    browser.press(Keys.ESCAPE)
    assert not browser.seen(".line-form")
    assert browser.run("return document.activeElement.matches('.card.chosen')")
    browser.press("e", "Ana Ga\u0301mez jkaxu", Keys.ENTER)
    assert marks(browser) == ["Ana Ga\u0301mez jkaxu", PAT, "Churches", HILL, "Chime", "Ana Ga\u0301mez jkaxu", OAKS]
    assert browser.texts(".mark.edit ins") == ["Ana Ga\u0301mez jkaxu"] * 2


def test_where_there_is_no_suggestion(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("k", "j", "j", "j", "a")
    assert chosen(browser) == OAKS
    assert said(browser).startswith("There is no suggestion to accept")
    assert browser.find(".card.chosen [data-act=accept]").get_attribute("disabled")
    browser.press("x")
    assert browser.texts(".mark.false-alarm") == [OAKS]


def test_another_suggestion(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("j", "j")
    browser.find(".choice[data-index='1']").click()
    assert "El Cerro" in marks(browser)
    assert browser.text(".card.accept .card-title") == "The Hill → should be El Cerro"


def test_a_reason_and_open_again(browser: Browser, report: Report) -> None:
    browser.open(report(plain("The Hill stands.", ("The Hill", "La Colina"))))
    browser.press("x")
    browser.find("[data-act=reason]").click()
    browser.press("It is a hill.", Keys.ENTER)
    assert "It is a hill." in browser.text(".verdict")
    browser.photograph("all-settled")
    browser.find("[data-act=reopen]").click()
    assert browser.text("#progress-text") == "0 of 1 settled"


def test_all_stories_at_once(browser: Browser, report: Report) -> None:
    other = harbour("copy/second.md")
    browser.open(report(harbour(), other))
    browser.press("j")
    assert browser.text(".elsewhere p") == "3 open mentions also in 1 other story"
    browser.press("A")
    assert said(browser) == "Accepted: Ana Churches → Ana Iglesias, 6 mentions in 2 stories. 6 of 14 findings settled."
    browser.press("a", "a", "x")
    assert said(browser).endswith("This story is settled.")
    assert browser.text("#cards-end .empty-title") == "This story is settled"
    browser.press("n")
    assert browser.text("#story-facts .path") == "copy/second.md"
    assert chosen(browser) == PAT


def test_a_reload_keeps_decisions_and_place(browser: Browser, report: Report) -> None:
    browser.open(report(harbour(), harbour("copy/second.md")))
    browser.press("j", "a", "x")
    assert chosen(browser) == HILL
    browser.driver.refresh()
    assert chosen(browser) == HILL
    assert browser.text("#progress-text") == "5 of 14 settled"
    assert marks(browser)[0] == "Ana Iglesias"
    browser.press("u", "u")
    assert browser.text("#progress-text") == "0 of 14 settled"


def test_two_tabs_become_one(browser: Browser, report: Report) -> None:
    url = report(harbour())
    browser.open(url)
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.driver.get(url)
    browser.press("a")
    second = browser.driver.current_window_handle
    browser.driver.switch_to.window(first)
    browser.wait(lambda: browser.text("#progress-text") == "3 of 7 settled", "the other tab's decision")
    assert marks(browser)[0] == "Ana Iglesias"
    browser.press("j", "x")
    browser.driver.switch_to.window(second)
    browser.wait(lambda: browser.text("#progress-text") == "5 of 7 settled", "both tabs' decisions")
    assert browser.texts(".mark.false-alarm") == [PAT, "Chime"]
    assert browser.texts(".card.accept .card-title") == ["Ana Churches → should be Ana Iglesias"]


def test_the_export_is_what_was_decided(browser: Browser, report: Report) -> None:
    browser.open(report(harbour(), signature="mtqa:1|x"))
    browser.find("#export").click()
    assert said(browser).startswith("There is nothing to export yet")
    browser.press("?")
    browser.find("#editor-name").send_keys("Núria")
    browser.press(Keys.ESCAPE)
    browser.press("a", "x", "e", "La Cima", Keys.ENTER)
    browser.find("#export").click()
    saved = json.loads(browser.downloaded("mtqa-decisions.json").read_text(encoding="utf-8"))
    assert {key: saved[key] for key in ("version", "kind", "signature")} == {
        "version": 1, "kind": "mtqa-decisions", "signature": "mtqa:1|x",
    }  # fmt: skip
    assert [(each["text"], each["decision"], each["replacement"]) for each in saved["decisions"]] == [
        ("Ana Churches", "accept", "Ana Iglesias"),
        ("Pat Chime", "false-alarm", None),
        ("Churches", "accept", "Iglesias"),
        ("The Hill", "edit", "La Cima"),
        ("Chime", "false-alarm", None),
        ("Ana Churches", "accept", "Ana Iglesias"),
    ]
    first, text = saved["decisions"][0], harbour().document.text
    assert (first["path"], first["by"], first["code"]) == ("copy/harbour.md", "Núria", "NAM101")
    assert text[first["start"] : first["end"]] == "Ana Churches"
    assert first["id"] == first["fingerprint"] and first["at"].endswith("Z")


def test_over_the_ends_of_stories(browser: Browser, report: Report) -> None:
    browser.open(report(*archive(2, 40, 2), plain("All is well.", path="copy/quiet.txt")))
    assert browser.text("#overview h2") == "Overview"
    browser.photograph("overview")
    browser.press("a")
    assert said(browser) == "Nothing is chosen: j chooses the next finding"
    browser.press("j", "j", "j")
    assert chosen(browser) == "Name1x0 Churches"
    assert said(browser) == "Story 2 of 3: Story number 1"
    browser.press("k")
    assert chosen(browser) == "Name0x1 Churches"
    browser.press("j", "j", "j")
    assert said(browser) == "This is the last finding"


def test_nothing_found(browser: Browser, report: Report) -> None:
    browser.open(report(plain("All is well.", path="copy/quiet.txt"), problems=["copy/b.txt: cannot be read"]))
    assert browser.text("#cards-end .empty-title") == "Nothing found"
    assert browser.text("#progress-text") == "nothing found"
    browser.find("#stories-list button").click()
    assert browser.text("#overview .empty-title") == "Nothing found"
    assert browser.texts(".problems li") == ["copy/b.txt: cannot be read"]
    browser.photograph("nothing-found")


def test_single_keys_can_be_turned_off(browser: Browser, report: Report) -> None:
    browser.open(report(harbour()))
    browser.press("?")
    browser.photograph("help")
    browser.find("#keys-on").click()
    browser.press(Keys.ESCAPE, "a")
    assert browser.text("#progress-text") == "0 of 7 settled"
    browser.find("#help-button").click()
    browser.find("#keys-on").click()
    browser.press(Keys.ESCAPE, "a")
    assert browser.text("#progress-text") == "3 of 7 settled"


def test_what_stands_outside_the_text_has_a_card_alone(browser: Browser, report: Report) -> None:
    document = parse("The Hill stands.\n\n<!-- a note -->\n\nThe Hill fell.", "copy/a.md", "markdown")
    note = finding(document, "<!-- a note -->", "", code="SUP101", rule="unused-suppression")
    hill, over = finding(document, "The Hill", "La Colina"), finding(document, "Hill stands", "Colina está")
    browser.open(report(FileResult(document, (hill, over, note))))
    assert marks(browser) == ["The Hill", "stands"], "of two that overlap the later has what is left"
    browser.press("k", "j", "j", "j")
    assert browser.text(".card.chosen .card-title") == "<!-- a note --> → should be remove it"
    assert browser.text(".excerpt") == "Line 3: <!-- a note -->"
    browser.press("a")
    assert browser.text("#progress-text") == "1 of 3 settled"


def test_the_address_leads_to_a_finding(browser: Browser, report: Report) -> None:
    browser.open(report(harbour(), harbour("copy/second.md")))
    browser.press("j", "j")
    place = browser.driver.current_url
    assert browser.driver.title == "Harbour of Vega opens after ten years · Desk · mtqa"
    browser.run("location.hash = ''")
    browser.wait(lambda: browser.seen("#overview"), "the overview")
    assert browser.driver.title == "Desk · mtqa"
    browser.run("location.hash = arguments[0]", place.partition("#")[2])
    browser.wait(lambda: chosen(browser) == PAT, "the finding that the address names")
