"""Rulers, popes and their houses under the Spanish form of a given name."""

from __future__ import annotations

import pytest

from mtqa.gazetteer import Entity, Name
from tests.support.toy import Checker, body, person, tenure, toy


@pytest.fixture(scope="module")
def courts(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented monarchs of real kingdoms, a pope and a prince: all named after what Spanish calls Rodolfo and so on."""
    made = toy()
    made.entities += [
        person("Rudolf III", "", tenure("monarch", "DK"), country="DK", spanish="Rodolfo III", prominence=1.0),
        person("Pope Gervase", "", tenure("pope", "VA"), country="VA", spanish="Papa Gervasio", prominence=1.0),
        person("Gervase II", "", country="VA", spanish="Gervasio Rodolfo II", prominence=0.6),
        Entity(
            "toy:lorn",
            "person",
            "",
            "SE",
            (
                Name("Prince Lawrence", "en", "preferred"),
                Name("Lorenzo de Suecia", "es", "preferred"),
                Name("Duke of Lorn", "en", "alias"),
            ),
            (),
            0.6,
        ),
        person("Rodolfo I", "", tenure("monarch", "ES"), country="ES", prominence=1.0),
        *(
            body("place", "bridge", f"{name} Bridge", name)
            for name in "Abba Bebba Cecca Dedda Effa Fegga Gegga Hea".split()
        ),
        body("place", "region", "Lorn", "Lorna", country="SE", prominence=0.7),
    ]
    made.given |= {"rodolfo": 9000, "gervasio": 3000, "lorenzo": 60000, "lawrence": 90000}
    made.spanish |= {"rodolfo": 3.9, "gervasio": 3.3, "lorenzo": 4.2}
    made.english |= {"lorenzo": 3.3, "rodolfo": 2.5, "king": 5.0, "pope": 4.6, "prince": 4.7, "when": 6.4, "hotel": 5.0}
    made.glosses |= {"rudolf": {"rodolfo": 0.8}, "gervase": {"gervasio": 0.5}, "lawrence": {"lorenzo": 0.6}}
    return Checker(made.write(tmp_path_factory.mktemp("courts") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("Pope Gervasio met them on Friday.", "Gervasio", "Gervase"),
    ("They said that the pope Gervasio was in Denmark.", "Gervasio", "Gervase"),
    ("When King Rodolfo of Denmark opened it, they met.", "Rodolfo", "Rudolf"),
    ("They met Rodolfo of Denmark on Friday.", "Rodolfo", "Rudolf"),
    ("Denmark said that King Rodolfo opened the bridge.", "Rodolfo", "Rudolf"),
    ("The Danish king Rodolfo opened the bridge.", "Rodolfo", "Rudolf"),
    ("They met Prince Lorenzo of Sweden on Friday.", "Lorenzo", "Lawrence"),
    ("They met Lorenzo, Duke of Lorn, on Friday in Sweden.", "Lorenzo", "Lawrence"),
    ("Sweden said that Prince Lorenzo met them.", "Lorenzo", "Lawrence"),
    ("Sweden said that the prince, Lorenzo, met them.", "Lorenzo", "Lawrence"),
    ("Denmark said that the kings Ingrid and Rodolfo met them.", "Rodolfo", "Rudolf"),
])  # fmt: skip
def test_the_spanish_name_of_a_ruler(courts: Checker, text: str, span: str, suggestion: str) -> None:
    courts.fails("spanish-form", text, span, suggestion)


@pytest.mark.parametrize("text", [
    "They met King Rodolfo of Spain on Friday.",
    "Spain and Denmark said that King Rodolfo opened the bridge.",  # Spain has one of that name
    "They said that King Rodolfo opened the bridge.",  # of nowhere
    "They met King Rodolfo of Torda in Denmark.",
    "They met King Rodolfo Encinas in Denmark.",
    "They met at the King Rodolfo bridge in Denmark.",
    "They met at Bridge King Rodolfo in Denmark.",
    "They met the president King Rodolfo in Denmark.",
    "They met King Rodolfo, a union of workers, in Denmark.",
    "They met Rodolfo of Brodiv in Denmark.",
    "They met Rodolfo in Denmark.",
    "Denmark said that the king, Rodolfo and they met.",
    "Denmark said that the king and Rodolfo met them.",
    "They met Rodolfo of Torda in Denmark.",
    "They met Walid Pope Gervasio in Denmark.",
    "They met Pope Gervasio Campanas in Denmark.",
    "They met Prince Lorenzo of Denmark.",  # Sweden's is another
    "They met Prince Lawrence of Sweden.",
])  # fmt: skip
def test_others_of_the_name_stay(courts: Checker, text: str) -> None:
    courts.passes("spanish-form", text)


def test_the_name_again(courts: Checker) -> None:
    found = courts.shown("Pope Gervasio met them. Gervasio said that the bridge is open.")
    assert [(f.text, f.suggestions[0]) for f in found] == [("Gervasio", "Gervase")] * 2
