"""Forbidden forms of the house, and the house's word against other rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.document.readers.text import read_text
from mtqa.errors import MtqaError
from mtqa.findings import Finding
from mtqa.linting import Linter
from tests.support.toy import Checker

RULE = "house-form"
TABLE = """\
english,not,spanish,kind,country,office,place,start,note
Nadine Bouchétard,Nadine Bouchetard,,person,,,,,as she signs
Matej Oaks,,,,,,,,
Vyshkyv,Vyshkiv,,place,,,,,
Berta Campanas,,,person,ES,mayor,Villarrota,2019-06-15,
OMA,,,,,,,,
"""


@pytest.fixture
def house(check: Checker, tmp_path: Path) -> Checker:
    path = tmp_path / "house.csv"
    path.write_text(TABLE, encoding="utf-8")
    checker = Checker(check.settings.gazetteer or path)
    checker.settings = replace(checker.settings, house=path)
    checker.linter = Linter(checker.settings)
    return checker


def test_a_forbidden_form(house: Checker) -> None:
    found = house.fails(RULE, "They say that Nadine Bouchetard came.", "Nadine Bouchetard", "Nadine Bouchétard")
    assert (found.code, found.severity, found.fix_safety) == ("HOU101", "error", "unsafe")
    assert found.evidence[0].detail == "the house table, line 2, forbids “Nadine Bouchetard”: as she signs"


def test_a_forbidden_form_where_nobody_speaks_of_people(house: Checker) -> None:
    house.fails(RULE, "We took the pro-Vyshkiv road.", "Vyshkiv", "Vyshkyv")


@pytest.mark.parametrize(
    "text",
    [
        "We met the president of Slovakia, Matej Oaks, on Friday.",  # without the house: Matej Encinas
        "They told the OMA that it was closed.",  # without the house: WTO
        "They reached Vyshkyv on Monday. Nadine Bouchétard was there.",
        "The World Tree Organization (OMA) signed it.",
    ],
)
def test_an_approved_form_is_never_flagged(house: Checker, check: Checker, text: str) -> None:
    house.passes(None, text)


def test_other_rules_suggest_the_house_form(house: Checker, check: Checker) -> None:
    text = "They reached Víshkov on Monday."
    assert check.shown(text)[0].suggestions == ("Vyshkiv",)
    found = house.fails("spanish-form", text, "Víshkov", "Vyshkyv")
    assert "Vyshkyv" in found.message and "Vyshkiv" not in found.message


def test_a_name_that_only_the_house_knows_is_found_when_it_was_translated(house: Checker) -> None:
    found = house.fails("literal-name", "The mayor of Villarrota, Berta Bells, spoke.", "Berta Bells", "Berta Campanas")
    assert "mayor of Villarrota (since 2019-06-15)" in found.evidence[1].detail


def test_without_a_table_nothing_is_forbidden(check: Checker) -> None:
    check.passes(None, "They say that Nadine Bouchetard came to Vyshkiv.")


def test_the_rule_can_be_ignored(house: Checker) -> None:
    house.settings = replace(house.settings, ignore=("HOU101",))
    house.linter = Linter(house.settings)
    house.passes(RULE, "They say that Nadine Bouchetard came.")


def lint(linter: Linter, path: Path, text: str) -> list[Finding]:
    return linter.lint(read_text(text, str(path)))


def test_the_nearest_table_above_each_file_holds(check: Checker, tmp_path: Path) -> None:
    for folder, form in (("a", "Vyshkyv"), ("b/c", "Vishkiv")):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "mtqa.gazetteer.csv").write_text(f"english,not\n{form},Vyshkiv\n", encoding="utf-8")
    linter = Linter(replace(check.settings, find_house=True))
    text = "They reached Vyshkiv on Monday."
    assert [f.suggestions for f in lint(linter, tmp_path / "a/deep/x.txt", text)] == [("Vyshkyv",)]
    assert [f.suggestions for f in lint(linter, tmp_path / "b/c/x.txt", text)] == [("Vishkiv",)]
    assert lint(linter, tmp_path / "b/x.txt", text) == []
    assert linter.signature.count("+house:") == 2


def test_a_bad_table_is_an_error(check: Checker, tmp_path: Path) -> None:
    (tmp_path / "mtqa.gazetteer.csv").write_text("english,not\n,Vyshkiv\n", encoding="utf-8")
    linter = Linter(replace(check.settings, find_house=True))
    with pytest.raises(MtqaError, match=r"mtqa\.gazetteer\.csv:2:1"):
        lint(linter, tmp_path / "x.txt", "Vyshkiv")
