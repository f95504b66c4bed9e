"""Places taken for words among other places of the country, or behind a noun that only a place follows."""

from __future__ import annotations

import pytest

from mtqa.gazetteer import Entity, Name
from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, toy


def town(name: str, *, country: str = "BO", subkind: str = "city", prominence: float = 0.7) -> Entity:
    return body("place", subkind, name, name, country=country, keep=True, prominence=prominence)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented places of Bolivia, some of which mean something."""
    made = toy()
    made.entities += [
        town("Encinares"), town("Tarumba"), town("Zarcillo"), town("Almenara", subkind="province"),
        town("Tejado", subkind="province"), town("Peñón", prominence=0.1), town("Tarumba Vieja", country="MX"),
        town("El Zarzal"), town("Vilencia"),
        body("place", "island", "Assembly Isle", "Asamblea", country="BO", prominence=0.7),
        Entity("toy:tiles", "organisation", "company", "US", (Name("Tiles", "en", "preferred"),), (), 0.8),
    ]  # fmt: skip
    made.expected |= {
        "toy:Encinares": (Expected("Oakwoods", "Encinares", ("dictionary", "model"), True),),
        "toy:Zarcillo": (Expected("Mercer", "Zarcillo", ("dictionary", "model"), True),),
        "toy:Tejado": (Expected("Roof", "Tejado", ("dictionary", "model"), False),
                       Expected("Tiles", "Tejado", ("dictionary",), True)),
        "toy:Peñón": (Expected("Crag", "Peñón", ("dictionary",), True),),
        "toy:Asamblea": (Expected("Gathering", "Asamblea", ("dictionary",), True),),
    }  # fmt: skip
    made.english |= {"oakwoods": 3.6, "mercer": 3.6, "roof": 4.4, "tiles": 4.0, "crag": 3.0, "gathering": 4.4}
    made.english |= {"vilency": 1.5}
    made.spanish |= {"zarzal": 2.8}
    made.surnames |= {"mercer": 60000}
    made.glosses |= {"vilency": {"vilencia": 0.8}}
    return Checker(made.write(tmp_path_factory.mktemp("placed") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("Bolivia said that workers of Tarumba, Oakwoods and Almenara met on Friday.", "Oakwoods", "Encinares"),
    ("Bolivia said that they met in Tarumba and Oakwoods on Friday.", "Oakwoods", "Encinares"),
    ("Bolivia said that the provinces of Almenara and Roof voted on Friday.", "Roof", "Tejado"),
    ("Bolivia said that the province of Roof voted on Friday.", "Roof", "Tejado"),
    ("Bolivia said that Roof province voted on Friday.", "Roof", "Tejado"),
    ("Bolivia said that the mayor of Oakwoods voted on Friday.", "Oakwoods", "Encinares"),
    ("They came from the Bolivian city of Oakwoods on Friday.", "Oakwoods", "Encinares"),
    ("The workers were told to meet at Oakwoods, Bolivia, on Friday.", "Oakwoods", "Encinares"),
    ("They met at Tarumba (Oakwoods), Bolivia said.", "Oakwoods", "Encinares"),
    ("Bolivia said that the island of Gathering is open.", "Gathering", "Assembly Isle"),
    ("Bolivia said that the road of The Zarzal is open.", "The Zarzal", "El Zarzal"),
    ("Bolivia said that the road of Vilency is open.", "Vilency", "Vilencia"),
    # Where the story comes from.
    ("Roof.- Bolivia said on Friday that the road is open.", "Roof", "Tejado"),
    ("OAKWOODS (Agency) — Bolivia said on Friday that the road is open.", "OAKWOODS", "ENCINARES"),
    ("Roof, 12 May.- Bolivia said on Friday that the road is open.", "Roof", "Tejado"),
])  # fmt: skip
def test_a_place_among_places(places: Checker, text: str, span: str, suggestion: str) -> None:
    places.fails("literal-name", text, span, suggestion)


@pytest.mark.parametrize("text", [
    # No dateline of the country, or none at all.
    "Roof.- Austria said on Friday that the road is open.",
    "Roof – the word is told – is open, Bolivia said on Friday.",
    "ROOF — Bolivia said on Friday that the road is open.",
    "Roof, said Bolivia on Friday, is an open road.",
    "Roof (of the house) is what Bolivia said on Friday.",
    "Bolivia said on Friday that it met. Roof.- Today.",
    "Bolivia said that Oakwoods is open.",  # nothing says that it is a place
    "France, a French union and the mayor of Oakwoods met on Friday.",  # nothing speaks of Bolivia
    "Bolivia said that Ingrid, Oakwoods and Omar met on Friday.",
    "Bolivia said that Tarumba, Oakwoods Capital and Almenara signed.",
    "Bolivia said that Oakwoods Capital opened. Workers of Tarumba, Oakwoods and Almenara met.",
    "Bolivia said that Almenara, Tarumba and Mercer, the lawyers, met.",  # many are called so
    "Bolivia said that Tarumba, the Oakwoods party, met.",
    "Bolivia said that they met in Tarumba, Oakwoods told the newspaper.",  # no enumeration
    "Bolivia said that workers of Tarumba, Tiles and Almenara met.",  # English calls a firm so
    "Bolivia said that the mayor of Oakwoods, Chile, met the mayor of Tarumba, Bolivia.",
    "Bolivia said that the Chilean town of Oakwoods is open.",
    "Bolivia said that the city of Oakwoods is open.",  # anybody's nickname
    "Bolivia said that the department of Oakwoods is open.",
    "Bolivia said that the mayor of Crag met on Friday.",  # too many obscure places
    "Bolivia said that the province of Gathering is open.",  # an island is no province
    "Oakwoods and Tarumba met on Friday, Bolivia said.",
    "Encinares is in Bolivia. They met in Tarumba, Encinares and Almenara.",
    "Bolivia said that Tarumba, Encinares and Oakwoods, the firm, met.",  # the place itself is in the list
    "BOLIVIA MET IN TARUMBA, OAKWOODS AND ALMENARA.",
])  # fmt: skip
def test_words_stay(places: Checker, text: str) -> None:
    places.passes("literal-name", text)
