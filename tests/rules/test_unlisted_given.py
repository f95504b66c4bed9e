"""Given names that became words, of people whom nobody lists."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, person, toy

RULE = "literal-name"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities.append(person("Rocío Vega", "Vega", country="ES"))
    made.given |= {"rocio": 140000, "soledad": 90000, "mercado": 40}
    made.surnames |= {"alcantara": 30000, "becerra": 20000}
    made.english |= {"dew": 3.6, "solitude": 3.5, "coach": 4.6, "judge": 4.6}
    made.spanish |= {"rocío": 3.8, "soledad": 4.2, "alcántara": 3.6, "becerra": 3.5}
    made.glosses |= {"dew": {"rocío": 0.8}, "solitude": {"soledad": 0.9}}
    return Checker(made.write(tmp_path_factory.mktemp("people") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("In Spain, they met the mayor Dew Alcántara on Friday.", "Dew Alcántara", "Rocío Alcántara"),
    ("In Spain, the mayor Solitude Becerra Alcántara spoke.", "Solitude Becerra Alcántara",
     "Soledad Becerra Alcántara"),
])  # fmt: skip
def test_a_word_before_a_surname(people: Checker, text: str, span: str, suggestion: str) -> None:
    found = people.fails(RULE, text, span, suggestion)
    assert any(evidence.kind == "given name" for evidence in found.evidence)


@pytest.mark.parametrize("text", [
    # Neither an office nor a second surname tells that somebody is meant.
    "In Spain, they met Dew Alcántara on Friday.",
    # Nobody is called what the word means; an office, a day.
    "In Spain, they met Coach Alcántara on Friday.",
    "In Spain, they met Market Alcántara on Friday.",
    "In Spain, they met President Alcántara. On Friday Alcántara spoke.",
    # A sentence begins with any word, and "the" stands before no given name.
    "Dew Alcántara spoke on Friday.",
    "In Spain, they met the Dew Alcántara.",
    # The story is of elsewhere.
    "In Austria, they met Dew Alcántara on Friday.",
    # No surname behind it.
    "In Spain, they met Dew Market on Friday.",
])  # fmt: skip
def test_what_else_stands_before_surnames(people: Checker, text: str) -> None:
    people.passes(None, text)
