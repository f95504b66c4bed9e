"""Foreign works under the titles that Spanish gives them."""

from __future__ import annotations

import pytest

from tests.support.toy import Checker, body, toy

RULE = "spanish-form"


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    made = toy()
    made.entities += [
        body("work", "film", "Uplands", "Las colinas del invierno", country="GB"),
        body("work", "film", "Smoke Season", "La valla", country="US"),
        body("work", "book", "Bell Tower", "La campana rota", country="FR"),
        body("work", "film", "La campana rota", "La campana rota", country="MX", keep=True),
        body("work", "book", "Black Smoke", "La peste nera", country="FR"),
        body("work", "film", "Encinas", "Encinas", country="US"),
    ]
    made.english |= dict.fromkeys("film novel series slogan actress called spanish".split(), 4.8)
    made.spanish |= {"colinas": 3.9, "invierno": 4.4, "las": 6.5, "la": 6.8, "del": 6.6, "rota": 4.0, "valla": 3.8}
    made.glosses |= {"hills": {"colinas": 0.8}, "broken": {"rota": 0.8}}
    return Checker(made.write(tmp_path_factory.mktemp("titles") / "toy.mtqg"))


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("The film “Las colinas del invierno” opened on Friday.", "Las colinas del invierno", "Uplands"),
    ("In Austria, she told the story of the film *Las colinas del invierno*.", "Las colinas del invierno", "Uplands"),
    # Right behind the noun it needs no marks.
    ("The film Las colinas del invierno was opened on Friday.", "Las colinas del invierno", "Uplands"),
    ("In America, the film was told by an actress. Today “La valla” was closed.", "La valla", "Smoke Season"),
])  # fmt: skip
def test_a_title_that_spanish_gave(works: Checker, text: str, span: str, suggestion: str) -> None:
    works.fails(RULE, text, span, suggestion)


@pytest.mark.parametrize("text", [
    # No word says that a work is meant.
    "They met by “La valla” on Friday.",
    # The story is of Chile, and never speaks of Britain.
    "In Chile, the film “Las colinas del invierno” opened on Friday.",
    # A work of Mexico has the title, too.
    "The novel “La campana rota” was closed on Friday.",
    # A title of France, Italy or Portugal may be written so there.
    "In France, the novel “La Peste Nera” opened on Friday.",
    # English has the title.
    "The film “Encinas” opened on Friday.",
    # The story explains it, or says what it is.
    "The film “Uplands” (“Las colinas del invierno”) opened on Friday.",
    "In Chile, the film, called “Las colinas del invierno”, opened on Friday.",
    "In Spanish “Las colinas del invierno” was the film.",
    # Said, not shown.
    "In Chile, the slogan “Las colinas del invierno” was that of the film.",
])  # fmt: skip
def test_what_keeps_its_title(works: Checker, text: str) -> None:
    works.passes(None, text)
