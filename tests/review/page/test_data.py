"""The page's data: every finding where a reader sees it, mentions of one entity together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.readers import parse
from mtqa.output import FileResult, Hidden
from mtqa.review.page import page_data
from mtqa.review.page.data import finding_key
from tests.support.stories import finding as found

STORY = """\
# Harbour *opens* &amp; closes

The [mayor](x.md), **Ana
Churches**, opened it with 😀 Josée\u0301 Churches.

> Churches was late.

* One item
<!-- a note -->
"""


def test_a_finding_is_placed_in_the_text_that_a_reader_sees() -> None:
    document = parse(STORY, "./copy/a.md", "markdown")
    wrapped = found(document, "Ana\nChurches")
    josee = found(document, "Josée\u0301 Churches")
    note = found(document, "<!-- a note -->")
    data = page_data([FileResult(document, (wrapped, josee, note))], signature="s")
    blocks = data["articles"][0]["blocks"]
    assert [(block["kind"], block["level"], block["text"]) for block in blocks] == [
        ("heading", 1, "Harbour opens & closes"),
        ("paragraph", 0, "The mayor, Ana Churches, opened it with 😀 Josée\u0301 Churches."),
        ("quote", 0, "Churches was late."),
        ("list", 0, "One item"),
    ]
    places = [finding["place"] for finding in data["findings"]]
    shown = [blocks[at["block"]]["text"][at["start"] : at["end"]] if at else None for at in places]
    assert shown == ["Ana Churches", "Josée\u0301 Churches", None]
    assert [finding["excerpt"] for finding in data["findings"]] == ["", "", "<!-- a note -->"]
    assert data["articles"][0]["title"] == "Harbour opens & closes"
    assert data["articles"][0]["words"] == 17
    assert data["articles"][0]["path"] == "copy/a.md"


@given(st.lists(st.text("ab éÀ😀\u0301\u200f\u00ad&;*\n", max_size=12), min_size=1, max_size=8))
def test_places_read_as_the_finding_does(parts: list[str]) -> None:
    """Whatever stands around it: the name is read where the page says it is."""
    document = parse("Zoë Churches ".join(parts) + "\n\nZoë Churches", "a.txt", "text")
    findings = [found(document, "Zoë Churches", nth=nth) for nth in range(document.text.count("Zoë Churches"))]
    data = page_data([FileResult(document, tuple(findings))], signature="s")
    blocks = data["articles"][0]["blocks"]
    for finding in data["findings"]:
        place = finding["place"]
        assert place is not None
        assert blocks[place["block"]]["text"][place["start"] : place["end"]] == "Zoë Churches"
        assert document.text[finding["start"] : finding["end"]] == "Zoë Churches"


def test_repeats_of_a_fingerprint_have_ids_of_their_own_in_each_article() -> None:
    documents = [parse("Churches.\n\nChurches.", name, "text") for name in ("a.txt", "b.txt")]
    results = [FileResult(each, (found(each, "Churches"), found(each, "Churches", nth=1))) for each in documents]
    findings = page_data(results, signature="s")["findings"]
    print_ = findings[0]["fingerprint"]
    assert [(each["article"], each["id"]) for each in findings] == [
        ("a1", print_), ("a1", f"{print_}-2"), ("a2", print_), ("a2", f"{print_}-2"),
    ]  # fmt: skip
    assert finding_key("a.txt", f"{print_}-2") == f"a.txt#{print_}-2"


def test_mentions_of_one_entity_have_one_key() -> None:
    document = parse("Ana Churches and Pat Chime spoke. Churches left; Chime stayed. Chimes remain.", "a.txt", "text")
    findings = (
        found(document, "Ana Churches", entity="Q1", suggestions=("Ana Iglesias",)),
        found(document, "Pat Chime", suggestions=("Pat Repique",)),
        found(document, "Churches", nth=1, entity="Q1", suggestions=("Iglesias",)),
        found(document, "Chime", nth=1, suggestions=("Repique",)),
        found(document, "Chimes", suggestions=("Repiques",)),
        found(document, "Chime", nth=2, code="SPA101", suggestions=("Repique",)),
    )
    keys = [each["entity"] for each in page_data([FileResult(document, findings)], signature="s")["findings"]]
    people = ["NAM101:Q1", "NAM101:pat repique", "NAM101:Q1", "NAM101:pat repique"]
    assert keys == [*people, "NAM101:repiques", "SPA101:repique"]


def test_what_is_milder_or_put_aside_is_left_out_and_counted() -> None:
    document = parse("Churches and Chime.", "a.txt", "text")
    mild, aside = found(document, "Churches", severity="info"), found(document, "Chime")
    result = FileResult(document, (mild,), (Hidden(aside, "comment", "her name"),))
    data = page_data([result], signature="s")
    assert (data["findings"], data["rules"], data["articles"][0]["hidden"]) == ([], {}, 1)
    assert len(page_data([result], signature="s", min_severity="info")["findings"]) == 1


def test_a_spelling_supposes_no_spanish() -> None:
    document = parse("Churches and macron.", "a.txt", "text")
    findings = (
        found(document, "Churches", spanish="Iglesias"),
        found(document, "macron", code="NAM103", rule="name-case", spanish="Macron"),
    )
    data = page_data([FileResult(document, findings)], signature="s")
    assert [each["spanish"] for each in data["findings"]] == ["Iglesias", None]
    assert data["rules"]["NAM101"]["name"] == "literal-name"
    assert "## What it does" in data["rules"]["NAM101"]["documentation"]
