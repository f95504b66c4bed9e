"""Names of bodies with an acronym in brackets, one or both as Spanish has them; Spanish acronyms alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.gazetteer import Entity, Name
from tests.support.toy import Checker, body, toy


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented bodies: two share an acronym, one keeps its own in both languages, one is a thing rather than a body."""
    made = toy()
    made.entities += [
        body("organisation", "intl_org", "World Bell Council", "Consejo Mundial de la Campana",
             acronyms=[("WBC", "en"), ("CMC", "es")]),
        body("organisation", "agency", "Costa Rican Road Council", "Consejo de Carreteras", country="CR",
             acronyms=[("CMC", "mul")]),
        body("organisation", "intl_org", "European Oaks Agency", "Agencia Europea de Encinas",
             acronyms=[("EOA", "mul")]),
        body("organisation", "agency", "National Winter Institute", "Instituto Nacional del Invierno", country="AR",
             acronyms=[("INI", "mul")]),
        body("organisation", "agency", "Market Winter Institute", "Instituto de Invierno del Mercado", country="FR",
             acronyms=[("IIM", "mul")]),
        body("organisation", "intl_org", "Mountain Union", "Unión del Monte", acronyms=[("MU", "en"), ("UM", "es")]),
        body("organisation", "intl_org", "Pension Court", "Corte de Pensiones", acronyms=[("PC", "en"), ("CP", "es")]),
        body("organisation", "intl_org", "Tree Treaty", "Tratado del Árbol", acronyms=[("TT", "en"), ("TDA", "es")]),
        body("organisation", "ngo", "Chilean Tree Doctors", "Todos del Árbol", country="CL",
             acronyms=[("TDA", "mul")]),
        Entity("toy:thing", "term", "common_acronym", "", (Name("house winter gas", "en", "preferred"),
               Name("gas de invierno", "es", "preferred"), Name("HWG", "en", "acronym"), Name("GDI", "es", "acronym")),
               (), 0.6),
        Entity("toy:things", "term", "common_acronym", "", (Name("house winter gases", "en", "preferred"),
               Name("gases de invierno", "es", "preferred"), Name("HWGS", "en", "acronym"),
               Name("GASI", "es", "acronym")), (), 0.6),
        Entity("toy:same", "organisation", "intl_org", "", (Name("Pension Road", "en", "preferred"),
               Name("Camino de Pensiones", "es", "preferred"), Name("PRC", "en", "acronym"),
               Name("PRC", "es", "acronym")), (), 0.7),
        body("organisation", "intl_org", "Hill Council", "Mesa de Riscos", acronyms=[("HC", "en"), ("MDR", "es")]),
    ]  # fmt: skip
    made.spanish |= {"gdi": 4.0, "gasi": 3.0, "tda": 3.0, "agencia": 5.0, "um": 3.0, "cp": 3.0, "mdr": 3.0}
    made.english |= {"institute": 4.8, "national": 5.0, "agency": 4.8, "european": 5.0, "bank": 4.8}
    made.english |= {"cp": 3.0, "mdr": 3.5}
    made.glosses |= {
        "world": {"mundial": 0.6, "mundo": 0.4},
        "council": {"consejo": 0.9},
        "agency": {"agencia": 0.9},
        "institute": {"instituto": 0.9},
        "national": {"nacional": 0.9},
        "winter": {"invierno": 0.9},
        "market": {"mercado": 0.9},
    }
    return Checker(made.write(tmp_path_factory.mktemp("bodies") / "toy.mtqg"))


@pytest.mark.parametrize(("name", "suggestion"), [
    ("World Bell Council (CMC)", "World Bell Council (WBC)"),
    ("World Council of the Bell (CMC)", "World Bell Council (WBC)"),
    ("Bell Council (CMC)", "Bell Council (WBC)"),
    ("World Bell Council (CMR)", "World Bell Council (WBC)"),
    ("European Agency of Oaks (EOA)", "European Oaks Agency (EOA)"),
    ("Agencia European of Oaks (EOA)", "European Oaks Agency (EOA)"),
])  # fmt: skip
def test_the_acronym_says_which_body_is_meant(bodies: Checker, name: str, suggestion: str) -> None:
    bodies.fails("wrong-acronym", f"They say that the {name} met on Friday.", name, suggestion)


