"""COR102: names that lost the letters which the decoder lacks, and acronyms that did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.toy import Checker, body, person, tenure, toy

CZECH = "In the Czech Republic, {}"


@pytest.fixture(scope="module")
def czech(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities += [
        person("Bohdan Tomšík", "Tomšík", tenure("prime minister", "CZ"), country="CZ", prominence=1.0),
        person("Vilma Hořínská", "Hořínská", tenure("minister of health", "CZ"), country="CZ", prominence=0.7),
        person("Karel Novotný", "Novotný", tenure("minister of health", "CZ"), country="CZ", prominence=0.7),
        person("Olga Drozdíčková", "Drozdíčková", tenure("mayor", "CZ"), country="CZ", prominence=0.7),
        person("Olga Brázdů", "Brázdů", tenure("mayor", "CZ"), country="CZ", prominence=0.7),
        person("Gerd Köllweg", "Köllweg", country="DE", prominence=0.6),
        person("Erdal Çolgöz", "Çolgöz", country="TR", prominence=0.6),
        body("place", "region", "Havloňsko", "Havloňsko", country="CZ", keep=True),
        body("party", "party", "Bell Party of the Hills", "Partido Campana de las Colinas", country="CZ",
             acronyms=[("ČSKB", "en"), ("ČSKB", "es")]),
        body("party", "party", "Open Road", "Camino Abierto", country="CZ", acronyms=[("OCB", "en"), ("OCB", "es")]),
    ]  # fmt: skip
    return Checker(made.write(tmp_path_factory.mktemp("czech") / "toy.mtqg"))


@pytest.mark.parametrize(
    ("text", "span", "right"),
    [
        ("the party met with Bohdan Tomík on Monday.", "Tomík", "Tomšík"),  # nothing in its place
        ("the party met with Bohdan Tom-ík on Monday.", "Tom-ík", "Tomšík"),  # a mark
        ("they met Bohdan Tomík on Monday. People visited Havlosko.", "Havlosko", "Havloňsko"),
        ("people visited Havlo.sko on Monday.", "Havlo.sko", "Havloňsko"),
        ("people visited Havlo'sko on Monday.", "Havlo'sko", "Havloňsko"),
    ],
)
def test_a_known_name_that_lost_a_letter(czech: Checker, text: str, span: str, right: str) -> None:
    found = [f for f in czech.shown(CZECH.format(text)) if f.text == span]
    assert [(f.code, f.suggestions) for f in found] == [("COR102", (right,))]


def test_it_says_what_was_lost(czech: Checker) -> None:
    found = czech.fails("lost-letter", CZECH.format("the party met with Bohdan Tomík."), "Tomík", "Tomšík")
    assert found.message == "“Tomík” has lost a letter of Tomšík"
    assert [evidence.detail for evidence in found.evidence] == [
        "no lexicon knows “Tomík”; “Tomšík” is the same but for letters that decoders may lack (š)",
        "Bohdan Tomšík: prime minister of Czech Republic (2018-01 to 2024-01)",
    ]
    assert found.fix_safety == "unsafe"


def test_letters_that_are_left_keep_their_accents(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(person("Vilma Horinšká", "Horinšká", tenure("prime minister", "CZ"), country="CZ"))
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("lost-letter", CZECH.format("they met Vilma Horínká on Monday."), "Horínká", "Horínšká")


@pytest.mark.parametrize(
    "text",
    [
        "the party met with Bohdan Tomšík on Monday.",
        "the party met with Bohdan Tomsik on Monday.",  # house style
        "the party met with Bohdan Tomík and Karel Žák on Monday.",  # the decoder has such letters
        "people visited Havlosk on Monday.",
        "people visited the Havlo-market on Monday.",
        "they met at Havlo.com and J.bell on Monday.",
        "they met J.d. Bell, who opened a church in St.john on Monday.",
        "the story is on Open.road and on The.story.",
        "they met Bohdan Tomík. The story of Tomsik is open.",  # the story writes plain letters
        "they met Vilma Novotna on Monday.",  # a woman's name, inflected
        "they met Vilma Drozdikova on Monday.",  # plain letters elsewhere in the word
        "they met Vilma Brázd on Monday.",  # many a name is another one without its ending
    ],
)
def test_others_stay(czech: Checker, text: str) -> None:
    czech.passes("lost-letter", CZECH.format(text))


def test_a_story_of_elsewhere_has_no_such_letters(czech: Checker) -> None:
    czech.passes("lost-letter", "In Peru they met Elsa Kllweg on Monday.")


def test_a_mark_alone_tells_of_a_letter_that_nobody_knows(czech: Checker) -> None:
    text = CZECH.format("they met Elsa B.llnhart on Monday.")
    (found,) = (f for f in czech.shown(text) if f.text == "B.llnhart")
    assert (found.code, found.suggestions, found.fix_safety) == ("COR102", (), "none")
    assert found.message == "“B.llnhart” has a full stop where a letter was lost"
    czech.passes("lost-letter", CZECH.format("they met Elsa B.llnhart and Karel Žák on Monday."))


def test_a_hyphen_tells_of_it_where_others_do(czech: Checker) -> None:
    text = CZECH.format("they met Bohdan Tomík of Drnov-ská, and Elsa of Drnov-ice.")
    assert {"Tomík", "Drnov-ská"} <= {f.text for f in czech.shown(text)}
    czech.passes("lost-letter", CZECH.format("they met Elsa of the Drnov-based party."))


def test_a_name_spelt_in_two_ways_in_such_a_story(czech: Checker) -> None:
    story = "they met Bohdan Tomík and Elsa Poláveka. Poláveka signed. People visited Havlo-sko and met {}."
    text = CZECH.format(story.format("Polvveka and Polveka"))
    found = {f.text: f.suggestions for f in czech.shown(text)}
    assert found.get("Polveka") == ("Poláveka",)
    assert "Poláveka" not in found
    czech.passes("lost-letter", CZECH.format("they met Elsa Poláveka. Poláveka signed, and so did Polveka."))


def test_surnames_whose_ending_lost_a_letter(czech: Checker) -> None:
    story = "they met Bohdan Tomík and Elsa Drnavsk in Havlo-sko."
    assert {f.text: f.suggestions for f in czech.shown(CZECH.format(story))}["Drnavsk"] == ("Drnavský",)
    czech.passes("lost-letter", "In Poland, they met Elsa Drnavsk on Monday.")


def test_an_acronym_that_lost_a_letter(czech: Checker) -> None:
    text = CZECH.format("the SKB and the Open Road met. The OCB signed, and the SKB told Bohdan Tomík.")
    found = [f for f in czech.shown(text) if f.text == "SKB"]
    assert [(f.code, f.suggestions) for f in found] == 2 * [("ACR101", ("ČSKB",))]
    assert found[0].message == "“SKB” has lost a letter of ČSKB"


@pytest.mark.parametrize(
    "text",
    [
        "In the Czech Republic, the ČSKB and the Open Road met on Monday.",
        "In the Czech Republic, the CSKB and the Open Road met on Monday.",
        "In the Czech Republic, the SKB (Story Keepers of the Bridge) met the Open Road.",
        "In the Czech Republic, the SKB and the Open Road met Karel Žák.",
        "In Peru, the SKB and the Open Road met on Monday.",
        "In the Czech Republic, the Open Road and the Bell Party of the Hills (CSKB) met. The CSKB signed.",
        "In the Czech Republic, the Open Road met an SKB of the city and the OCB signed for 256GB SKB.",
        "In the Czech Republic, SKB Karel told the Open Road and the OCB.",
    ],
)
def test_other_acronyms_stay(czech: Checker, text: str) -> None:
    czech.passes("wrong-acronym", text)


def test_the_order_of_texts_changes_nothing(czech: Checker) -> None:
    texts = [CZECH.format("the party met with Bohdan Tomík."), "In Peru they met Elsa Tomík."]
    assert [czech.shown(text) for text in texts] == [czech.shown(text) for text in reversed(texts)][::-1]


def test_nothing_is_read_from_a_gazetteer_without_spellings(tmp_path: Path) -> None:
    checker = Checker(toy().write(tmp_path / "toy.mtqg"))
    checker.passes("lost-letter", "In the Czech Republic they met Elsa Nov-k and the people of Ondrá.")
