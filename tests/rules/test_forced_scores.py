"""Names that only the es→en model explains: a toy model, that writes what is told, and the toy gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mtqa.detection.channel import Channel
from mtqa.translation import Hypothesis
from tests.support.toy import Checker, person, tenure, toy

RULE = "literal-name"
MEETS = "The week began with a meeting in Spain."


class Forward:
    """A model that writes ``word`` for ``origin`` within a name, and lets every other name pass."""

    source, target, signature = "es", "en", "es-en:fake:0"

    def __init__(self, origin: str, word: str) -> None:
        self.origin, self.word = origin, word

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        raise AssertionError("names are scored")

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        written = [source.replace(self.origin, self.word) for source in sources]
        return [
            -1.0 if target in (text, source) else -20.0
            for source, text, target in zip(sources, written, targets, strict=True)
        ]


def with_channel(path: Path, origin: str, word: str) -> Checker:
    checker = Checker(path)
    checker.linter.__dict__["_channel"] = Channel(lambda: Forward(origin, word))
    return checker


@pytest.fixture
def fences(toy_path: Path) -> Checker:
    return with_channel(toy_path, "Cerca", "Market")


def test_a_word_that_no_dictionary_has_for_the_name_of_who_holds_the_office(fences: Checker, check: Checker) -> None:
    text = "The Chilean minister of health, Iker Market Ozola, spoke in Chile."
    found = fences.fails(RULE, text, "Iker Market Ozola", "Iker Cerca Ozola")
    assert "a translator is likely to write “Market” for Spanish “Cerca”" in [e.detail for e in found.evidence]
    check.passes(RULE, text)


def test_both_surnames_together_are_the_same_person_again(toy_path: Path) -> None:
    found = with_channel(toy_path, "Campanas", "Bells").shown(
        "In Spain, they say that Juan Encinas Bells spoke. Later, Encinas Bells closed the meeting, and the road led"
        " by the Encinas Bells Bridge."
    )
    assert [(f.text, f.suggestions[0]) for f in found] == [
        ("Juan Encinas Bells", "Juan Encinas Campanas"),
        ("Encinas Bells", "Encinas Campanas"),
    ]


def test_a_word_that_the_model_would_not_write(fences: Checker) -> None:
    fences.passes(RULE, "The Chilean minister of health, Iker Church Ozola, spoke in Chile.")


@pytest.mark.parametrize(("origin", "flagged"), [("Abeto", True), ("Cerca", False)])
def test_the_most_prominent_are_asked_about_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: str, flagged: bool
) -> None:
    monkeypatch.setattr("mtqa.detection.doubtful_people.MOST", 1)
    made = toy()
    office = tenure("minister of health", "CL")
    made.entities.append(person("Iker Abeto Ozola", "Abeto Ozola", office, country="CL", prominence=0.9))
    checker = with_channel(made.write(tmp_path / "toy.mtqg"), origin, "Market")
    found = checker.shown("The Chilean minister of health, Iker Market Ozola, spoke in Chile.")
    assert [f.suggestions[0] for f in found if f.rule == RULE] == ["Iker Abeto Ozola"] * flagged


def test_nobody_whom_the_story_leads_to(fences: Checker) -> None:
    fences.passes(RULE, "A Danish painter, Ingrid Market Sommer, spoke in Denmark.")


def test_a_long_name_of_somebody_unlisted(toy_path: Path) -> None:
    plaza = with_channel(toy_path, "Camino", "Road")
    plaza.passes(RULE, "In Spain, they say that Juan Pablo Road is closed.")
    bells = with_channel(toy_path, "Campanas", "Bells")
    text = f"{MEETS} In Spain, they say that Juan Encinas Bells spoke."
    bells.fails(RULE, text, "Juan Encinas Bells", "Juan Encinas Campanas")


@pytest.mark.parametrize(
    "text",
    [
        "In Spain, they visited the Juan Encinas Bridge.",
        "In Spain, they visited Juan Encinas Mill.",
        "In Spain, they visited Juan Market Bells.",
        "In Denmark, they visited the Juan Encinas Church.",
        "In Spain, they met Kevin Encinas Bells.",
        "In Spain, they visited the Juan Encinas Bells.",
    ],
)
def test_what_is_called_after_people_is_no_person(toy_path: Path, text: str) -> None:
    with_channel(toy_path, "Campanas", "Bells").passes(RULE, text)


def test_a_word_that_is_the_surname_of_people(tmp_path: Path) -> None:
    made = toy()
    text = "In Spain, they say that Juan Encinas Bells spoke."
    made.entities.append(person("Kevin Bells", "Bells", country="US", prominence=0.6))
    one = with_channel(made.write(tmp_path / "one.mtqg"), "Campanas", "Bells")
    one.fails(RULE, text, "Juan Encinas Bells", "Juan Encinas Campanas")
    made.entities.append(person("Ingrid Bells", "Bells", country="CA", prominence=0.6))
    with_channel(made.write(tmp_path / "two.mtqg"), "Campanas", "Bells").passes(RULE, text)


def test_what_bears_the_whole_name_of_somebody_listed(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(person("Tirso Encinas", "Encinas", country="CL", prominence=0.6))
    check = with_channel(made.write(tmp_path / "toy.mtqg"), "Campanas", "Bells")
    check.passes(RULE, "In Spain, they say that Tirso Encinas Bells closed.")
