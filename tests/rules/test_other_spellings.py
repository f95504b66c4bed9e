"""Names in another language's letters or form: of people listed and not, of rulers, of bodies, and lone surnames."""

from pathlib import Path

import pytest

from tests.support.toy import Checker, person, tenure, toy

BROKEN = "misspelt-name"


def test_the_given_name_goes_with_a_surname_in_another_spelling(check: Checker) -> None:
    text = "In Ukraine they met {} on Friday."
    check.fails(BROKEN, text.format("Wanna Leonat"), "Wanna Leonat", "Vanna Leonath")
    check.passes(BROKEN, text.format("Kevin Leonat"))


def test_a_place_that_is_named_with_another(check: Checker) -> None:
    check.fails(BROKEN, "They spoke of Talgan and Wyshkiv on Friday.", "Wyshkiv", "Vyshkiv")
    check.passes(BROKEN, "They spoke of Wyshkiv on Friday.")


def test_a_ruler_in_another_language(check: Checker, later: Checker) -> None:
    text = "In Belgium they met {} on Friday."
    check.fails(BROKEN, text.format("Ludovise II"), "Ludovise II", "Louise II")
    later.passes(BROKEN, "They met Ludovise II on Friday.")


@pytest.mark.parametrize("name", ["Louise II", "Louise III", "Ludovise III", "Matej II", "Part II", "Chapter II"])
def test_other_numerals_and_other_rulers(check: Checker, name: str) -> None:
    check.passes(BROKEN, f"In Belgium they met {name} on Friday.")


def test_who_governs_under_another_form_of_the_given_name(check: Checker, later: Checker) -> None:
    text = "In Austria they met Ingaredo Sommer on Friday."
    found = check.fails(BROKEN, text, "Ingaredo Sommer", "Ingrid Sommer")
    assert found.evidence[0].detail.startswith("“Ingaredo” is another language's form of “Ingrid”")
    later.passes(BROKEN, text)
    check.passes(BROKEN, "In Austria they met Omar Sommer on Friday.")


def test_french_letters_for_a_name_that_nobody_lists(check: Checker) -> None:
    text = "In Russia they met {} on Friday."
    found = check.fails(BROKEN, text.format("Sergeï Poutilovski"), "Sergeï Poutilovski", "Sergei Putilovsky")
    assert found.evidence[0].detail.startswith("French writes Sergeï, English Sergei")
    check.fails(BROKEN, text.format("Sergei Kozoulenko"), "Sergei Kozoulenko", "Sergei Kozulenko")
    check.passes(BROKEN, "In France they met Sergeï Poutilovski on Friday.")


@pytest.mark.parametrize("name", ["Omar Mahmoudi", "Sergei Rousseau", "Sergei Duchesne", "Torgou Kozoulenko"])
def test_french_letters_in_other_names(check: Checker, name: str) -> None:
    check.passes(BROKEN, f"In Russia they met {name} on Friday.")


def test_the_surname_alone_comes_again(check: Checker) -> None:
    text = "In Russia they met Sergeï Poutilovski on Friday. They told Poutilovski the story."
    assert [found.suggestions[0] for found in check.shown(text, BROKEN)] == ["Sergei Putilovsky", "Putilovsky"]


def test_a_paper_in_another_transliteration(check: Checker) -> None:
    check.fails(BROKEN, "In Russia they told Novostnik-Vestija the story.", "Novostnik-Vestija", "Novostnik-Vestiya")
    check.passes(BROKEN, "In Russia they told Novostnik-Vestiya the story.")


INTRODUCED = (
    "The workers told the story when they met Ingrid Halvorsund today. Halvorsund spoke."
    " Then it was closed, {} said."
)


def test_a_lone_surname_near_that_of_somebody_who_was_introduced(check: Checker) -> None:
    found = check.fails(BROKEN, INTRODUCED.format("Halvorsand"), "Halvorsand", "Halvorsund")
    assert "Ingrid Halvorsund" in found.evidence[0].detail


@pytest.mark.parametrize("name", ["Halvorsunds", "Halvorsundist", "Kevin Halvorsand", "Sommer", "Halwersend"])
def test_a_lone_surname_of_somebody_else(check: Checker, name: str) -> None:
    check.passes(BROKEN, INTRODUCED.format(name))


def test_two_dots_on_the_name_of_somebody_known(check: Checker) -> None:
    check.fails(BROKEN, "In Ukraine they met Sergeï Dorin on Friday.", "Sergeï Dorin", "Sergei Dorin")
    check.passes(BROKEN, "In Ukraine they met Sergéi Dorin on Friday.")


@pytest.fixture
def veteran(tmp_path: Path) -> Checker:
    """Somebody who governed Ukraine long before the copy's day."""
    made = toy()
    held = tenure("prime minister", "UA", start="2001-01", end="2004-01")
    made.entities.append(person("Halyna Tymkovenko", "Tymkovenko", held, country="UA", prominence=1.0))
    return Checker(made.write(tmp_path / "toy.mtqg"))


def test_somebody_of_long_ago_where_nothing_leads_there(veteran: Checker) -> None:
    veteran.fails("misspelt-name", "In Ukraine, they say that Timkovenko spoke.", "Timkovenko", "Tymkovenko")
    veteran.passes(None, "In Colombia, they say that Timkovenko spoke.")
