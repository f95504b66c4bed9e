"""Wire stories in XML from the outside: which files are taken up, and what may be written into them."""

from __future__ import annotations

import io
import json
import os
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import find_all_of
from tests.cli.test_changed import git

Mtqa = Callable[..., Any]
STORY = "<nitf><body><body.content>\n<p>The mayor, %s, spoke.</p>\n</body.content></body></nitf>\n"
BAD, GOOD = STORY % "Ana Churches", STORY % "Ana Iglesias"
OTHER = "<?xml version='1.0'?>\n<!-- not copy -->\n<project>Ana Churches</project>\n"
BROKEN = "<nitf><body>\n<p>Ana Churches</body></nitf>\n"


def write(name: str, content: str | bytes) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def found(outcome: Any) -> list[tuple[str, str]]:
    return [(file["path"], f["text"]) for file in json.loads(outcome.out)["files"] for f in file["findings"]]


def test_in_a_folder_wire_stories_are_read_and_other_xml_is_not(mtqa: Mtqa) -> None:
    write("copy/a.xml", BAD)
    write("copy/b.XML", BAD.encode("utf-16"))
    for name, content in {"pom": OTHER, "feed": "<rss/>", "empty": "", "broken": "Ana Churches <nitf>"}.items():
        write(f"copy/{name}.xml", content)
    outcome = mtqa("lint", "copy", "--format", "json")
    assert (outcome.status, found(outcome)) == (1, [("copy/a.xml", "Ana Churches"), ("copy/b.XML", "Ana Churches")])
    os.remove("copy/a.xml")
    os.remove("copy/b.XML")
    outcome = mtqa("lint", "copy")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "copy: holds no files to check (" in outcome.err


def test_other_xml_that_is_named_is_one_line(mtqa: Mtqa) -> None:
    write("pom.xml", OTHER)
    write("a.xml", BAD)
    outcome = mtqa("lint", "pom.xml", "a.xml")
    assert outcome.status == 2
    assert "a.xml:2:15: NAM101" in outcome.out
    assert outcome.err == (
        "mtqa: pom.xml: is XML, but neither NITF nor NewsML-G2: its root element is <project>; "
        "leave it out, or export the story as one of them\n"
    )


@pytest.mark.parametrize("path", ["copy", "copy/a.xml"])
def test_a_broken_story_is_one_line_with_the_place(mtqa: Mtqa, path: str) -> None:
    write("copy/a.xml", BROKEN)
    outcome = mtqa("lint", path)
    assert outcome.status == 2
    assert outcome.err == (
        "mtqa: copy/a.xml:2:18: is no well-formed XML: mismatched tag; repair the file or leave it out\n"
    )


def test_standard_input(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert found(mtqa("lint", "-", "--stdin-filename", "desk/a.xml", "--format", "json")) == [
        ("desk/a.xml", "Ana Churches")
    ]


@pytest.mark.parametrize("option", ["--since=HEAD", "--staged"])
def test_only_what_changed(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git("init", "-q")
    write("a.txt", "It rained.\n")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    write("a.xml", BAD)
    write("pom.xml", OTHER)
    git("add", "-A")
    assert found(mtqa("lint", option, "--format", "json")) == [("a.xml", "Ana Churches")]
    if option == "--staged":  # what is staged counts, not what the file is now
        write("a.xml", OTHER)
        assert found(mtqa("lint", option, "--format", "json", ".")) == [("a.xml", "Ana Churches")]


def test_suppressions(mtqa: Mtqa) -> None:
    write("a.xml", BAD.replace("<p>", "<!-- mtqa: ignore[NAM101] her name -->\n<p>"))
    assert mtqa("lint", "a.xml").status == 0
    write("b.xml", BAD.replace("Ana Churches", "Ana Churches <em>[sic]</em>"))
    assert mtqa("lint", "b.xml").status == 0
    write("c.xml", BAD.replace(", spoke", "<![CDATA[ <!-- mtqa: ignore[NAM101] as text --> ]]>"))
    assert mtqa("lint", "c.xml").status == 1


def test_an_unused_suppression_is_taken_out(mtqa: Mtqa) -> None:
    write("a.xml", GOOD.replace("<p>", "<!-- mtqa: ignore[NAM101] her name -->\n<p>"))
    assert "SUP101" in mtqa("lint", "a.xml").out
    assert mtqa("lint", "--fix", "a.xml").status == 0
    assert Path("a.xml").read_text() == GOOD


RIGHT = {"Ana Churches": "Ana Iglesias", "Ben Castle": "Ben Muñoz & <Sons>", "Eve Oaks": "Eva Łódź"}


@pytest.fixture
def finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    find_all_of(monkeypatch, RIGHT)


def test_fixes_leave_markup(mtqa: Mtqa, finds_all: None) -> None:
    story = (
        '<!DOCTYPE nitf [<!ENTITY who "Ana Churches">]>\r\n<nitf><!-- Ana Churches --><?x Ana Churches?><head>'
        '<docdata>Ana Churches</docdata></head><body><p id="Ana Churches">Ana <em>Churches</em>, &who;, '
        "Ana&#32;Churches, %s <![CDATA[& %s]]></p></body></nitf>\r\n"
    )
    write("a.xml", story % ("Ana Churches", "Ana Churches"))
    mtqa("lint", "--fix", "a.xml")
    assert Path("a.xml").read_bytes().decode() == story % ("Ana Iglesias", "Ana Iglesias")


@pytest.mark.parametrize(
    ("declared", "encoding", "expected"),
    [
        ("iso-8859-1", "latin-1", "Señor: Ben Muñoz &amp; &lt;Sons&gt;, Eva &#321;ód&#378;"),
        ("iso-8859-1", "ascii", "Senor: Ben Mu&#241;oz &amp; &lt;Sons&gt;, Eva &#321;&#243;d&#378;"),
        ("ISO-8859-2", "iso-8859-2", "Seńor: Ben Mu&#241;oz &amp; &lt;Sons&gt;, Eva Łódź"),
        ("utf-8", "utf-8", "Señor: Ben Muñoz &amp; &lt;Sons&gt;, Eva Łódź"),
        ("utf-16", "utf-16", "Señor: Ben Muñoz &amp; &lt;Sons&gt;, Eva Łódź"),
        ("", "utf-8", "Señor: Ben Muñoz &amp; &lt;Sons&gt;, Eva Łódź"),
    ],
)
def test_fixes_keep_the_encoding(mtqa: Mtqa, finds_all: None, declared: str, encoding: str, expected: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    opened = expected.partition(":")[0]
    write("a.xml", (head + STORY % f"{opened}: Ben Castle, Eve Oaks").encode(encoding))
    assert mtqa("lint", "--fix", "a.xml").status == 0
    data = Path("a.xml").read_bytes()
    assert data.decode(encoding) == head + STORY % expected
    (paragraph,) = ET.fromstring(data).iter("p")
    assert paragraph.text == f"The mayor, {opened}: Ben Muñoz & <Sons>, Eva Łódź, spoke."


def test_in_a_cdata_section_nothing_can_be_escaped(mtqa: Mtqa, finds_all: None) -> None:
    story = '<?xml version="1.0" encoding="iso-8859-1"?>' + STORY % "<![CDATA[%s, Ben Castle, Eve Oaks]]>"
    write("a.xml", story % "Ana Churches")
    assert mtqa("lint", "--fix", "a.xml").status == 1
    assert Path("a.xml").read_text() == story % "Ana Iglesias"
