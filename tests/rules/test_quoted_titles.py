"""Titles of works in quotation marks, with a capital at the beginning only."""

from __future__ import annotations

import pytest

from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, toy

RULE = "literal-name"


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """Invented works of Spain and Mexico, and one of England whose title means the same as a Spanish one."""
    made = toy()
    made.entities += [
        body("work", "film", "Smoke Season", "La campana del invierno", country="ES"),
        body("work", "film", "The Neighbourly Bell", "Campana vecina", country="ES"),
        body("work", "book", "Uplands", "Las colinas de mi invierno", country="MX"),
        body("work", "tv_programme", "Diez encinas sin colina", "Diez encinas sin colina", country="ES", keep=True),
        body("work", "work_of_art", "Las torrezas", "Las torrezas", country="ES", keep=True),
        body("work", "tv_programme", "Encina", "Encina", country="ES", keep=True),
        body("work", "law", "Winter Law", "Ley del invierno", country="ES"),
        body("work", "book", "The Market of Bells", "El mercado de las campanas", country="ES"),
        body("work", "book", "The hill and the road", "The hill and the road", country="GB", prominence=0.4),
        body("work", "book", "The Light of Their Bells", "La luz en sus campanas", country="ES"),
        body("work", "book", "Uphill", "La colina y el camino", country="ES"),
    ]
    made.expected |= {
        "toy:La campana del invierno": (
            Expected("The bell of the winter", "La campana del invierno", ("dictionary", "apertium"), False),
        ),
        "toy:Campana vecina": (Expected("Campana neighbour", "Campana vecina", ("apertium",), False),),
        "toy:Ley del invierno": (Expected("Law of the winter", "Ley del invierno", ("apertium",), False),),
        "toy:Encina": (Expected("The oak", "Encina", ("apertium", "dictionary"), False),),
    }
    made.english |= {**dict.fromkeys(("film", "novel", "series", "my", "without", "law", "neighbour", "hills"), 4.8)}
    made.expected |= {
        "toy:La luz en sus campanas": (
            Expected("The light in his bells", "La luz en sus campanas", ("apertium", "model"), False),
        ),
    }
    made.english |= dict.fromkeys(("light", "his", "their", "book"), 5.0)
    made.spanish |= {"vecina": 3.8, "torrezas": 2.5, "ley": 5.0, "invierno": 4.4, "mercado": 4.6, "camino": 4.8}
    made.glosses |= {
        "law": {"ley": 0.9},
        "hills": {"colina": 0.8},
        "neighbour": {"vecino": 0.9},
        "oak": {"encina": 0.8},
    }
    return Checker(made.write(tmp_path_factory.mktemp("works") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    # What translators are expected to make of it, whatever the marks.
    ("In Spain, the film “The bell of the winter” opened on Friday.", "The bell of the winter", "Smoke Season"),
    ("In Spain, the film «The bell of the winter» opened on Friday.", "The bell of the winter", "Smoke Season"),
    ('In Spain, the film "The bell of the winter" opened on Friday.', "The bell of the winter", "Smoke Season"),
    ("In Spain, the film ‘The bell of the winter’ opened on Friday.", "The bell of the winter", "Smoke Season"),
    ("In Spain, the film 'The bell of the winter' opened on Friday.", "The bell of the winter", "Smoke Season"),
    ("In Spain, the film _The bell of the winter_ opened on Friday.", "The bell of the winter", "Smoke Season"),
    ('In Spain, she directed "The bell of the winter," a story of the road.', "The bell of the winter", "Smoke Season"),
    ("“The bell of the winter”, of Ana Torda, closed the week in Spain.", "The bell of the winter", "Smoke Season"),
    # Half of it left.
    ("In Spain, the film “Campana neighbour” opened on Friday.", "Campana neighbour", "The Neighbourly Bell"),
    # Dictionaries alone: every word, in the order of the Spanish.
    ("In Mexico, the novel “The hills of my winter” opened.", "The hills of my winter", "Uplands"),
    ("In Spain, they visited “Ten oaks without hill”, a series.", "Ten oaks without hill", "Diez encinas sin colina"),
    # Another small word than English has in it is no title cut short.
    ("In Spain, the book “The light in his bells” opened.", "The light in his bells", "The Light of Their Bells"),
    # Right behind the noun, without marks.
    ("In Spain, the film The bell of the winter opened on Friday.", "The bell of the winter", "Smoke Season"),
    # All but the article left in Spanish.
    ("In Spain, they met at the painting “The torrezas” on Friday.", "The torrezas", "Las torrezas"),
    # A single word, with all that can be asked for.
    ("In Spain, the series “The oak” opened on Friday.", "The oak", "Encina"),
])  # fmt: skip
def test_a_title_put_into_english_word_by_word(works: Checker, text: str, span: str, suggestion: str) -> None:
    works.fails(RULE, text, span, suggestion)


@pytest.mark.parametrize("text", [
    "In Spain, the bell of the winter opened on Friday.",
    "In Spain, the film people met The Bell of the winter.",
    "In Spain, the book “Light of their bells” opened.",
    "In Spain, “The bell of the winter” was opened on Friday.",  # nothing says that it is a work
    "“The bell of the winter is here”, she said in Spain of the film.",
    "“The bell of the winter,” she said in Spain of the film.",
    "In Spain, they said of the film: “The bell of the winter”.",
    "In Spain, under the slogan “The bell of the winter” they met for the film.",
    "In Spain, the film “the bell of the winter” opened on Friday.",
    "In Spain, the film “The bell of the winter opened on Friday.",
    "In Spain, the film La campana del invierno (“The bell of the winter”) opened on Friday.",
    "In Spain, La campana del invierno opened. The film “The bell of the winter” is not new.",  # told before
    "In Spain, “Law of the winter” is a novel.",  # a law, of which no novel has the name
    "In Spain, the novel “Market of bells” opened.",  # the English title but for an article
    "In Spain, the novel “The market of bells” opened.",
    "In Spain, the novel “The hill and the road” opened.",  # another book is called so
    "In Spain, the novel “The hill or the road” opened.",
    "In Mexico, the novel “The winter of my hills” opened.",  # the words turned round
    "In Mexico, the novel “The hills of the winter” opened.",  # nobody's hills
    "In Spain, the series “Ten oaks with hill” opened.",
    "In Spain, the series “Ten bells without hill” opened.",
    "In France, the series “The oak” opened on Friday.",
    "In Spain, “The oak” opened on Friday.",
    "In Spain, they met at the painting “The more torrezas” on Friday.",
])  # fmt: skip
def test_other_quotations_stay(works: Checker, text: str) -> None:
    works.passes(RULE, text)
