"""Whatever copy and findings hold, the page shows it as text, runs nothing of it, and loads nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtqa.document.readers import parse
from mtqa.findings import Evidence
from mtqa.output import FileResult
from mtqa.review.page import page_data, render_page
from tests.support.browser import Browser
from tests.support.stories import finding, plain

from .conftest import Report

NASTY = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<!--<script>",
    "]]><svg onload=window.ran=1>",
    "<img src=x onerror=window.ran=1>",
    "\" onfocus=window.ran=1 autofocus x=\"",
    "javascript:window.ran=1",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&#x27;",
    "\u2028\u2029\u202e\u200f\u0301",
    "\\u003cscript\\u003e",
    "</title></style><style>*{display:none}</style>",
    "__proto__",
    "constructor",
)


def test_a_script_in_a_story_is_a_text(browser: Browser, report: Report) -> None:
    story = "The mayor wrote <script>alert(1)</script> and left, said Ana Churches."
    wrong = ("<script>alert(1)</script>", "a <b>script</b>"), ("Ana Churches", "Ana Iglesias")
    browser.open(report(plain(story, *wrong)))
    assert browser.text("#article p") == story
    assert browser.texts(".mark") == ["<script>alert(1)</script>", "Ana Churches"]
    browser.press("a")
    assert browser.text("#article p").startswith("The mayor wrote a <b>script</b> and left")
    assert len(browser.driver.find_elements("css selector", "script")) == 2


texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=texts, wrong=texts, right=texts, said=texts, path=texts)
def test_nothing_of_it_runs(
    browser: Browser, tmp_path: Path, before: str, wrong: str, right: str, said: str, path: str
) -> None:
    wrong = wrong.strip() or "Churches"
    document = parse(f"{before} «{wrong}» {before}\n\n{said}", f"copy/{path}.txt", "text")
    found = finding(
        document, wrong, suggestions=(right, said), message=said, evidence=(Evidence(said, right),), spanish=said,
        entity=path,
    )  # fmt: skip
    results = [FileResult(document, (found,)), plain("Quiet.", path=f"{path}/{said}.txt")]
    data = page_data(results, signature=said, project=before, problems=[said], generated=path)
    page = tmp_path / "page.html"
    page.write_bytes(render_page(data).encode("utf-8"))
    browser.open(page.as_uri())
    browser.run("window.probe = 1")
    assert browser.texts(".problems li") == [browser.run("return arguments[0].replace(/\\s+/g, ' ').trim()", said)]
    browser.press("j", "a", "u", "x", "f")
    browser.run("document.querySelector('#filters').hidden = true; document.activeElement.blur()")
    browser.press("e")
    assert browser.run("return [window.probe, window.ran ?? null]") == [1, None]
    assert len(browser.driver.find_elements("css selector", "script, style")) == 3
    place = data["findings"][0]["place"]
    if place is not None:
        assert browser.run("return document.querySelector('.mark').dataset.text") == wrong_as_read(data)


def wrong_as_read(data: object) -> str:
    """The text of the finding in its block, cut by code points."""
    finding_, article = data["findings"][0], data["articles"][0]  # type: ignore[index]
    place = finding_["place"]
    text: str = article["blocks"][place["block"]]["text"][place["start"] : place["end"]]
    return text


def test_the_policy_holds(browser: Browser, report: Report) -> None:
    browser.open(report(plain("Quiet.")))
    outcome = browser.driver.execute_async_script(
        """
        const done = arguments[0], seen = [];
        addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        const tried = (what) => { try { what(); } catch (error) { seen.push(error.name); } };
        const add = (tag, name, value) => {
          const element = document.createElement(tag);
          element[name] = value;
          document.body.append(element);
        };
        tried(() => { document.body.innerHTML = "<img src=x>"; });
        tried(() => add("script", "textContent", "window.ran = 1"));
        tried(() => document.body.setAttribute("style", "display: none"));
        tried(() => add("iframe", "src", "data:text/html,hello"));
        fetch("https://example.invalid/").catch(() => seen.push("no fetch"));
        setTimeout(() => done([seen, window.ran ?? null, getComputedStyle(document.body).display]), 150);
        """
    )
    seen, ran, display = outcome
    assert (ran, display) == (None, "block")
    assert {"TypeError", "no fetch", "style-src-attr", "connect-src", "frame-src"} <= set(seen), seen
    browser.errors()


def test_texts_of_either_direction_and_of_many_code_units(browser: Browser, report: Report) -> None:
    arabic, spelt = "محمد الكنيسة", "Jose\u0301 Churches"
    document = parse(f"😀😀 {spelt} met {arabic} 👩‍👩‍👧 and Ana Churches.", "copy/names.txt", "text")
    ana = finding(document, "Ana Churches", "Ana Iglesias")
    jose, muhammad = finding(document, spelt, "José Iglesias"), finding(document, arabic, "محمد إغليسياس")
    browser.open(report(FileResult(document, (jose, muhammad, ana))))
    assert browser.texts(".mark") == [spelt, arabic, "Ana Churches"]
    browser.press("a", "a", "a")
    assert browser.text("#article p") == "😀😀 José Iglesias met محمد إغليسياس 👩‍👩‍👧 and Ana Iglesias."
    assert browser.find("#article p").get_attribute("dir") == "auto"
    isolates = "return [...document.querySelectorAll('.card bdi')].map(e => getComputedStyle(e).unicodeBidi)"
    assert set(browser.run(isolates)) == {"isolate"}
    browser.photograph("two-directions")
