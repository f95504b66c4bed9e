"""Counting findings against gold: by hand, and against a plain computation of the same numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.bench.counting import Counted, count, rank_in
from mtqa.bench.folder import BenchDoc
from mtqa.bench.gold import GoldSpan
from mtqa.document.readers.text import read_text
from mtqa.findings import Finding

TEXT = "Rosalía Bells met Jaime Cold and Gordon Brown in Tip of the East on Monday."


def gold(span: str, correct: str, kind: str = "person_literal", status: str = "definite") -> GoldSpan:
    start = TEXT.index(span)
    return GoldSpan("story", start, start + len(span), span, correct, correct, kind, status)


def finding(span: str, *suggestions: str, confidence: float = 0.9, code: str = "NAM101") -> Finding:
    start = TEXT.index(span)
    severity = "error" if confidence >= 0.85 else "warning" if confidence >= 0.5 else "info"
    return Finding(
        code, "literal-name", severity, confidence, "…", start, start + len(span), 1, 1, span, suggestions
    )  # fmt: skip


GOLD = (
    gold("Rosalía Bells", "Rosalía Campanas"), gold("Jaime Cold", "Jaime Frío"),
    gold("Gordon Brown", "Gordon Brown", "none", "correct"), gold("Tip of the East", "Punta del Este", "place_literal"),
    gold("Monday", "this Monday", "other", "arguable"),
)  # fmt: skip


def counted(*findings: Finding, spans: tuple[GoldSpan, ...] = GOLD) -> Counted:
    return count(BenchDoc("story", read_text(TEXT, "story.txt"), None, spans), findings)


def test_a_story() -> None:
    found = counted(
        finding("Bells", "Campanas"),
        finding("Jaime Cold", "Jaime Helado", "Jaime Frio"),
        finding("Gordon Brown", "Gordon Moreno"),
        finding("Monday", "Lunes", code="SPA101"),
        finding("met", "encontró"),
        finding("Tip of the East", "Punta del Este", confidence=0.4),
    )
    n = found.counts
    assert (n["definite"], n["definite flagged"], n["definite first"], n["definite any"]) == (3, 2, 1, 2)
    assert (n["correct flagged"], n["arguable flagged"], n["findings"], n["words"]) == (1, 1, 5, 15)
    assert (n["found definite"], n["found arguable"], n["found correct"], n["found outside"]) == (2, 1, 1, 1)
    assert (n["rule NAM101 definite"], n["rule SPA101 arguable"]) == (2, 1)
    assert n["definite/place_literal"] == 1 and n["definite/place_literal flagged"] == 0
    assert [span.text for span in found.missed] == ["Tip of the East"]
    assert [f.text for f in found.outside] == ["met"]
    assert [where for _, where in found.judged] == [
        "definite", "definite", "correct", "arguable", "outside", "definite"
    ]  # fmt: skip
    # One exact pair, one partial; the arguable one is left out of the four that count.
    assert (n["exactly"], n["partly"], n["possible"], n["actual"]) == (1, 1, 3, 4)
    assert n["characters right"] == len("Bells") + len("Jaime Cold")
    assert n["characters possible"] == len("Rosalía Bells") + len("Jaime Cold") + len("Tip of the East")
    assert n["characters actual"] == n["characters right"] + len("Gordon Brown") + len("met")


def test_one_finding_over_two_spans_pairs_once() -> None:
    n = counted(finding("Rosalía Bells met Jaime Cold", "x")).counts
    assert (n["definite flagged"], n["found definite"], n["partly"], n["exactly"]) == (2, 1, 1, 0)


def test_a_suggestion_is_judged_in_place() -> None:
    text = "She told The Hill so."
    assert rank_in(text, 13, 17, ("Colina",), "La Colina") is None  # "The Colina"
    assert rank_in(text, 9, 17, ("Monte", "la colina"), "La Colina") == 1
    assert rank_in(text, 9, 17, ("La Colina",), "La Colina (newspaper)") == 0
    assert rank_in(text, 9, 17, tuple("abcdefghi") + ("La Colina",), "La Colina") is None  # the tenth


spans = st.tuples(st.integers(0, 70), st.integers(1, 12), st.sampled_from(("definite", "arguable", "correct")))
flags = st.tuples(st.integers(0, 70), st.integers(1, 12), st.sampled_from((0.3, 0.6, 0.9)))


@given(st.lists(spans, max_size=6), st.lists(flags, max_size=6))
def test_agrees_with_a_plain_computation(
    marked: list[tuple[int, int, str]], found: list[tuple[int, int, float]]
) -> None:
    gold_spans = tuple(
        GoldSpan("story", a, a + n, TEXT[a : a + n], "", "right", f"kind {s[0]}", s) for a, n, s in marked
    )
    findings = [
        Finding("NAM101", "r", "info" if c < 0.5 else "error", c, "", a, a + n, 1, 1, TEXT[a : a + n], ("right",))
        for a, n, c in found
    ]
    n = counted(*findings, spans=gold_spans).counts
    places = [set(range(a, a + size)) for a, size, c in found if c >= 0.5]
    for status in ("definite", "arguable", "correct"):
        of_status = [set(range(a, a + size)) for a, size, s in marked if s == status]
        assert n[f"{status} flagged"] == sum(any(span & place for place in places) for span in of_status)
        assert n[status] == len(of_status)
    everywhere = set().union(*(range(a, a + size) for a, size, _ in marked))
    assert n["found outside"] == sum(not (place & everywhere) for place in places)
    assert n["findings"] == len(places) == sum(n[f"found {s}"] for s in ("definite", "arguable", "correct", "outside"))
    assert n["exactly"] + n["partly"] <= min(n["possible"], n["actual"])
    assert n["characters right"] <= min(n["characters possible"], n["characters actual"])
