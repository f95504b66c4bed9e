"""The page is one file that runs its own script and nothing else, whatever the copy holds."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtqa.review.page.render as render
from mtqa.document.readers import parse
from mtqa.output import FileResult
from mtqa.review.page import page_data, render_page
from mtqa.review.page.joining import joined_modules
from mtqa.review.page.model import PageData

ASSETS = Path(render.__file__).parent / "assets"


def page_of(text: str, **options: str) -> tuple[PageData, str]:
    data = page_data([FileResult(parse(text, "a.txt", "text"), ())], signature="s", **options)  # type: ignore[arg-type]
    return data, render_page(data)


class Page(HTMLParser):
    """The elements of a page: their attributes and, for the last, their text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[int, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        self.texts[len(self.elements) - 1] = self.texts.get(len(self.elements) - 1, "") + data

    def inside(self, tag: str) -> list[str]:
        return [self.texts.get(index, "") for index, element in enumerate(self.elements) if element[0] == tag]


def test_nothing_comes_from_elsewhere_and_nothing_runs_but_by_hash() -> None:
    _, text = page_of("One story.")
    page = Page(text)
    assert not [attrs for _, attrs in page.elements if "src" in attrs]
    assert {(attrs.get("href") or "#")[:1] for _, attrs in page.elements if attrs.get("href") != "data:,"} == {"#"}
    assert not [name for _, attrs in page.elements for name in attrs if name == "style" or name.startswith("on")]
    policies = [attrs["content"] for _, attrs in page.elements if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1 and policies[0]
    policy = dict(part.split(" ", 1) for part in policies[0].split("; "))
    _, script = page.inside("script")
    for directive, content in (("script-src", script), ("style-src", page.inside("style")[0])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert policy[directive] == f"'sha256-{digest}'"
    assert (policy["default-src"], policy["connect-src"]) == ("'none'", "'none'")
    assert policy["require-trusted-types-for"] == "'script'"


def test_only_a_review_may_talk_to_its_server() -> None:
    _, text = page_of("One story.", kind="review")
    assert "connect-src &#39;self&#39;" in text


@given(st.text(max_size=40) | st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>", "\u2028&lt;"]))
def test_the_data_come_through_whole(text: str) -> None:
    data, page = page_of(f"Copy {text} copy", project=text)
    embedded, script = Page(page).inside("script")
    assert "<" not in embedded
    assert json.loads(embedded) == data
    assert script == render.assets()[0]


def test_the_title_is_text() -> None:
    _, page = page_of("One story.", project="</title><img src=x onerror=alert(1)>")
    assert Page(page).inside("title") == ["</title><img src=x onerror=alert(1)> · mtqa"]


def test_the_same_data_make_the_same_page() -> None:
    assert page_of("One story.")[1] == page_of("One story.")[1]


def test_assets_use_no_string_as_code_or_markup() -> None:
    script, style = render.assets()
    assert "</script" not in script.lower() and "</style" not in style.lower()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)
    assert not re.search(r"https?://(?!www\.w3\.org/)|@import|url\(", script + style)


def test_all_assets_are_used_once_and_no_two_modules_name_alike() -> None:
    script = render.assets()[0]
    for path in ASSETS.glob("js/*.js"):
        assert script.count(f"// {path.name}\n") == 1, path.name
    assert sorted(path.stem for path in ASSETS.glob("css/*.css")) == sorted(render.STYLES)
    names = re.findall(r"^(?:const|let|function|async function|class) (\w+)", script, re.M)
    assert len(names) == len(set(names))
    assert not re.search(r"^(?:import|export)\b", script, re.M)


def test_modules_stand_after_what_they_import(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import { b } from "./b.js";\nimport { a } from "./a.js";\nb(a);\n')
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport function b() {}\n')
    (tmp_path / "a.js").write_text("export const a = 1;\n")
    script = joined_modules(tmp_path, "main.js")
    assert re.findall(r"^// (.+)$", script, re.M) == ["a.js", "b.js", "main.js"]
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n')
    with pytest.raises(ValueError, match=r"main\.js → b\.js → a\.js → b\.js"):
        joined_modules(tmp_path, "main.js")
