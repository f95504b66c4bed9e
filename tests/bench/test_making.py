"""A generated bench: where a name stands in the English, and what it became."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from mtqa.bench.folder import read_bench
from mtqa.bench.making.folder import make_bench
from mtqa.bench.making.prose import prose
from mtqa.bench.making.spans import left_country, outcome
from mtqa.bench.making.stories import FIRST, LAST, Stock
from mtqa.errors import MtqaError
from mtqa.gazetteer import Entity, Gazetteer, Name
from tests.support.toy import Toy, body, person, tenure

MAYOR = person("Rosalía Campanas", "Campanas", tenure("president", "ES", "2009-01-01", "2023-01-01"), country="ES")
CITY = body("place", "city", "Vyshkiv", "Víshkov", country="UA")
HILL = body("media", "newspaper", "", "La Colina", country="ES", keep=True)
UNION = body("organisation", "intl_org", "European Bell Union", "Unión Europea de Campanas",
             acronyms=[("EBU", "en"), ("UEC", "es")])  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("toy") / "toy.mtqg"
    return Gazetteer.open(Toy([MAYOR, CITY, HILL, UNION]).write(path))


@pytest.mark.parametrize(("english", "name", "entity", "expected"), [
    ("Yesterday Rosalía Campanas of Spain spoke.", "Rosalía Campanas", MAYOR,
     ("Rosalía Campanas", "Rosalía Campanas", "none", "correct")),
    ("According to Rosalía Bells, it is late.", "Rosalía Campanas", MAYOR,
     ("Rosalía Bells", "Rosalía Campanas", "person_literal", "definite")),
    ("On Monday the president of Spain, Rosalia Campanas, spoke.", "Rosalía Campanas", MAYOR,
     ("Rosalia Campanas", "Rosalía Campanas", "person_corrupt", "arguable")),
    ("The speech of Rosalía Campalas was long.", "Rosalía Campanas", MAYOR,
     ("Rosalía Campalas", "Rosalía Campanas", "person_corrupt", "definite")),
    ("They left for Víshkov in May.", "Víshkov", CITY, ("Víshkov", "Vyshkiv", "exonym_es", "definite")),
    ("The train to Vyshkiv is late.", "Víshkov", CITY, ("Vyshkiv", "Vyshkiv", "none", "correct")),
    ("He told The Hill that it rained.", "La Colina", HILL, ("The Hill", "La Colina", "org_literal", "definite")),
    ("A report of the European Bell Union (UEC) says so.", "Unión Europea de Campanas (UEC)", UNION,
     ("European Bell Union (UEC)", "European Bell Union (EBU)", "acronym_wrong", "definite")),
    ("A report of the European Bell Union (EBU) says so.", "Unión Europea de Campanas (UEC)", UNION,
     ("European Bell Union (EBU)", "European Bell Union (EBU)", "none", "correct")),
])  # fmt: skip
def test_what_became_of_a_name(
    gazetteer: Gazetteer, english: str, name: str, entity: Entity, expected: tuple[str, str, str, str]
) -> None:
    found = outcome(gazetteer, english, name, entity)
    assert found is not None
    assert (english[found.start : found.end], found.correct, found.kind, found.status) == expected


@pytest.mark.parametrize("english", [
    "The Hill said so.", "He told the hill that it rained.", "He told The Hill and The Sun so.", "He said so.",
])
def test_no_telling(gazetteer: Gazetteer, english: str) -> None:
    assert outcome(gazetteer, english, "La Colina", HILL) is None


def test_a_right_form_as_long_as_what_was_said(gazetteer: Gazetteer) -> None:
    names = (Name("Rosalía Campanas Robles", "mul", "preferred"), Name("Rosalía Campanas", "mul", "alias"))
    entity = Entity("x", "person", "", "ES", names, (), 0.9, False, ("toy",), "Campanas")
    found = outcome(gazetteer, "He saw Rosalía Bells leave.", "Rosalía Campanas", entity)
    assert found is not None and found.correct == "Rosalía Campanas"


@pytest.mark.parametrize(("reference", "status"), [("", "definite"), ("Rosalía Campanas Smith left.", "correct")])
def test_a_form_inside_a_longer_name(gazetteer: Gazetteer, reference: str, status: str) -> None:
    """It is whole where a person's English goes on so, too; elsewhere something of the name was put into English."""
    found = outcome(gazetteer, "He saw Rosalía Campanas Smith leave.", "Rosalía Campanas Herrero", MAYOR, reference)
    assert found is not None and found.status == status
    assert outcome(gazetteer, "Today Rosalía Campanas left.", "Rosalía Campanas", MAYOR) is not None


def test_a_country_left_in_spanish() -> None:
    found = left_country("The economy of Zimbabue grew.", "Zimbabue", "Zimbabwe")
    assert found is not None and (found.start, found.end, found.correct) == (15, 23, "Zimbabwe")
    assert left_country("The economy of Chile grew.", "Chile", "Chile") is None
    assert left_country("The economy of Zimbabwe grew.", "Zimbabue", "Zimbabwe") is None


