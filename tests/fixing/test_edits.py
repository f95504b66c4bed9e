"""Which suggestions are put into a text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.readers import parse
from mtqa.findings import Evidence, Finding
from mtqa.fixing.edits import Edit, Policy, applied, as_written, edits


def found(text: str, words: str, suggestion: str, safety: str = "safe", nth: int = 0, **changes: Any) -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    values = {"code": "NAM101", "severity": "error", "confidence": 0.95, **changes}
    return Finding(
        rule="literal-name", message="wrong", start=start, end=start + len(words), line=1, column=1, text=words,
        suggestions=(suggestion, "another"), fix_safety=safety, **values,
    )  # fmt: skip


def fixed(text: str, findings: list[Finding], policy: Policy | None = None, path: str = "a.txt") -> str:
    return applied(text, edits(parse(text, path, "text"), findings, policy or Policy()))


TEXT = "Ana Churches met Ben Castle."
UNSAFE = Policy(unsafe=True, confidence=0.9)


@pytest.mark.parametrize(
    ("changes", "policy", "corrected"),
    [
        ({}, Policy(), True),
        ({"safety": "unsafe"}, Policy(), False),
        ({"safety": "unsafe"}, UNSAFE, True),
        ({"safety": "unsafe", "confidence": 0.89}, UNSAFE, False),
        ({"safety": "none"}, UNSAFE, False),
        ({"severity": "info"}, UNSAFE, False),
    ],
)
def test_what_is_wanted(changes: dict[str, Any], policy: Policy, corrected: bool) -> None:
    finding = found(TEXT, "Ana Churches", "Ana Iglesias", **changes)
    assert fixed(TEXT, [finding], policy) == ("Ana Iglesias met Ben Castle." if corrected else TEXT)


def test_of_two_that_overlap_the_surer_is_corrected_whatever_their_order() -> None:
    sure = found(TEXT, "Churches", "Iglesias", confidence=0.99)
    wide = found(TEXT, "Ana Churches met", "Ana Iglesia met")
    apart = found(TEXT, "Ben Castle", "Ben Castillo")
    for findings in ([sure, wide, apart], [apart, wide, sure]):
        assert fixed(TEXT, findings) == "Ana Iglesias met Ben Castillo."
    assert fixed(TEXT, [replace(sure, confidence=0.95), wide]) == "Ana Iglesia met Ben Castle."


STORY = "Ben Castle came. Castle spoke. The Castle fell."


def echo(nth: int = 1, **changes: Any) -> Finding:
    values = {"severity": "warning", "confidence": 0.6, "safety": "unsafe", **changes}
    evidence = (Evidence("document", "the story has “Ben Castle” for Ben Castillo"),)
    return found(STORY, "Castle", "Castillo", nth=nth, evidence=evidence, **values)


def test_a_name_is_corrected_throughout_or_not_at_all() -> None:
    full = found(STORY, "Ben Castle", "Ben Castillo")
    assert fixed(STORY, [full, echo()]) == "Ben Castillo came. Castillo spoke. The Castle fell."
    assert fixed(STORY, [full, echo(safety="none")]) == STORY
    assert fixed(STORY, [full, echo(severity="info")]) == "Ben Castillo came. Castle spoke. The Castle fell."
    assert fixed(STORY, [replace(full, fix_safety="unsafe"), echo()]) == STORY
    assert fixed(STORY, [full, echo(code="NAM102")]) == "Ben Castillo came. Castle spoke. The Castle fell."


@pytest.mark.parametrize(
    ("path", "suggestion", "written"),
    [
        ("a.html", "A & B <C>", "A &amp; B &lt;C&gt;"),
        ("a.md", "A*B", None),
        ("a.md", "A & B", None),
        ("a.md", "Núñez", "Núñez"),
        ("a.txt", "A & B*", "A & B*"),
        ("a.xml", "A & B <C>", "A &amp; B &lt;C&gt;"),
        ("a.xml", "Núñez", "Núñez"),
        ("a.xml", "A\x0bB", None),
        ("a.html", "A\ud800B", None),
    ],
)
def test_what_is_markup_in_a_format_is_escaped_or_left(path: str, suggestion: str, written: str | None) -> None:
    document = Document(path, TEXT, ())
    chosen = edits(document, [found(TEXT, "Ben Castle", suggestion)], Policy())
    assert [edit.text for edit in chosen] == ([] if written is None else [written])


def test_what_the_encoding_lacks_is_left() -> None:
    document = Document("a.txt", TEXT, (), metadata={"encoding": "cp1252"})
    assert edits(document, [found(TEXT, "Ben Castle", "Ben Łódź")], Policy()) == []
    assert len(edits(document, [found(TEXT, "Ben Castle", "Ben Núñez")], Policy())) == 1


@pytest.mark.parametrize(
    ("declared", "encoding", "written"),
    [
        ("iso-8859-1", "cp1252", "Nú&#324;ez &#8220;A&#8221;"),
        ("iso-8859-1", "utf-8", "N&#250;&#324;ez &#8220;A&#8221;"),
        ("windows-1252", "cp1252", "Nú&#324;ez “A”"),
        ("no-such", "cp1252", "N&#250;&#324;ez &#8220;A&#8221;"),
        ("utf-16", "utf-16-le", "Núńez “A”"),
        ("utf-16", "utf-8", "N&#250;&#324;ez &#8220;A&#8221;"),
        ("utf-8", "utf-8", "Núńez “A”"),
        (None, "cp1252", "Nú&#324;ez “A”"),
    ],
)
def test_xml_has_references_for_what_its_encoding_lacks(declared: str | None, encoding: str, written: str) -> None:
    head = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    document = Document("a.xml", f"{head}<p>{TEXT}</p>", (), metadata={"encoding": encoding})
    assert as_written(document, "Núńez “A”") == written


@pytest.mark.parametrize(
    ("head", "encoding", "written"),
    [
        ("<meta charset=iso-8859-1>", "utf-8", "N&#250;&#324;ez"),
        ("<meta http-equiv=Content-Type content='text/html; charset=Windows-1252'>", "cp1252", "Nú&#324;ez"),
        ("<meta charset='utf-8'>", "utf-8", "Núńez"),
        ("", "cp1252", "Nú&#324;ez"),
        ("", "utf-8", "Núńez"),
    ],
)
def test_html_has_references_for_what_its_encoding_lacks(head: str, encoding: str, written: str) -> None:
    document = Document("a.html", f"{head}<p>{TEXT}</p>", (), metadata={"encoding": encoding})
    assert as_written(document, "Núńez") == written


def test_xml_has_no_references_in_cdata_sections() -> None:
    document = Document("a.xml", f"<p>{TEXT}<![CDATA[{TEXT}]]>{TEXT}</p>", ())
    places = [match.start() for match in re.finditer("Ben", document.text)]
    assert [as_written(document, "A & B", place) for place in places] == ["A &amp; B", None, "A &amp; B"]
    assert [as_written(document, "Núñez", place) for place in places] == ["Núñez"] * 3


def test_a_comment_of_ours_is_removed() -> None:
    text = "It rained. <!-- mtqa: ignore -->\n"
    finding = found(text, " <!-- mtqa: ignore -->", "")
    assert fixed(text, [finding], path="a.md") == "It rained.\n"


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6), st.floats(0, 1)), max_size=8), st.randoms())
def test_edits_never_overlap_and_do_not_depend_on_the_order(places: list[tuple[int, int, float]], chance: Any) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    findings = [
        replace(found(text, text[start : start + length], "X"), confidence=confidence)
        for start, length, confidence in places
    ]
    document = parse(text, "a.txt", "text")
    chosen = edits(document, findings, Policy())
    assert all(one.end <= other.start for one, other in pairwise(chosen))
    chance.shuffle(findings)
    assert [(e.start, e.end) for e in edits(document, findings, Policy())] == [(e.start, e.end) for e in chosen]


def test_applied() -> None:
    assert applied("abcdef", [Edit(1, 2, "XX"), Edit(2, 4, ""), Edit(6, 6, "!")]) == "aXXef!"
