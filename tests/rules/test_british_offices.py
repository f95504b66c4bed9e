"""Britain's names of offices given to other countries'."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, body, person, tenure, toy


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """A minister of the interior of Spain, and a country whose ministry is a department."""
    made = toy()
    made.entities += [
        person("Elvira Montero", "Montero", tenure("minister of interior", "ES"), country="ES", prominence=0.9),
        body("organisation", "ministry", "Interior Department", "Secretaría de Torda", country="MX"),
    ]
    made.english |= {"home": 5.3, "office": 5.0, "secretary": 4.8, "chancellor": 4.0}
    return Checker(made.write(tmp_path_factory.mktemp("states") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("They said that the Spanish Home Office closed the road.", "Home Office", "Interior Ministry"),
    ("They met with Austria's Home Office on Friday.", "Home Office", "Interior Ministry"),
    ("The Mexican Home Office said that it is open.", "Home Office", "Interior Department"),
    ("They met the Mexican Home Secretary on Friday.", "Home Secretary", "Interior Secretary"),
    ("They met the Chancellor of the Exchequer of Austria on Friday.", "Chancellor of the Exchequer",
     "Finance Minister"),
    ("Spain said that Home Secretary Elvira Montero met them.", "Home Secretary", "Interior Minister"),
    ("Spain said that Home Office Minister Elvira Montero met them.", "Home Office Minister", "Interior Minister"),
    ("The minister of the Home Office of Spain met them.", "Home Office", "Interior"),
])  # fmt: skip
def test_the_office_of_another_country(states: Checker, text: str, span: str, suggestion: str) -> None:
    states.fails("literal-name", text, span, suggestion)


@pytest.mark.parametrize("text", [
    "They said that the British Home Office closed the road.",
    "Spain said that the Home Secretary met them.",  # Britain's, for all the story says
    "The Home Office of India said that it is open.",
    "They met at the Spanish Home Office Market on Friday.",
    "They reached a Spanish Home Office in Austria.",
    "Spain said that a Home Office is a road to the city.",
    "Spain said that Britain and Home Secretary Ingrid Sommer met them.",
    "They met in a home office in Spain.",
    "The Spanish Foreign Office said that it is open.",
])  # fmt: skip
def test_offices_of_britain_and_at_home_stay(states: Checker, text: str) -> None:
    states.passes("literal-name", text)


def test_what_one_is_sure_of_is_said_of_the_next(states: Checker) -> None:
    found = states.shown("The Spanish Home Office met them. The Home Office said that the road is open.")
    assert [f.suggestions[0] for f in found] == ["Interior Ministry"] * 2
