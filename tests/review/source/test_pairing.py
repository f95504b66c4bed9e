"""A story and its Spanish: which file, which sentence, which words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtqa.document.readers import parse, read_file
from mtqa.errors import MtqaError
from mtqa.review.page.data import findings_data
from mtqa.review.page.model import FindingData
from mtqa.review.source.discovery import Sources
from mtqa.review.source.marking import mark_of
from mtqa.review.source.pairing import source_data, source_of
from tests.support.stories import finding

ENGLISH = """\
# The harbour of Vega opens

The mayor, Ana Churches, opened the harbour on Monday. It cost 1,250 million. The minister, Leo Stones, was absent.

According to The Hill, he was in Lisbon on the 12th.
"""
SPANISH = """\
# Se abre el puerto de Vega

La alcaldesa, Ana Iglesias, inauguró el lunes el puerto. Costó 1.250 millones, y el ministro, Leo Piedras, no estaba.

Según La Colina, estaba en Lisboa el día 12.
"""


def data(english: str = ENGLISH, spanish: str = SPANISH) -> Any:
    document = parse(english, "a.md", "markdown")
    found = [
        finding(document, "Ana Churches", "Ana Iglesias", spanish="Ana Iglesias"),
        finding(document, "Leo Stones", "Leo Piedras"),
        finding(document, "The Hill", "La Colina"),
    ]
    shown = findings_data(document, "a1", found)
    other = parse(spanish, "a.es.md", "markdown")
    return document, shown, source_data(document, other, shown, path="a.es.md")


def test_each_sentence_has_its_spanish_and_each_finding_its_original() -> None:
    document, shown, source = data()
    assert source["path"] == "a.es.md"
    pairs = [
        (document.blocks[pair["block"]].text[pair["start"] : pair["end"]], pair["text"]) for pair in source["pairs"]
    ]
    assert pairs == [
        ("The harbour of Vega opens", "Se abre el puerto de Vega"),
        (
            "The mayor, Ana Churches, opened the harbour on Monday.",
            "La alcaldesa, Ana Iglesias, inauguró el lunes el puerto.",
        ),
        (
            "It cost 1,250 million. The minister, Leo Stones, was absent.",
            "Costó 1.250 millones, y el ministro, Leo Piedras, no estaba.",
        ),
        ("According to The Hill, he was in Lisbon on the 12th.", "Según La Colina, estaba en Lisboa el día 12."),
    ]
    names = {each["id"]: each["text"] for each in shown}
    marks = {
        names[mark["finding"]]: pair["text"][mark["start"] : mark["end"]]
        for pair in source["pairs"]
        for mark in pair["marks"]
    }
    assert marks == {"Ana Churches": "Ana Iglesias", "Leo Stones": "Leo Piedras", "The Hill": "La Colina"}


def test_another_story_is_not_shown() -> None:
    other = "Los precios del trigo bajaron otra vez.\n\nNo se espera que suban pronto.\n\nLos agricultores protestan.\n"
    assert data(spanish=other)[2] is None
    assert data(spanish="")[2] is None


@pytest.mark.parametrize(
    ("spanish", "suggestions", "text", "sentence", "marked"),
    [
        (None, ["Gitana Ruiz"], "Gypsy Ruiz", "Dijo Gitana Ruiz ayer", "Gitana Ruiz"),
        ("Oleksi Jmara", ["Oleksiy Khmara"], "Alexei Khmara", "según Oleksí Jmara, dijo", "Oleksí Jmara"),
        (None, ["Pedro Robles"], "Pedro Oaks", "El ministro Robles habló", "Robles"),
        (None, [], "Marta Oaks", "La ministra, Marta de Robles, habló", "Marta"),
        (None, ["NATO"], "OTAN", "La OTAN habló", "OTAN"),
        ("Iglesias", ["Iglesias"], "Churches", "Nadie habló", None),
        (None, ["Ana"], "Ann", "", None),
        (None, ["名前"], "…", "名前 y nada", "名前"),
    ],
)  # fmt: skip
def test_what_is_marked(
    spanish: str | None, suggestions: list[str], text: str, sentence: str, marked: str | None
) -> None:
    made: FindingData = {"spanish": spanish, "suggestions": suggestions, "text": text}  # type: ignore[typeddict-item]
    mark = mark_of(made, sentence)
    assert (sentence[mark.start : mark.end] if mark else None) == marked


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("copy/a.md", "copy/b.en.txt", "copy/c.md", "es/sub/c.md", "es/a.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x\n")
    return tmp_path


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("a.md", "a.es.md"),
        ("a.md", "a.es.txt"),
        ("a.md", "a.es"),
        ("a.md", "a_es.md"),
        ("b.en.txt", "b.es.txt"),
        ("b.en.txt", "b-es.txt"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_file_beside(story: str, source: str) -> None:
    stories = ["copy/a.md", "copy/b.en.txt", "copy/c.md"]
    sources = Sources(None, ["copy"], stories)
    assert sources.of(f"copy/{story}") is None
    Path("copy", source).write_text("x\n")
    assert sources.of(f"copy/{story}") == f"copy/{source}"
    assert sources.is_source(f"copy/{source}", stories)
    assert not sources.is_source("copy/c.md", stories)


@pytest.mark.usefixtures("desk")
def test_a_folder_of_sources() -> None:
    Path("copy/sub").mkdir()
    Path("copy/sub/c.md").write_text("x\n")
    sources = Sources("es", ["copy"], ["copy/a.md", "copy/sub/c.md", "copy/c.md"])
    assert sources.of("copy/sub/c.md") == "es/sub/c.md"
    assert sources.of("copy/a.md") == "es/a.txt"
    assert sources.of("copy/c.md") is None
    assert Sources("es/a.txt", ["copy/c.md"], ["copy/c.md"]).of("copy/c.md") == "es/a.txt"


@pytest.mark.usefixtures("desk")
def test_sources_that_cannot_be() -> None:
    with pytest.raises(MtqaError, match=r"none: cannot be read: there is no such file or folder"):
        Sources("none", ["copy"], ["copy/a.md"])
    with pytest.raises(MtqaError, match=r"es/a\.txt: is one file, but there are 2 stories; name a folder"):
        Sources("es/a.txt", ["copy"], ["copy/a.md", "copy/c.md"])


@pytest.mark.usefixtures("desk")
def test_a_source_that_is_another_story() -> None:
    Path("copy/a.md").write_text(ENGLISH)
    Path("copy/a.es.md").write_text("El trigo bajó otra vez.\n\nNo se espera que suba.\n\nSiguen las protestas.\n")
    document = read_file("copy/a.md")
    sources = Sources(None, ["copy"], ["copy/a.md"])
    with pytest.raises(MtqaError, match=r"copy/a\.es\.md: does not look like the Spanish of copy/a\.md; not shown"):
        source_of(document, [], sources, read_file)
    Path("copy/a.es.md").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(MtqaError, match="is a PNG image"):
        source_of(document, [], sources, read_file)
