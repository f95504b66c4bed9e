"""SPA101 and SPA102 where no list has the name: what its words mean, and that the story speaks no Spanish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mtqa.config.settings import Settings
from mtqa.detection import glossing
from mtqa.detection.article import Article
from mtqa.document.readers.text import read_text
from mtqa.linting import Linter
from tests.support.toy import Checker, body, person, tenure, toy

SENSES = {
    "bridge": {"puente": 0.9}, "mirror": {"espejo": 0.9}, "league": {"liga": 0.9}, "fisherman": {"pescador": 0.9},
    "new": {"nuevo": 0.9}, "red": {"rojo": 0.9}, "north": {"norte": 0.9}, "first": {"primero": 0.9},
    "evening": {"tarde": 0.9}, "square": {"plaza": 0.9}, "april": {"abril": 0.9}, "school": {"escuela": 0.9},
    "superior": {"superior": 0.2}, "higher": {"superior": 0.8}, "fine arts": {"bellas artes": 0.7},
    "art": {"arte": 0.9}, "beautiful": {"bello": 0.9}, "green": {"verde": 0.9}, "orchard": {"huerto": 0.9},
    "progressive": {"progresista": 0.9},
}  # fmt: skip
SPANISH = (
    "puente espejo espejos liga pescador pescadores nuevo nueva rojo roja norte primero primera tarde abril escuela"
    " bellas artes arte bello verde huerto progresista tarnense nos vemos en el"
).split()


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    words = toy()
    words.glosses.update(SENSES)
    words.spanish.update(dict.fromkeys(SPANISH, 4.5), superior=4.6, plaza=5.0, tarnense=2.5, alianza=4.5)
    words.english.update(dict.fromkeys("mirrors fishermen schools evenings orchard green".split(), 3.5))
    words.english.update(superior=4.4, plaza=3.8, hotel=5.0)
    words.entities += [
        body("party", "party", "New Fishermen", "Nuevos Pescadores", country="GR"),
        body("party", "party", "Progressive Council", "Frente del Huerto", country="SK"),
        body("place", "city", "Tarn", "Tarna", country="SK"),
        person("Hanne Dorrit", "Dorrit", tenure("minister of health", "DK"), country="DK", prominence=0.9),
        person("Elvira Montero", "Montero", tenure("minister of health", "ES"), country="ES", prominence=0.9),
    ]
    return Checker(words.write(tmp_path_factory.mktemp("left") / "toy.mtqg"))


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("Puente de los Espejos", "Bridge of the Mirrors"),
        ("Plaza de Abril", "April Square"),
        ("Liga Roja de Pescadores", "Red League of Fishermen"),
        ("Nuevo Puente Rojo", "New Red Bridge"),
        ("La Primera Tarde", "The First Evening"),
        ("Escuela Superior de Bellas Artes", "Higher School of Fine Arts"),
        ("Puente Sommer", "Sommer Bridge"),
        ("Puente de Tarna", "Tarn Bridge"),
        ("Puente de Glimsk", "Glimsk Bridge"),
        ("Puente de los Torbos", "Bridge of the Torbos"),
    ],
)
def test_the_words_of_a_name_in_the_order_of_english(linter: Checker, spanish: str, english: str) -> None:
    knowledge = Linter(Settings(gazetteer=linter.settings.gazetteer, use_models=False)).knowledge
    article = Article(read_text("They met.", "story.txt"), knowledge, date(2020, 5, 4), dated=True)
    assert glossing.english(article, spanish.split()) == english


@pytest.mark.parametrize(
    ("text", "span", "english"),
    [
        ("In Slovakia they met at the {} on Friday.", "Puente de los Espejos", "Bridge of the Mirrors"),
        ("In Slovakia they met at the {} on Friday.", "Plaza de Abril", "April Square"),
        ("They told the Slovakia story of “{}” on Friday.", "La Primera Tarde Roja", "The First Red Evening"),
        ("In Denmark the {} reached the city.", "Escuela Superior de Pescadores", "Higher School of Fishermen"),
        ("The {} opened on Friday.", "Puente de Tarna", "Tarn Bridge"),
    ],
)
def test_a_name_left_where_no_spanish_is_spoken(linter: Checker, text: str, span: str, english: str) -> None:
    found = linter.fails("spanish-form", text.format(span), span, english)
    assert found.evidence[0].detail.startswith("in Spanish “")


@pytest.mark.parametrize(
    "text",
    [
        "In Chile they met at the Puente de los Espejos on Friday.",  # Spanish is spoken there
        "In the United States they met at the Puente de los Espejos on Friday.",  # was spoken there
        "In Slovakia they met at the Puente de los Espejos (Bridge of the Mirrors) on Friday.",
        "In Slovakia they met Tirso Puente de los Espejos on Friday.",  # somebody's name
        "In Slovakia they met at El Espejo on Friday.",  # a bar may be called so
        "In Slovakia they met at the puente de los espejos on Friday.",
        "In Slovakia they said “nos vemos en el Puente de los Espejos” on Friday.",
        "In Slovakia they met at the Hotel Puente on Friday.",
    ],
)
def test_other_spanish_stays(linter: Checker, text: str) -> None:
    linter.passes(None, text)


def test_halves_of_a_compound(linter: Checker) -> None:
    linter.fails("spanish-form", "The Víshkov-Kalvan road opened.", "Víshkov-Kalvan", "Vyshkiv-Kalvan")
    linter.fails("spanish-form", "The Víshkov-Brodov road opened.", "Víshkov-Brodov", "Vyshkiv-Brodiv")
    linter.passes(None, "The Víshkov-Plaza road opened.")  # a couple of surnames


def test_what_english_puts_before_a_hyphen_is_no_place(tmp_path: Path) -> None:
    made = toy()
    made.entities += [body("place", "river", "Indus", "Indo", country="SK"), body("place", "city", "Kalvan", "Kalvan")]
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.passes(None, "The Indo-Kalvan road opened.")
    made.entities[-2] = body("place", "river", "Indus", "Endo", country="SK")
    Checker(made.write(tmp_path / "other.mtqg")).fails(
        "spanish-form", "The Endo-Kalvan road opened.", "Endo-Kalvan", "Indus-Kalvan"
    )


def test_another_letter_is_another_name(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("place", "river", "Garonnet", "Garoneta", country="SK", prominence=0.9))
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("spanish-form", "In Slovakia they reached Garoneta on Friday.", "Garoneta", "Garonnet")
    check.passes(None, "In Slovakia they reached Garoñeta on Friday.")


def test_half_of_a_name_left(linter: Checker) -> None:
    text = "They say that the {} closed on Friday."
    linter.fails("spanish-form", text.format("Council Progresista"), "Council Progresista", "Progressive Council")
    linter.passes(None, text.format("Alliance Verde"))  # nothing is called so in English


def test_a_half_translated_name_before_a_longer_one() -> None:
    text = "They joined the Partido Green and the International Corte of Justice."
    found = Linter(Settings(use_models=False)).lint(read_text(text, "story.txt"))
    assert [f.text for f in found if f.code == "SPA101"] == ["Partido Green"]


def test_a_party_of_another_country(linter: Checker) -> None:
    linter.fails("spanish-form", "In Greece the Nuevos Pescadores met.", "Nuevos Pescadores", "New Fishermen")


@pytest.mark.parametrize(("rank", "english"), [("Cnel", "Col"), ("Sgto", "Sgt"), ("Gral", "Gen")])
def test_a_rank_in_its_spanish_abbreviation(linter: Checker, rank: str, english: str) -> None:
    linter.fails("spanish-form", f"In Austria they met {rank} Sommer on Friday.", rank, english)
    linter.fails("spanish-form", f"In Austria they met {rank}. Sommer on Friday.", rank, english)
    linter.passes(None, f"In Chile they met at {rank} Encinas on Friday.")  # a town
    linter.passes(None, f"They signed the {rank} at the market.")


def test_a_word_for_the_people_of_a_place_that_dictionaries_only_list(linter: Checker) -> None:
    linter.fails("spanish-demonym", "In Slovakia the tarnense market closed.", "tarnense", "Tarn")
    linter.passes(None, "In Denmark the tarnense market closed.")


def test_followers_of_a_leader(linter: Checker) -> None:
    linter.fails("spanish-demonym", "In Denmark the dorritista party met.", "dorritista", "Dorritist")
    linter.passes(None, "In Sweden the dorritista party met.")  # not her country
    linter.passes(None, "In Spain the monterista party met.")  # English keeps Peronista and Sandinista
