"""``mtqa report --source``: the Spanish beside the stories."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Mtqa = Callable[..., Any]
STORY = "The mayor, Ana Churches, opened the harbour on Monday.\n\nIt cost 1,250 million, he said in Lisbon.\n"
SPANISH = "La alcaldesa, Ana Iglesias, abrió el lunes el puerto.\n\nCostó 1.250 millones, dijo el ministro en Lisboa.\n"


def articles() -> Any:
    page = Path("report.html").read_text(encoding="utf-8")
    match = re.search(r'<script type="application/json" id="mtqa-data">(.*?)</script>', page, re.S)
    assert match
    return json.loads(match[1])["articles"]


@pytest.fixture(autouse=True)
def story(mtqa: Mtqa) -> None:
    Path("copy").mkdir()
    Path("copy/a.md").write_text(STORY)


def test_a_file_beside_the_story(mtqa: Mtqa) -> None:
    Path("copy/a.es.md").write_text(SPANISH)
    assert mtqa("report", "copy", "-q").status == 0
    (article,) = articles()  # the Spanish is no story
    assert article["source"]["path"] == "copy/a.es.md"
    first = article["source"]["pairs"][0]
    (mark,) = first["marks"]
    assert first["text"][mark["start"] : mark["end"]] == "Ana Iglesias"


def test_a_folder_with_the_same_names(mtqa: Mtqa) -> None:
    Path("es").mkdir()
    Path("es/a.md").write_text(SPANISH)
    assert mtqa("report", "copy", "-q", "--source", "es").status == 0
    assert [article["source"]["path"] for article in articles()] == ["es/a.md"]
    assert mtqa("report", "copy", "-q").status == 0
    assert [article["source"] for article in articles()] == [None]


def test_a_source_that_cannot_be_shown_is_told_and_the_page_written(mtqa: Mtqa) -> None:
    Path("x.md").write_text("El trigo bajó.\n\nNo se espera que suba pronto, según los agricultores.\n")
    outcome = mtqa("report", "copy/a.md", "-q", "--source", "x.md")
    assert outcome.status == 2
    assert outcome.err == "mtqa: x.md: does not look like the Spanish of copy/a.md; not shown beside it\n"
    assert [article["source"] for article in articles()] == [None]
