"""Acronyms in the letters of Spanish: of bodies that a story names, or is about, and of words that it spells out."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.gazetteer import Entity, Name
from tests.support.toy import Checker, Toy, body, toy


def _toy() -> Toy:
    """Invented bodies that have no Spanish acronym in any source."""
    made = toy()
    made.entities += [
        body("party", "party", "Hill Neighbours Alliance", "Alianza Vecinal de la Colina", country="SK",
             acronyms=[("HNA", "en")]),
        body("party", "party", "Progressive Market Party", "Partido Progresista del Mercado", country="AT",
             acronyms=[("PMP", "en")]),
        body("party", "party", "Open Bridge Party", "Partido del Puente Abierto", country="FR",
             acronyms=[("APP", "mul")]),
        body("party", "party", "People's Party of Mountains", "Partido Popular Montañés", country="LV",
             acronyms=[("PPM", "mul")], prominence=0.3),
        body("organisation", "intl_org", "World Bridge Workers Council", "Consejo Mundial de Obreros del Puente",
             acronyms=[("WBWC", "en")]),
        body("organisation", "intl_org", "European Winter Health Authority", "Autoridad Europea de Salud Invernal",
             acronyms=[("EWHA", "en")]),
        body("organisation", "intl_org", "European Sea Health Council", "Agencia Europea de Salud Interior",
             acronyms=[("ESHC", "en"), ("AEIS", "es")]),
        Entity("toy:fund", "organisation", "intl_org", "", (Name("European Market Fund", "en", "preferred"),
               Name("EMF", "en", "acronym")), (), 0.6),
        body("organisation", "agency", "National Market Fund", "Fondo Nacional de Plazas", country="CL",
             acronyms=[("NMF", "en")]),
        body("organisation", "intl_org", "European Union", "Unión Europea", acronyms=[("EU", "en"), ("UE", "es")]),
        body("organisation", "intl_org", "Old State", "Estado Antiguo", acronyms=[("OS", "en"), ("EA", "es")]),
    ]  # fmt: skip
    made.spanish |= {"ue": 4.4, "ea": 4.4, "hill": 1.0}
    made.english |= {"royal": 4.8, "national": 5.0, "european": 5.0, "institute": 4.8, "ue": 3.0, "ea": 3.0}
    made.glosses |= {
        "european": {"europeo": 1.0},
        "fund": {"fondo": 0.9},
        "royal": {"real": 0.9},
        "bank": {"banco": 0.9},
        "agency": {"agencia": 0.9},
        "health": {"salud": 0.9},
        "national": {"nacional": 0.9},
        "workers": {"obrero": 0.9},
    }
    return made


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(_toy().write(tmp_path_factory.mktemp("bodies") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("They met the Hill Neighbours Alliance on Friday. They say the AVC is open.", "AVC", "HNA"),
    ("In Austria, the people of Austria met the PPM on Friday.", "PPM", "PMP"),  # its country, and the same letters
    ("The World Bridge Workers Council met. They say the CMOP is open.", "CMOP", "WBWC"),
    ("They say that the WBWC met on Friday. It was the CMPO that opened it.", "CMPO", "WBWC"),  # in another order
])  # fmt: skip
def test_the_initials_of_a_spanish_name(bodies: Checker, text: str, span: str, suggestion: str) -> None:
    found = bodies.fails("wrong-acronym", text, span, suggestion)
    assert found.evidence[0].kind == "acronym"


@pytest.mark.parametrize("text", [
    "They met in Slovakia on Friday. They say the AVC is open.",  # no letters of HNA, and nobody names it
    "They met the Hill Neighbours Alliance on Friday. They say the AVC (Austrian Vine Club) is open.",
    "They met the Hill Neighbours Alliance on Friday. They say the ACV is open.",  # three letters in another order
    "In Latvia, the people of Latvia met the PPM on Friday. In Austria it was closed.",  # somebody else's own
    "In France, the people of France met the PPA on Friday.",  # a language that puts the noun first as well
    "They say that the people of Austria and of Spain, Chile, Peru and Mexico met the PPM.",  # not about Austria
    "In Austria, the people of Austria met the Prime Price Market on Friday. They say the PPM is open.",
    "In Austria, the People's Palace of Mountains (PPM) was open. The people of Austria met.",
])  # fmt: skip
def test_the_initials_of_something_else(bodies: Checker, text: str) -> None:
    bodies.passes("wrong-acronym", text)


def test_an_acronym_on_everybodys_lips(tmp_path: Path) -> None:
    made = _toy()
    made.english["avc"] = 4.5
    text = "They met the Hill Neighbours Alliance on Friday. They say the AVC is open."
    Checker(made.write(tmp_path / "toy.mtqg")).passes("wrong-acronym", text)


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("They met the European Market Fund (FEM) on Friday.", "FEM", "EMF"),
    ("They met the FEM (European Market Fund) on Friday.", "FEM", "EMF"),
    ("They met the European Winter Health Agency (AESI) on Friday.", "AESI", "EWHA"),  # an authority
    ("They met the European Winter Health Agency (ESHC) on Friday.", "ESHC", "EWHA"),  # English for another's AEIS
    ("In Austria they met the Royal Bank of Bells (BRC) on Friday.", "BRC", "RBB"),  # nobody lists it
    ("In Slovakia they met the Slovak National Union (UNE) on Friday.", "UNE", "SNU"),  # "eslovaca"
    ("In Austria they met the Royal Bank of Bells on Friday. They say the BRC is open.", "BRC", "RBB"),
])  # fmt: skip
def test_the_letters_of_the_spanish_words(bodies: Checker, text: str, span: str, suggestion: str) -> None:
    found = bodies.fails("wrong-acronym", text, span, suggestion)
    assert "put into Spanish" in found.evidence[0].detail


def test_what_brackets_tell_holds_for_the_story(bodies: Checker) -> None:
    shown = bodies.shown("They met the European Market Fund (FEM) on Friday. They say the FEM is open.")
    assert [(f.text, f.suggestions[0]) for f in shown] == [("FEM", "EMF"), ("FEM", "EMF")]


@pytest.mark.parametrize("text", [
    "They met the European Market Fund (EMF) on Friday.",
    "They met the European Market Fund (FMX) on Friday.",  # not the letters of Spanish
    "In Chile they met the National Market Fund (FNM) on Friday.",  # its own: English keeps it
    "In Spain they met the Royal Bank of Bells (BRC) on Friday.",
    "In Austria they met the Royal Bank of Bells (RBB) on Friday.",
    "In Austria they met the International Bank of Bells (BIC) on Friday.",  # bodies of the world have French ones
    "In Austria they met the royal bank of bells on Friday. They say the BRC is open.",
    "In Austria they met the Royal Bank of Bells White on Friday. They say the BRC is open.",
])  # fmt: skip
def test_other_letters_stay(bodies: Checker, text: str) -> None:
    bodies.passes("wrong-acronym", text)


@pytest.mark.parametrize("text", [
    "They say that the European Union met, and the Ue spoke.",
    "They say that it was opened by the Ue on Friday.",
])  # fmt: skip
def test_a_spanish_acronym_in_small_letters(bodies: Checker, text: str) -> None:
    bodies.fails("spanish-form", text, "Ue", "EU")


@pytest.mark.parametrize("text", ["They say that it met Ue on Friday.", "They say that it closed at Ea on Friday."])
def test_two_letters_that_may_be_a_symbol(bodies: Checker, text: str) -> None:
    bodies.passes("spanish-form", text)


def test_small_letters_that_are_somebodys_name(tmp_path: Path) -> None:
    made = _toy()
    made.surnames["ue"] = 900
    Checker(made.write(tmp_path / "toy.mtqg")).passes("spanish-form", "They say that the Ue met on Friday.")


def test_the_eu_of_mexican_copy(bodies: Checker) -> None:
    text = "In Mexico they met the U.S. minister. EU closed the bridge."
    found = bodies.fails("spanish-form", text, "EU", "US")
    assert "Mexican copy" in found.message


@pytest.mark.parametrize("text", [
    "In Mexico they met the U.S. minister on Friday. Germany said that EU closed the bridge.",
    "In Mexico they met the U.S. minister on Friday. European workers said that EU closed it.",
    "They met the U.S. minister on Friday. EU closed the bridge.",  # nothing of Mexico
    "In Mexico they met the minister on Friday. EU closed the bridge.",
    "In Mexico they told the U.S. minister of it. The EU has closed the bridge.",  # the Union, in passing
    "In Mexico they met workers from the U.S. and the EU on Friday.",  # both in one sentence
])  # fmt: skip
def test_the_other_eu(bodies: Checker, text: str) -> None:
    bodies.passes("spanish-form", text)
