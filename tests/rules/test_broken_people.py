"""People of whose name the translator broke one word, or put "of" for a particle."""

import pytest

from tests.support.toy import Checker

BROKEN, LITERAL = "misspelt-name", "literal-name"


def test_a_surname_without_its_end(check: Checker) -> None:
    text = "We met the prime minister of Croatia, Vanja Torri, on Friday."
    found = check.fails(BROKEN, text, "Vanja Torri", "Vanja Torriani")
    assert [item.kind for item in found.evidence] == ["spelling", "role"]


def test_who_governs_needs_no_title(check: Checker, later: Checker) -> None:
    text = "In Croatia, they told Vanja Torri the story."
    check.fails(BROKEN, text, "Vanja Torri", "Vanja Torriani")
    later.passes(None, text)
    check.passes(None, "In Austria, they told Vanja Torri the story.")


def test_a_word_that_no_dictionary_has_for_the_name(check: Checker) -> None:
    text = "We met the prime minister of Croatia, Vanja Torn, on Friday."
    check.fails(BROKEN, text, "Vanja Torn", "Vanja Torriani")
    check.passes(None, "In Croatia, they told Vanja Torn the story.")


@pytest.mark.parametrize("name", ["Vanja Sommer", "Ingrid Torri", "Vanja", "Vanja Torri Foundation", "Torn Torriani"])
def test_somebody_else(check: Checker, name: str) -> None:
    check.passes(None, f"In Croatia, they told {name} the story.")


def test_the_kind_of_thing_that_a_name_is(check: Checker) -> None:
    text = "In Chile, they told Iker Fence Ozola the story."
    found = check.fails(LITERAL, text, "Iker Fence Ozola", "Iker Cerca Ozola")
    assert found.evidence[0].detail == "Spanish “Cerca” means “fence” (dictionary)"


def test_a_particle_that_was_translated(check: Checker) -> None:
    text = "In Chile, they told Tirso of the Hill the story."
    found = check.fails(LITERAL, text, "Tirso of the Hill", "Tirso de la Colina")
    assert [item.kind for item in found.evidence] == ["back-translation", "particle", "gazetteer"]
    check.fails(LITERAL, "In Chile, they told Tirso of Colina the story.", "Tirso of Colina", "Tirso de la Colina")


@pytest.mark.parametrize("span", ["Omar Samir to the Harun", "Omar Samir the Harun", "Omar Samir To The-Harun"])
def test_an_arabic_article_that_was_read_as_a_spanish_word(check: Checker, span: str) -> None:
    check.fails(LITERAL, f"In Syria, they told {span} the story.", span, "Omar Samir al Harun")


def test_a_portuguese_particle_that_was_read_as_a_spanish_verb(check: Checker) -> None:
    for span in ("Rosa Lume Gives Torda", "Rosa Lume gives Torda"):
        check.fails(LITERAL, f"In Portugal, they told {span} the story.", span, "Rosa Lume da Torda")
    check.passes(None, "In Portugal, Rosa gives Torda the story, and Omar gives Rosa Lume a house.")


@pytest.mark.parametrize("names", ["Samir to Harun", "Omar and Harun", "Omar Samir", "Omar Samir of Syria"])
def test_a_word_between_two_names(check: Checker, names: str) -> None:
    check.passes(None, f"In Syria, they told {names} the story.")


@pytest.mark.parametrize("name", ["Prince Tirso of Colina", "Tirso of Chile", "Matej of Encinas", "Kevin of the Hill"])
def test_of_is_right_there(check: Checker, name: str) -> None:
    check.passes(None, f"In Chile, they told {name} the story.")


def test_a_given_name_in_english_and_a_surname_as_a_word(check: Checker, later: Checker) -> None:
    text = "In Spain, they told Paul Neighbors the story."
    check.fails(LITERAL, text, "Paul Neighbors", "Pablo Vecinos")
    later.passes(None, text)
    check.passes(None, "In Austria, they told Paul Neighbors the story.")


def test_what_a_translator_is_expected_to_make_of_a_name(check: Checker) -> None:
    text = "In Spain, they told Jimena Winter the story."
    found = check.fails(LITERAL, text, "Jimena Winter", "Jimena Torda")
    assert "expected mistranslation" in found.evidence[0].detail


def test_particles_do_not_count_as_words(check: Checker) -> None:
    name, right = "Iker Matej Encinas de la Hill Ozola", "Iker Matej Encinas de la Colina Ozola"
    check.fails(LITERAL, f"In Spain, they told {name} the story.", name, right)


def test_one_given_name_before_two_spellings(check: Checker) -> None:
    text = "They told Ingrid Lumqvist the story. Today Ingrid Lundqvist closed the meeting and Ingrid Lundqvist spoke."
    found = check.fails(BROKEN, text, "Lumqvist", "Lundqvist")
    assert "the story has “Ingrid Lundqvist” 2 times" in found.evidence[0].detail
    check.passes(None, text.replace("Ingrid Lumqvist", "Louise Lumqvist").replace("Lumqvist", "Lumqvister"))


def test_a_namesake_in_another_country(check: Checker) -> None:
    check.fails("spanish-form", "In the Netherlands, Luisa Karsten told the story.", "Luisa Karsten", "Louise Karsten")
    check.passes(None, "In Chile, Luisa Karsten told the story.")


def test_a_surname_in_the_singular(check: Checker) -> None:
    text = "In Portugal, they told Rosa Luisa Campo the story."
    check.fails(BROKEN, text, "Rosa Luisa Campo", "Rosa Luisa Campos")
    check.passes(None, "In Austria, they told Ingrid Campo the story.")


def test_a_patronymic_is_another_surname(check: Checker) -> None:
    check.passes(None, "In Portugal, they told Rosa Luisa Martin the story.")


def test_a_rarer_word_for_a_surname(check: Checker) -> None:
    text = "In Chile, they told Iker Ozola Sapling the story."
    check.fails(LITERAL, text, "Iker Ozola Sapling", "Iker Ozola Retoño")