def test_a_story_names_holders_on_their_day(gazetteer: Gazetteer) -> None:
    stock = Stock(gazetteer, gazetteer)
    stories = [stock.story(random.Random(seed)) for seed in range(30)]
    assert {story.country for story in stories} == {"ES", "UA"}
    assert all(story.day and FIRST <= story.day <= LAST for story in stories)
    lines = [line for story in stories if story.country == "ES" for line in story.lines]
    assert any("presidente de España, Rosalía Campanas," in line.spanish for line in lines)
    assert all(line.name in line.spanish for line in lines)
    assert not any(" de el " in line.spanish or " a el " in line.spanish for line in lines)


def test_the_holder_of_another_time_has_no_office_in_it(gazetteer: Gazetteer) -> None:
    former = person("Rosalía Campanas", "Campanas", tenure("president", "ES", "1990", "1995"), country="ES")
    stock = Stock(gazetteer, [former])
    lines = [line for seed in range(20) for line in stock.story(random.Random(seed)).lines if line.entity]
    assert lines and not any("presidente" in line.spanish for line in lines)


def test_a_folder_that_the_bench_reads(gazetteer: Gazetteer, tmp_path: Path) -> None:
    def literal(spanish: Sequence[str]) -> list[str]:
        return [line.replace("Campanas", "Bells").replace("España", "Spain") for line in spanish]

    def copied(spanish: Sequence[str]) -> list[str]:
        return [line.replace("España", "Spain") for line in spanish]

    engines = {"literal": literal, "copied": copied}
    stock = Stock(gazetteer, gazetteer)
    stories = [stock.story(random.Random(seed)) for seed in range(6)]
    counts = make_bench(gazetteer, stories, engines, tmp_path / "made")
    bench = read_bench(tmp_path / "made")
    assert bench.exhaustive and len(bench.docs) == 12 and isinstance(bench.docs[0].day, date)
    spans = [span for doc in bench.docs for span in doc.gold]
    assert len(spans) == sum(counts.values())
    bells = [span for span in spans if span.correct == "Rosalía Campanas"]
    assert {(span.doc.split("-")[0], span.text, span.status) for span in bells} == {
        ("literal", "Rosalía Bells", "definite"), ("copied", "Rosalía Campanas", "correct"),
    }  # fmt: skip
    make_bench(gazetteer, stories, engines, tmp_path / "again")
    assert read_bench(tmp_path / "again").digest == bench.digest
    with pytest.raises(MtqaError, match="has docs already"):
        make_bench(gazetteer, stories, engines, tmp_path / "made")


def test_names_that_cannot_stand_in_a_sentence_are_left_out(gazetteer: Gazetteer) -> None:
    odd = Entity("x", "media", "", "ES", (Name("24 Horas", "es", "preferred"),), (), 0.9, True, ("toy",))
    assert Stock(gazetteer, [odd]).countries == []


PAIRS = (
    ("La reunión de ayer en Víshkov fue muy larga.", "Yesterday's meeting in Vyshkiv was very long."),
    ("Ayer no vino nadie más a verla, dijo Juan.", "Nobody else came to see her yesterday, John said."),
    ("Ayer Rosalía Campanas vio Praga por primera vez.", "Yesterday Rosalía Campanas saw Prague for the first time."),
)


def test_parallel_text(gazetteer: Gazetteer, tmp_path: Path) -> None:
    for name, side in zip(("train.es", "train.en"), zip(*PAIRS)):
        (tmp_path / name).write_text("\n".join(side), encoding="utf-8")
    stories = prose(gazetteer, tmp_path, random.Random(1), 5)
    lines = [line for story in stories for line in story.lines]
    assert len(stories) == 1 and {line.name for line in lines} == {"Víshkov", "Rosalía Campanas"}
    english = {PAIRS[0][0]: "The meeting in Víshkov was long.", PAIRS[2][0]: "In the end Rosalía Bells saw Prague."}
    make_bench(gazetteer, stories, {"e": lambda said: [english[line] for line in said]}, tmp_path / "made")
    bench = read_bench(tmp_path / "made")
    assert not bench.exhaustive and bench.docs[0].day is None
    # Prague is no name gone wrong: the person's English has it, too.
    assert {(span.text, span.correct, span.status) for span in bench.docs[0].gold} == {
        ("Víshkov", "Vyshkiv", "definite"), ("Rosalía Bells", "Rosalía Campanas", "definite"),
    }  # fmt: skip


def test_parallel_text_that_is_not(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"give a folder with train\.es and train\.en"):
        prose(gazetteer, tmp_path, random.Random(1), 1)
    (tmp_path / "train.es").write_text("uno\ndos", encoding="utf-8")
    (tmp_path / "train.en").write_text("one", encoding="utf-8")
    with pytest.raises(MtqaError, match=r"train\.es has 2 lines and train\.en 1"):
        prose(gazetteer, tmp_path, random.Random(1), 1)