def test_a_spanish_acronym_stays_wrong(bodies: Checker) -> None:
    shown = bodies.shown("They met the World Council of the Bell (CMC) on Friday. They say the CMC is open.")
    assert [(f.text, f.suggestions[0]) for f in shown] == [
        ("World Council of the Bell (CMC)", "World Bell Council (WBC)"), ("CMC", "WBC"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "They say that the Costa Rican Road Council (CMC) met on Friday.",  # its own acronym, whoever else has it
    "They say that the Road Council (CMC) of Costa Rica met on Friday.",
    "They say that the World Bell Council (WBC) met on Friday.",
    "They say that the World Bell Council (CMRO) met on Friday.",  # too far from any acronym of it
    "They say that the World Bell Council (WC) met on Friday.",  # initials of its words
    "They say that the European Oaks Agency (EOA) met on Friday.",
    "They say that the European Bank of Oaks (EOA) met on Friday.",  # another body, perhaps
    "In Argentina, the National Institute of Winter (INI) met on Friday.",  # no English name of it is fixed
    "In France, the Institute of Winter of the Market (IIM) met on Friday.",
    "They met (CMC) on Friday.",
    "They say that the Hill Market (CMC) met on Friday.",
])  # fmt: skip
def test_other_brackets_stay(bodies: Checker, text: str) -> None:
    bodies.passes("wrong-acronym", text)


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("They met the Mountain Union on Friday, and the UM spoke.", "UM", "MU"),  # short, but named
    ("They met in Spain, and the TDA spoke.", "TDA", "TT"),  # the other is of a country not spoken of
    ("They say the Tree Treaty is open: in Chile the TDA spoke.", "TDA", "TT"),
    ("They say that Spain and Chile have GDI for the winter.", "GDI", "HWG"),
    ("The TDA spoke.", "TDA", "TT"),  # "The" only begins the sentence
    ("They met in Spain, where the treaty on the oak (TDA) is open.", "TDA", "TT"),
    ("They say that India and China have GASI for the winter.", "GASI", "HWGS"),  # English hardly has four such letters
])  # fmt: skip
def test_a_spanish_acronym_alone(bodies: Checker, text: str, span: str, suggestion: str) -> None:
    bodies.fails("spanish-form", text, span, suggestion)


@pytest.mark.parametrize("text", [
    "They met on Friday, and the UM spoke.",  # too short for a body that the story does not name
    "They met the Pension Court on Friday, and the CP spoke.",  # English has these letters as often
    "They met in Chile, and the TDA spoke.",  # Chile's own
    "The Tree Treaty and the Chilean Tree Doctors met: the TDA spoke.",
    "They say that India and China have GDI for the winter.",
    "They say that the PRC spoke in Spain.",  # the same in English
    "They met in Spain, where the head of the harbour (TDA) spoke.",  # brackets say what it stands for
    "They met in Spain, and the MDR spoke.",  # English has these letters oftener, whatever for
])  # fmt: skip
def test_an_acronym_that_may_mean_something_else_stays(bodies: Checker, text: str) -> None:
    bodies.passes("spanish-form", text)


def test_an_acronym_that_english_has_often_is_nobody_elses(tmp_path: Path) -> None:
    """The Spanish counterpart of an English acronym is a party's own, but English copy has the acronym everywhere."""
    made = toy()
    text = "They say that the WTX won in the Czech Republic. Prague is open."
    before = Checker(made.write(tmp_path / "before.mtqg"))
    assert before.shown(text, "wrong-acronym")
    made.english["wtx"] = 5.0
    Checker(made.write(tmp_path / "after.mtqg")).passes("wrong-acronym", text)
